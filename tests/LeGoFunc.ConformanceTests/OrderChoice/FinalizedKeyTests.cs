using LeGoFunc.Publishing;
using LeGoFunc.Testing;

namespace LeGoFunc.ConformanceTests.OrderChoice;

/// <summary>The private key of a combined answer is the one that the order was finalized with.</summary>
public sealed class FinalizedKeyTests(Target target)
{
    [Theory]
    [InlineData(Route.PrivateCerts)]
    [InlineData(Route.PrivateCertChains)]
    public async Task A_combined_answer_holds_the_orders_own_key_version_whatever_the_item_holds_now(Route route)
    {
        var first = await target.Seed.CertificateAsync("Own-key");
        var second = await target.Seed.PublishAsync(first, TestPki.Shared.Issue("second.example.com"));
        (await AskAsync(route)).AssertBody(second.BodyFor(Dialect.LeGo, route));
        await target.Seed.Stores.Orders.RevokeAsync(first.Name, second.Order!.Id, CancellationToken.None);
        (await target.EventuallyAsync(() => AskAsync(route), answer => answer.Text.Contains(Text(first.Chain), StringComparison.Ordinal)))
            .AssertBody(first.BodyFor(Dialect.LeGo, route));
        (await target.Plain.GetWithKeyAsync(first.Key.Path(), first.Key.ApiKey)).AssertBody(second.Key.Pem);

        Task<Answer> AskAsync(Route asked) => target.Plain.GetWithKeyAsync(first.Path(asked), first.Combined);
    }

    [Fact]
    public async Task Privatekeys_serves_the_items_current_version()
    {
        var first = await target.Seed.CertificateAsync("Current-version");
        (await AskAsync()).AssertBody(first.Key.Pem);
        var second = await target.Seed.PublishAsync(first, TestPki.Shared.Issue("second.example.com"));
        (await target.EventuallyAsync(AskAsync, answer => answer.Text == Text(second.Key.Pem))).AssertBody(second.Key.Pem);

        Task<Answer> AskAsync() => target.Plain.GetWithKeyAsync(first.Key.Path(), first.Key.ApiKey);
    }

    [Fact]
    public async Task The_api_key_of_the_orders_own_private_key_is_the_one_to_present()
    {
        var first = await target.Seed.CertificateAsync("Two-keys", new CertificateSpec { Legacy = true, KeyLegacy = true });
        var issued = TestPki.Shared.Issue("two-keys.example.com");
        var otherKey = await target.Seed.PrivateKeyAsync("Second", issued.KeyPem, legacy: true);
        var result = await target.Seed.Stores.Publisher.PublishAsync(
            new PublishRequest(first.Name, issued.ChainPem) { KeyName = otherKey.Name }, CancellationToken.None);
        var (path, withOther) = (first.Path(Route.PrivateCertChains), $"{first.ApiKey}.{otherKey.ApiKey}");
        (await target.Plain.GetWithKeyAsync(path, withOther)).AssertBody([.. issued.KeyPem, (byte)'\n', .. issued.ChainPem]);
        (await target.Plain.GetWithKeyAsync(path, first.Combined)).AssertUnauthorized();
        (await target.Plain.GetAsync($"{path}/{first.Combined}")).AssertUnauthorized();

        await target.Seed.Stores.Orders.RevokeAsync(first.Name, result.Order.Id, CancellationToken.None);
        (await target.EventuallyAsync(() => target.Plain.GetWithKeyAsync(path, first.Combined), 200))
            .AssertBody(first.BodyFor(Dialect.LeGo, Route.PrivateCertChains));
        (await target.Plain.GetWithKeyAsync(path, withOther)).AssertUnauthorized();
    }

    [Fact]
    public async Task The_flags_of_the_orders_own_private_key_count()
    {
        var item = await target.Seed.CertificateAsync("Own-flags", new CertificateSpec { Legacy = true, KeyLegacy = true });
        var issued = TestPki.Shared.Issue("own-flags.example.com");
        var otherKey = await target.Seed.PrivateKeyAsync("Own-flags-second", issued.KeyPem);
        await target.Seed.Stores.Publisher.PublishAsync(
            new PublishRequest(item.Name, issued.ChainPem) { KeyName = otherKey.Name }, CancellationToken.None);
        var presented = $"{item.ApiKey}.{otherKey.ApiKey}";
        (await target.Plain.GetAsync($"{item.Path(Route.PrivateCertChains)}/{presented}")).AssertUnauthorized();
        Assert.Equal(200, (await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCertChains), presented)).Status);
    }

    [Fact]
    public async Task An_order_whose_key_is_not_known_serves_its_certificate_and_no_combined_answer()
    {
        var item = await target.Seed.CertificateAsync("Keyless", new CertificateSpec { Published = false });
        await target.Seed.WriteOrderAsync(item, item.Issued!, order => order with { FinalizedKey = null });
        (await target.Plain.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey)).AssertBody(item.Issued!.ChainPem);
        (await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCertChains), item.Combined)).AssertError(404, "not found");
    }

    private static string Text(byte[] pem) => System.Text.Encoding.ASCII.GetString(pem);
}
