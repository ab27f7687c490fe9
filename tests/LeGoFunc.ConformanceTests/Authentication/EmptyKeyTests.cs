namespace LeGoFunc.ConformanceTests.Authentication;

public sealed class EmptyKeyTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.Route), MemberType = typeof(Every))]
    public async Task An_empty_presented_key_is_unauthorized(Dialect dialect, Route route)
    {
        var path = target.Everything.Path(route, dialect);
        (await target.Plain.GetAsync(path)).AssertUnauthorized();
        (await target.Plain.GetAsync($"{path}/")).AssertUnauthorized();
        (await target.Plain.RawAsync("GET", path, ("apiKey", ""))).AssertUnauthorized();
        (await target.Plain.RawAsync("GET", path, ("X-API-Key", ""))).AssertUnauthorized();
        (await target.Plain.RawAsync("GET", path, ("Authorization", "Bearer "))).AssertUnauthorized();
        (await target.Plain.RawAsync("GET", path, ("Authorization", "Bearer"))).AssertUnauthorized();
    }
}
