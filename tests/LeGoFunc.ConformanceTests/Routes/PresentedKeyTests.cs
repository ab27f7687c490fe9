namespace LeGoFunc.ConformanceTests.Routes;

/// <summary>The column of the route table that says which API key is presented.</summary>
public sealed class PresentedKeyTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.Form), MemberType = typeof(Every))]
    public async Task Privatekeys_does_not_take_the_certificates_api_key(Form form)
    {
        var item = target.Everything;
        (await target.Plain.AskAsync(form, item.Path(Route.PrivateKeys), item.ApiKey)).AssertUnauthorized();
    }

    [Theory]
    [InlineData(Route.Certificates)]
    [InlineData(Route.CertRootChains)]
    public async Task The_certificate_alone_does_not_take_the_private_keys_api_key(Route route)
    {
        var item = target.Everything;
        (await target.Plain.GetWithKeyAsync(item.Path(route), item.Key.ApiKey)).AssertUnauthorized();
        (await target.Plain.AskAsync(Form.Legacy, item.Path(route), item.Key.ApiKey)).AssertUnauthorized();
    }

    [Theory]
    [InlineData(Route.PrivateKeys)]
    [InlineData(Route.Certificates)]
    [InlineData(Route.CertRootChains)]
    public async Task A_single_download_does_not_take_the_combined_api_key(Route route)
    {
        var item = target.Everything;
        (await target.Plain.GetWithKeyAsync(item.Path(route), item.Combined)).AssertUnauthorized();
    }

    [Theory]
    [MemberData(nameof(Every.CombinedRoute), MemberType = typeof(Every))]
    public async Task A_combined_download_takes_neither_half_alone(Dialect dialect, Route route)
    {
        var item = target.Everything;
        var path = item.Path(route, dialect);
        (await target.Plain.GetWithKeyAsync(path, item.ApiKey)).AssertUnauthorized();
        (await target.Plain.GetWithKeyAsync(path, item.Key.ApiKey)).AssertUnauthorized();
    }

    [Theory]
    [MemberData(nameof(Every.CombinedRoute), MemberType = typeof(Every))]
    public async Task A_combined_download_does_not_take_the_halves_in_the_other_order(Dialect dialect, Route route)
    {
        var item = target.Everything;
        var answer = await target.Plain.GetWithKeyAsync(item.Path(route, dialect), $"{item.Key.ApiKey}.{item.ApiKey}");
        answer.AssertUnauthorized();
    }
}
