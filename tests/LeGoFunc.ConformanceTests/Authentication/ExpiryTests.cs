using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;

namespace LeGoFunc.ConformanceTests.Authentication;

public sealed class ExpiryTests(Target target)
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Theory]
    [MemberData(nameof(Every.Form), MemberType = typeof(Every))]
    public async Task An_expired_api_key_is_wrong(Form form)
    {
        var key = await target.Seed.PrivateKeyAsync("Expired", bothSlots: true, legacy: true);
        await target.Seed.ChangeAsync(key, item => Expiring(item, Now.AddMinutes(-1)));
        (await target.Plain.AskAsync(form, key.Path(), key.ApiKey)).AssertUnauthorized();
        (await target.Plain.AskAsync(form, key.Path(), key.NewApiKey)).AssertBody(key.Pem);
    }

    [Fact]
    public async Task An_expired_api_key_is_wrong_in_either_half_of_a_combined_one()
    {
        var item = await target.Seed.CertificateAsync("Expired-half", new CertificateSpec { BothSlots = true });
        await target.Seed.ChangeAsync(item, changed => Expiring(changed, Now.AddMinutes(-1)));
        await target.Seed.ChangeAsync(item.Key, changed => Expiring(changed, Now.AddMinutes(-1)));
        var path = item.Path(Route.PrivateCertChains);
        (await target.Plain.GetWithKeyAsync(path, $"{item.ApiKey}.{item.Key.NewApiKey}")).AssertUnauthorized();
        (await target.Plain.GetWithKeyAsync(path, $"{item.NewApiKey}.{item.Key.ApiKey}")).AssertUnauthorized();
        Assert.Equal(200, (await target.Plain.GetWithKeyAsync(path, $"{item.NewApiKey}.{item.Key.NewApiKey}")).Status);
    }

    [Fact]
    public async Task An_api_key_works_until_its_expiry_and_no_longer()
    {
        var key = await target.Seed.PrivateKeyAsync("Expiring");
        var expires = Now.AddSeconds(3);
        await target.Seed.ChangeAsync(key, item => Expiring(item, expires));
        (await target.Plain.GetWithKeyAsync(key.Path(), key.ApiKey)).AssertBody(key.Pem);
        (await target.EventuallyAsync(() => target.Plain.GetWithKeyAsync(key.Path(), key.ApiKey), 401)).AssertUnauthorized();
        Assert.True(Now >= expires, "it was refused before it expired");
    }

    private static Item Expiring(Item item, DateTimeOffset expires) =>
        item with { ApiKeys = item.ApiKeys.With(SlotName.Current, item.ApiKeys.Current! with { Expires = expires }) };
}
