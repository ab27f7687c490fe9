using LeGoFunc.Testing;

namespace LeGoFunc.Http.Tests.Costs;

public sealed class RoundTripTests(EmulatorStores stores)
{
    [Theory]
    [InlineData("privatekeys", 1, 1)]
    [InlineData("certificates", 1, 1)]
    [InlineData("certrootchains", 1, 1)]
    [InlineData("privatecerts", 2, 2)]
    [InlineData("privatecertchains", 2, 2)]
    [InlineData("pfx", 2, 2)]
    public async Task A_cold_download_costs_one_call_to_each_store_for_each_item_and_a_warm_one_none(string route, int tables, int vault)
    {
        await using var endpoint = await Endpoint.StartAsync(stores);
        var (name, certificate, key) = await endpoint.PublishAsync();
        var apiKey = route == "privatekeys" ? key : tables == 2 ? $"{certificate}.{key}" : certificate;

        var cold = await endpoint.CountAsync(name, GetAsync);
        var warm = await endpoint.CountAsync(name, GetAsync);

        Assert.Equal((tables, vault), cold);
        Assert.Equal((0, 0), warm);

        async Task GetAsync() => Assert.Equal(200, (await endpoint.GetAsync($"{route}/{name}", apiKey)).StatusCode);
    }

    [Theory]
    [InlineData("certificates")]
    [InlineData("privatecertchains")]
    [InlineData("pfx")]
    public async Task Not_modified_costs_no_vault_call_not_even_in_a_process_that_has_just_started(string route)
    {
        await using var first = await Endpoint.StartAsync(stores);
        var (name, certificate, key) = await first.PublishAsync();
        var apiKey = route == "certificates" ? certificate : $"{certificate}.{key}";
        var tag = (await first.GetAsync($"{route}/{name}", apiKey)).Headers.ETag.ToString();

        await using var fresh = await Endpoint.StartAsync(stores);
        var (_, vault) = await fresh.CountAsync(
            name, async () => Assert.Equal(304, (await fresh.GetAsync($"{route}/{name}", apiKey, tag)).StatusCode));

        Assert.Equal(0, vault);
    }

    [Fact]
    public async Task An_unknown_name_costs_as_many_table_calls_as_a_known_one_and_no_vault_call()
    {
        await using var endpoint = await Endpoint.StartAsync(stores);
        var (name, certificate, _) = await endpoint.PublishAsync();
        var unknown = $"{name}-not";

        var known = await endpoint.CountAsync(name, async () => Assert.Equal(401, (await endpoint.GetAsync($"pfx/{name}", $"{certificate}.wrong")).StatusCode));
        var strange = await endpoint.CountAsync(unknown, async () => Assert.Equal(401, (await endpoint.GetAsync($"pfx/{unknown}", $"{certificate}.wrong")).StatusCode));

        Assert.Equal((2, 0), known);
        Assert.Equal(known, strange);
    }
}
