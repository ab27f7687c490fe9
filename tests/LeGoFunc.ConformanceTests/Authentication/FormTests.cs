namespace LeGoFunc.ConformanceTests.Authentication;

public sealed class FormTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.Route), MemberType = typeof(Every))]
    public async Task The_legacy_form_never_reads_a_header(Dialect dialect, Route route)
    {
        var item = target.Everything;
        var (path, right) = (item.Path(route, dialect), item.ApiKeyFor(route));
        var refused = await target.Plain.GetAsync(
            $"{path}/wrong-key", ("apiKey", right), ("X-API-Key", right), ("Authorization", $"Bearer {right}"));
        refused.AssertUnauthorized();
        var served = await target.Plain.GetAsync(
            $"{path}/{right}", ("apiKey", "wrong-key"), ("X-API-Key", "wrong-key"), ("Authorization", "Bearer wrong-key"));
        Assert.Equal(200, served.Status);
    }

    [Theory]
    [MemberData(nameof(Every.Route), MemberType = typeof(Every))]
    public async Task The_header_form_never_reads_the_url_for_a_key(Dialect dialect, Route route)
    {
        var item = target.Everything;
        var (path, right) = (item.Path(route, dialect), item.ApiKeyFor(route));
        (await target.Plain.GetAsync($"{path}?{right}")).AssertUnauthorized();
        (await target.Plain.GetAsync($"{path}?apiKey={right}", ("apiKey", "wrong-key"))).AssertUnauthorized();
        (await target.Plain.GetAsync($"{path}#{right}")).AssertUnauthorized();
    }
}
