namespace LeGoFunc.ConformanceTests.ItemFlags;

public sealed class LegacyFlagTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.Route), MemberType = typeof(Every))]
    public async Task An_api_key_in_the_url_is_not_allowed_by_default(Dialect dialect, Route route)
    {
        var item = await target.Seed.CertificateAsync("Not-legacy");
        (await target.Plain.AskAsync(Form.Legacy, item.Path(route, dialect), item.ApiKeyFor(route))).AssertUnauthorized();
        Assert.Equal(200, (await target.Plain.AskAsync(Form.Header, item.Path(route, dialect), item.ApiKeyFor(route))).Status);
    }

    [Fact]
    public async Task Legacy_can_be_allowed_and_denied()
    {
        var key = await target.Seed.PrivateKeyAsync("Allowed");
        (await AskAsync()).AssertUnauthorized();
        await target.Seed.ChangeAsync(key, item => item with { Legacy = true });
        (await target.EventuallyAsync(AskAsync, 200)).AssertBody(key.Pem);
        await target.Seed.ChangeAsync(key, item => item with { Legacy = false });
        (await target.EventuallyAsync(AskAsync, 401)).AssertUnauthorized();
        (await target.Plain.GetWithKeyAsync(key.Path(), key.ApiKey)).AssertBody(key.Pem);

        Task<Answer> AskAsync() => target.Plain.AskAsync(Form.Legacy, key.Path(), key.ApiKey);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_combined_call_by_url_needs_legacy_on_both_the_certificate_and_the_private_key(bool certificate, bool key)
    {
        var item = await target.Seed.CertificateAsync("One-legacy", new CertificateSpec { Legacy = certificate, KeyLegacy = key });
        foreach (var dialect in Enum.GetValues<Dialect>())
        {
            foreach (var route in Enum.GetValues<Route>().Where(route => route.IsCombined()))
            {
                (await target.Plain.AskAsync(Form.Legacy, item.Path(route, dialect), item.Combined)).AssertUnauthorized();
                Assert.Equal(200, (await target.Plain.AskAsync(Form.Header, item.Path(route, dialect), item.Combined)).Status);
            }
        }
    }

    [Fact]
    public async Task A_single_call_by_url_needs_legacy_on_its_own_item_alone()
    {
        var item = await target.Seed.CertificateAsync("Own-legacy", new CertificateSpec { Legacy = true });
        (await target.Plain.AskAsync(Form.Legacy, item.Path(Route.Certificates), item.ApiKey)).AssertBody(item.Chain);
        (await target.Plain.AskAsync(Form.Legacy, item.Path(Route.CertRootChains), item.ApiKey)).AssertBody(item.Issued!.IssuersPem);
        (await target.Plain.AskAsync(Form.Legacy, item.Path(Route.PrivateKeys), item.Key.ApiKey)).AssertUnauthorized();
    }
}
