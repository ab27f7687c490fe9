namespace LeGoFunc.ConformanceTests.Routes;

public sealed class RoutesTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.PemRoute), MemberType = typeof(Every))]
    public async Task Each_route_serves_its_body_for_an_api_key_in_a_header(Dialect dialect, Route route)
    {
        var item = target.Everything;
        var answer = await target.Plain.AskAsync(Form.Header, item.Path(route, dialect), item.ApiKeyFor(route));
        answer.AssertBody(item.BodyFor(dialect, route));
    }

    [Theory]
    [MemberData(nameof(Every.PemRoute), MemberType = typeof(Every))]
    public async Task Each_route_serves_its_body_for_an_api_key_in_the_url(Dialect dialect, Route route)
    {
        var item = target.Everything;
        var answer = await target.Plain.AskAsync(Form.Legacy, item.Path(route, dialect), item.ApiKeyFor(route));
        answer.AssertBody(item.BodyFor(dialect, route));
    }

    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task Each_route_is_served_over_https_too(Dialect dialect, Route route, Form form)
    {
        var item = target.Everything;
        var answer = await target.Secure.AskAsync(form, item.Path(route, dialect), item.ApiKeyFor(route));
        Assert.Equal(200, answer.Status);
        Assert.NotEmpty(answer.Body);
    }

    [Fact]
    public async Task Privatecerts_of_LeGo_holds_key_leaf_and_chain()
    {
        var item = target.Everything;
        var answer = await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCerts, Dialect.LeGo), item.Combined);
        answer.AssertBody([.. item.Key.Pem, (byte)'\n', .. item.Chain]);
    }

    [Fact]
    public async Task Privatecerts_of_Cert_Warden_holds_key_and_leaf_and_no_chain()
    {
        var item = target.Everything;
        var answer = await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCerts, Dialect.CertWarden), item.Combined);
        answer.AssertBody([.. item.Key.Pem, (byte)'\n', .. item.Issued!.LeafPem]);
    }

    [Theory]
    [InlineData(Route.PrivateKeys)]
    [InlineData(Route.Certificates)]
    [InlineData(Route.CertRootChains)]
    [InlineData(Route.PrivateCertChains)]
    public async Task Both_dialects_serve_the_same_but_for_privatecerts(Route route)
    {
        var item = target.Everything;
        var lego = await target.Plain.GetWithKeyAsync(item.Path(route, Dialect.LeGo), item.ApiKeyFor(route));
        var certWarden = await target.Plain.GetWithKeyAsync(item.Path(route, Dialect.CertWarden), item.ApiKeyFor(route));
        Assert.Equal(200, lego.Status);
        Assert.Equal(lego.Fingerprint, certWarden.Fingerprint);
    }

    [Theory]
    [MemberData(nameof(Every.Dialect), MemberType = typeof(Every))]
    public async Task The_name_is_a_private_keys_for_privatekeys(Dialect dialect)
    {
        var item = target.Everything;
        var answer = await target.Plain.GetWithKeyAsync(dialect.Path(Route.PrivateKeys, item.Name), item.Key.ApiKey);
        answer.AssertUnauthorized();
    }

    [Theory]
    [MemberData(nameof(Every.CertificateRoute), MemberType = typeof(Every))]
    public async Task The_name_is_a_certificates_everywhere_else(Dialect dialect, Route route)
    {
        var item = target.Everything;
        var answer = await target.Plain.GetWithKeyAsync(dialect.Path(route, item.Key.Name), item.ApiKeyFor(route));
        answer.AssertUnauthorized();
    }
}
