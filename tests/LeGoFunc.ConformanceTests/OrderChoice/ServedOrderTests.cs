using LeGoFunc.Catalog;
using LeGoFunc.Testing;

namespace LeGoFunc.ConformanceTests.OrderChoice;

/// <summary>Certificate routes serve the most recent valid order.</summary>
public sealed class ServedOrderTests(Target target)
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_renewed_certificate_is_served_within_the_cache_time()
    {
        var first = await target.Seed.CertificateAsync("Renewed");
        (await AskAsync(first)).AssertBody(first.Chain);
        var second = await target.Seed.PublishAsync(first, TestPki.Shared.Issue("renewed.example.com"));
        (await target.EventuallyAsync(() => AskAsync(first), answer => answer.Text != Text(first))).AssertBody(second.Chain);
    }

    [Fact]
    public async Task When_the_newest_order_is_revoked_the_next_one_is_served()
    {
        var first = await target.Seed.CertificateAsync("Order-revoked");
        var second = await target.Seed.PublishAsync(first, TestPki.Shared.Issue("second.example.com", key: first.Issued!.Key));
        (await AskAsync(first)).AssertBody(second.Chain);
        await target.Seed.Stores.Orders.RevokeAsync(first.Name, second.Order!.Id, CancellationToken.None);
        (await target.EventuallyAsync(() => AskAsync(first), answer => answer.Text != Text(second))).AssertBody(first.Chain);
    }

    [Fact]
    public async Task When_the_newest_order_expires_the_next_one_is_served()
    {
        var item = await target.Seed.CertificateAsync("Order-expires");
        var ending = TestPki.Shared.Issue("ending.example.com", key: item.Issued!.Key);
        var end = Now.AddSeconds(3);
        await target.Seed.WriteOrderAsync(item, ending, order => order with { NotAfter = end });
        (await AskAsync(item)).AssertBody(ending.ChainPem);
        (await target.EventuallyAsync(() => AskAsync(item), answer => answer.Text == Text(item))).AssertBody(item.Chain);
        Assert.True(Now >= end, "the next one was served too early");
    }

    [Fact]
    public Task An_expired_order_is_not_served() => NotServedAsync("Expired", order => order with { NotAfter = Now.AddSeconds(-1) });

    [Fact]
    public Task A_revoked_order_is_not_served() => NotServedAsync("Revoked", order => order with { Revoked = Now });

    [Theory]
    [InlineData("invalid")]
    [InlineData("pending")]
    [InlineData("ready")]
    [InlineData("processing")]
    [InlineData("")]
    public Task An_order_of_another_status_is_not_served(string status) => NotServedAsync("Status", order => order with { Status = status });

    [Fact]
    public async Task Many_orders_that_are_not_servable_do_not_hide_an_older_one_that_is()
    {
        var item = await target.Seed.CertificateAsync("Many");
        var issued = TestPki.Shared.Issue("many.example.com", key: item.Issued!.Key);
        for (var i = 0; i < 25; i++)
        {
            await target.Seed.WriteOrderAsync(item, issued, order => order with { Status = "invalid" });
        }

        (await AskAsync(item)).AssertBody(item.Chain);
    }

    [Fact]
    public async Task The_order_created_last_is_served_whatever_was_published_or_expires_last()
    {
        var item = await target.Seed.CertificateAsync("Created-last");
        var older = TestPki.Shared.Issue("older.example.com", key: item.Issued!.Key, notAfter: Now.AddDays(300));
        await target.Seed.WriteOrderAsync(item, older, order => order with { Created = Now.AddDays(-1), Published = Now.AddSeconds(-1) });
        (await AskAsync(item)).AssertBody(item.Chain);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Of_orders_created_at_the_same_time_the_higher_id_is_served(int higher)
    {
        var item = await target.Seed.CertificateAsync("Same-time", new CertificateSpec { Published = false });
        var created = Now.AddMinutes(-1);
        IssuedCertificate[] issued = [item.Issued!, TestPki.Shared.Issue("other.example.com", key: item.Issued!.Key)];
        await target.Seed.WriteOrderAsync(item, issued[0], order => order with { Created = created, Id = 10 - higher });
        await target.Seed.WriteOrderAsync(item, issued[1], order => order with { Created = created, Id = 9 + higher });
        (await AskAsync(item)).AssertBody(issued[higher].ChainPem);
    }

    [Fact]
    public async Task NotBefore_is_not_looked_at()
    {
        var item = await target.Seed.CertificateAsync("Not-before");
        var future = TestPki.Shared.Issue("future.example.com", key: item.Issued!.Key, notBefore: Now.AddDays(2));
        await target.Seed.WriteOrderAsync(item, future);
        (await AskAsync(item)).AssertBody(future.ChainPem);
    }

    [Theory]
    [MemberData(nameof(Every.CertificateRoute), MemberType = typeof(Every))]
    public async Task Without_an_order_to_serve_it_is_not_found(Dialect dialect, Route route)
    {
        var item = await target.Seed.CertificateAsync("No-order", new CertificateSpec { Published = false });
        var answer = await target.Plain.GetWithKeyAsync(item.Path(route, dialect), item.ApiKeyFor(route));
        answer.AssertError(404, "not found");
    }

    private static string Text(SeededCertificate item) => System.Text.Encoding.ASCII.GetString(item.Chain);

    private Task<Answer> AskAsync(SeededCertificate item) => target.Plain.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey);

    private async Task NotServedAsync(string what, Func<Order, Order> shape)
    {
        var item = await target.Seed.CertificateAsync(what);
        await target.Seed.WriteOrderAsync(item, TestPki.Shared.Issue("newer.example.com", key: item.Issued!.Key), shape);
        (await AskAsync(item)).AssertBody(item.Chain);
        (await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCertChains), item.Combined))
            .AssertBody(item.BodyFor(Dialect.LeGo, Route.PrivateCertChains));
    }
}
