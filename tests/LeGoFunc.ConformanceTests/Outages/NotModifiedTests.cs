namespace LeGoFunc.ConformanceTests.Outages;

public sealed class NotModifiedTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.Dialect), MemberType = typeof(Every))]
    public async Task Not_modified_costs_no_Key_Vault_call(Dialect dialect)
    {
        await using var endpoint = await FragileEndpoint.StartAsync(target);
        await endpoint.WarmUpAsync();
        endpoint.Vault.Cut();
        var item = target.Everything;
        foreach (var route in Enum.GetValues<Route>())
        {
            var tag = (await target.Plain.GetWithKeyAsync(item.Path(route, dialect), item.ApiKeyFor(route)))["ETag"]!;
            foreach (var condition in (string[])[tag, "*"])
            {
                var answer = await endpoint.Sender.GetWithKeyAsync(
                    item.Path(route, dialect), item.ApiKeyFor(route), ("If-None-Match", condition));
                Assert.Equal(304, answer.Status);
                Assert.Equal(tag, answer["ETag"]);
            }
        }

        // The proof that the vault is away and none of the material was known.
        var full = await Task.WhenAll(Enum.GetValues<Route>().Select(
            route => endpoint.Sender.GetWithKeyAsync(item.Path(route, dialect), item.ApiKeyFor(route))));
        Assert.All(full, answer => Assert.Equal(503, answer.Status));
    }
}
