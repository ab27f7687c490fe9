using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;

namespace LeGoFunc.ConformanceTests.Authentication;

public sealed class SlotTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.Form), MemberType = typeof(Every))]
    public async Task Both_api_keys_of_a_private_key_are_accepted(Form form)
    {
        var key = target.Everything.Key;
        (await target.Plain.AskAsync(form, key.Path(), key.ApiKey)).AssertBody(key.Pem);
        (await target.Plain.AskAsync(form, key.Path(), key.NewApiKey)).AssertBody(key.Pem);
    }

    [Theory]
    [InlineData(Route.Certificates, Form.Header)]
    [InlineData(Route.Certificates, Form.Legacy)]
    [InlineData(Route.CertRootChains, Form.Header)]
    [InlineData(Route.CertRootChains, Form.Legacy)]
    public async Task Both_api_keys_of_a_certificate_are_accepted(Route route, Form form)
    {
        var item = target.Everything;
        (await target.Plain.AskAsync(form, item.Path(route), item.ApiKey)).AssertBody(item.BodyFor(Dialect.LeGo, route));
        (await target.Plain.AskAsync(form, item.Path(route), item.NewApiKey)).AssertBody(item.BodyFor(Dialect.LeGo, route));
    }

    [Theory]
    [MemberData(nameof(Every.CombinedRoute), MemberType = typeof(Every))]
    public async Task A_combined_download_accepts_either_api_key_in_either_half(Dialect dialect, Route route)
    {
        var item = target.Everything;
        foreach (var certificate in (string[])[item.ApiKey, item.NewApiKey])
        {
            foreach (var key in (string[])[item.Key.ApiKey, item.Key.NewApiKey])
            {
                Assert.Equal(200, (await target.Plain.GetWithKeyAsync(item.Path(route, dialect), $"{certificate}.{key}")).Status);
                Assert.Equal(200, (await target.Plain.GetAsync($"{item.Path(route, dialect)}/{certificate}.{key}")).Status);
            }
        }
    }

    [Fact]
    public async Task A_retired_api_key_is_wrong_and_the_new_one_goes_on_working()
    {
        var key = await target.Seed.PrivateKeyAsync("Retired", bothSlots: true);
        (await target.Plain.GetWithKeyAsync(key.Path(), key.ApiKey)).AssertBody(key.Pem);
        await target.Seed.ChangeAsync(key, ApiKeyRotation.Retire);
        (await target.EventuallyAsync(() => target.Plain.GetWithKeyAsync(key.Path(), key.ApiKey), 401)).AssertUnauthorized();
        (await target.Plain.GetWithKeyAsync(key.Path(), key.NewApiKey)).AssertBody(key.Pem);
    }

    [Theory]
    [InlineData(SlotName.Current)]
    [InlineData(SlotName.New)]
    public async Task A_revoked_api_key_is_wrong_and_the_other_one_goes_on_working(SlotName slot)
    {
        var item = await target.Seed.CertificateAsync("Revoked-slot", new CertificateSpec { BothSlots = true });
        var (revoked, other) = slot == SlotName.Current ? (item.ApiKey, item.NewApiKey) : (item.NewApiKey, item.ApiKey);
        var path = item.Path(Route.Certificates);
        (await target.Plain.GetWithKeyAsync(path, revoked)).AssertBody(item.Chain);
        await target.Seed.ChangeAsync(item, changed => ApiKeyRotation.Revoke(changed, slot));
        (await target.EventuallyAsync(() => target.Plain.GetWithKeyAsync(path, revoked), 401)).AssertUnauthorized();
        (await target.Plain.GetWithKeyAsync(path, other)).AssertBody(item.Chain);
    }

    [Fact]
    public async Task A_staged_api_key_is_accepted_within_the_cache_time()
    {
        var key = await target.Seed.PrivateKeyAsync("Staged");
        (await target.Plain.GetWithKeyAsync(key.Path(), key.ApiKey)).AssertBody(key.Pem);
        var staged = await target.Seed.StageAsync(ItemKind.PrivateKey, key.Name);
        (await target.EventuallyAsync(() => target.Plain.GetWithKeyAsync(key.Path(), staged), 200)).AssertBody(key.Pem);
    }

    [Fact]
    public async Task An_item_without_an_api_key_matches_nothing()
    {
        var item = await target.Seed.CertificateAsync("No-slots", new CertificateSpec { Legacy = true, KeyLegacy = true });
        await target.Seed.ChangeAsync(item, changed => changed with { ApiKeys = ApiKeySlots.None });
        await target.Seed.ChangeAsync(item.Key, changed => changed with { ApiKeys = ApiKeySlots.None });
        foreach (var presented in (string[])["", ".", "x.", ".x", "hmac-sha256", item.ApiKey, item.Key.ApiKey, item.Combined])
        {
            foreach (var route in Enum.GetValues<Route>())
            {
                (await target.Plain.GetWithKeyAsync(item.Path(route), presented)).AssertUnauthorized();
                (await target.Plain.GetAsync($"{item.Path(route)}/{presented}")).AssertUnauthorized();
            }
        }
    }
}
