using LeGoFunc.Catalog;

namespace LeGoFunc.Core.Tests.Catalog;

public sealed class ServedOrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly SecretReference Chain = new("lego-cert-x", "v", new string('0', 64));

    [Fact]
    public void The_newest_is_served() => Assert.Equal(2, Serve(New(2), New(1)));

    [Fact]
    public void A_revoked_one_is_passed_over() => Assert.Equal(1, Serve(New(2) with { Revoked = Now }, New(1)));

    [Fact]
    public void One_that_expires_this_moment_is_passed_over() => Assert.Equal(1, Serve(New(2) with { NotAfter = Now }, New(1)));

    [Theory]
    [InlineData("invalid")]
    [InlineData("pending")]
    [InlineData("VALID")]
    [InlineData("")]
    public void One_that_is_not_valid_is_passed_over(string status) => Assert.Equal(1, Serve(New(2) with { Status = status }, New(1)));

    [Fact]
    public void One_without_a_chain_is_passed_over() => Assert.Equal(1, Serve(New(2) with { Chain = null }, New(1)));

    [Fact]
    public void The_start_of_validity_is_not_looked_at() => Assert.Equal(2, Serve(New(2) with { NotBefore = Now.AddDays(1) }, New(1)));

    [Fact]
    public void None_is_served_when_none_is_servable() => Assert.Null(ServedOrder.Choose([New(1) with { Revoked = Now }], Now));

    [Fact]
    public void It_is_served_since_it_was_published() =>
        Assert.Equal(New(2).Published, ServedOrder.Choose([New(2), New(1)], Now)!.Since);

    [Fact]
    public void After_a_revocation_the_one_before_is_served_since_the_revocation()
    {
        var revoked = Now.AddMinutes(-5);

        Assert.Equal(revoked, ServedOrder.Choose([New(2) with { Revoked = revoked }, New(1)], Now)!.Since);
    }

    [Fact]
    public void After_an_expiry_the_one_before_is_served_since_the_expiry()
    {
        var expired = Now.AddMinutes(-7);

        Assert.Equal(expired, ServedOrder.Choose([New(2) with { NotAfter = expired }, New(1)], Now)!.Since);
    }

    [Fact]
    public void An_order_that_was_never_valid_does_not_change_since_when()
    {
        var invalid = New(2) with { Status = "invalid", NotAfter = Now.AddMinutes(-7) };

        Assert.Equal(New(1).Published, ServedOrder.Choose([invalid, New(1)], Now)!.Since);
    }

    [Fact]
    public void Row_keys_sort_newest_first_and_then_by_higher_id()
    {
        string[] keys =
        [
            OrderKey.For(Now.AddTicks(1), 1),
            OrderKey.For(Now, 10),
            OrderKey.For(Now, 9),
            OrderKey.For(Now.AddYears(-20), 11),
        ];

        Assert.Equal(keys, keys.Order(StringComparer.Ordinal));
        Assert.All(keys, key => Assert.True(string.CompareOrdinal(OrderKey.ItemRow, key) < 0));
    }

    private static long? Serve(params Order[] newestFirst) => ServedOrder.Choose(newestFirst, Now)?.Order.Id;

    private static Order New(long id) => new()
    {
        Id = id,
        Status = Order.Valid,
        Created = Now.AddDays(-30 + id),
        Published = Now.AddDays(-20 + id),
        NotBefore = Now.AddDays(-30),
        NotAfter = Now.AddDays(60),
        Chain = Chain,
    };
}
