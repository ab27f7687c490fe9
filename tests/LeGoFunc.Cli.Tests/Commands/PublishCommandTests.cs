using LeGoFunc.ApiKeys;
using LeGoFunc.Cli.Tests.Support;

namespace LeGoFunc.Cli.Tests.Commands;

public sealed class PublishCommandTests(SharedStores shared) : CommandTest(shared)
{
    [Fact]
    public async Task With_create_it_makes_both_items_and_prints_their_API_keys()
    {
        var name = NewName("Pub");
        var issued = Pki.Issue("pub.example");

        var json = (await PublishAsync(name, issued)).ShouldSucceed().Json;

        Assert.Equal(
            ["certificate", "privateKey", "order", "new", "reordered", "apiKeys"],
            json.EnumerateObject().Select(property => property.Name));
        Assert.True(json.GetProperty("new").GetBoolean());
        Assert.Equal("served", json.GetProperty("order").GetProperty("state").GetString());
        var keys = json.GetProperty("apiKeys").EnumerateArray().ToDictionary(
            key => key.GetProperty("kind").GetString()!, key => key.GetProperty("apiKey").GetString()!);
        var entry = (await Probe.CertificateAsync(name))!;
        Assert.Equal(SlotName.Current, await Probe.OpensAsync((await Probe.PrivateKeyAsync(name))!, keys["key"]));
        Assert.Equal(SlotName.Current, await Probe.OpensAsync(entry.Item, keys["cert"]));
        Assert.Equal(issued.ChainPem, await Probe.SecretAsync(entry.Orders[0].Chain!));
    }

    [Fact]
    public async Task For_people_it_says_what_was_published_until_when_and_the_API_keys()
    {
        var name = NewName("pub");
        var issued = Pki.Issue("people.example");
        Cli.Input = issued.ChainPem;

        var output = (await Cli.RunAsync(
            "publish", name, "--chain", "-", "--key-pem", Cli.File("k", issued.KeyPem), "--key", $"{name}-key", "--create")).ShouldSucceed().Output;

        Assert.Contains($"certificate '{name}': order 1 is published", output, StringComparison.Ordinal);
        Assert.Contains("people.example", output, StringComparison.Ordinal);
        Assert.Contains("in 89 days", output, StringComparison.Ordinal);
        Assert.Contains($"API key of private key '{name}-key', shown this once: lgk_", output, StringComparison.Ordinal);
        Assert.Contains($"API key of certificate '{name}', shown this once: lgc_", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Into_existing_items_it_needs_no_key_and_prints_no_API_key()
    {
        var name = NewName("pub");
        var issued = Pki.Issue("a.example");
        await AddKeyAsync(name, issued);
        await Cli.RunAsync("cert", "add", name, "--key", name);

        var json = (await Cli.RunAsync("publish", name, "--chain", Cli.File("c", issued.ChainPem), "--json")).ShouldSucceed().Json;

        Assert.Equal(0, json.GetProperty("apiKeys").GetArrayLength());
    }

    [Fact]
    public async Task The_same_material_again_changes_nothing_and_says_so()
    {
        var name = NewName("pub");
        var issued = Pki.Issue("a.example");
        await PublishAsync(name, issued);
        var before = await Probe.CertificateAsync(name);

        var json = (await PublishAsync(name, issued)).ShouldSucceed().Json;
        var plain = (await Cli.RunAsync("publish", name, "--chain", Cli.File("c", issued.ChainPem))).ShouldSucceed().Output;

        Assert.False(json.GetProperty("new").GetBoolean());
        Assert.Contains("nothing was changed", plain, StringComparison.Ordinal);
        var after = await Probe.CertificateAsync(name);
        Assert.Equal(before!.Item, after!.Item);
        Assert.Equal(before.Orders.Select(order => order.ETag), after.Orders.Select(order => order.ETag));
    }

    [Fact]
    public async Task Material_that_an_order_holds_which_is_not_served_is_told()
    {
        var name = NewName("pub");
        var first = Pki.Issue("a.example");
        await PublishAsync(name, first);
        await PublishAsync(name, Pki.Issue("a.example"));

        var result = await PublishAsync(name, first);

        result.ShouldWarn(name, "order 1", "not served");
        Assert.Equal("superseded", result.Json.GetProperty("order").GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_reversed_chain_is_put_leaf_first_with_a_notice()
    {
        var name = NewName("pub");
        var issued = Pki.Issue("a.example");
        byte[] reversed =
        [
            .. issued.Issuers.Reverse().SelectMany(der => Testing.TestPki.Pem("CERTIFICATE", der)),
            .. issued.LeafPem,
        ];

        var result = await Cli.RunAsync(
            "publish", name, "--chain", Cli.File("c", reversed), "--key-pem", Cli.File("k", issued.KeyPem), "--create", "--json");

        result.ShouldWarn(name, "leaf first");
        Assert.True(result.Json.GetProperty("reordered").GetBoolean());
        Assert.Equal(issued.ChainPem, await Probe.SecretAsync((await Probe.CertificateAsync(name))!.Orders[0].Chain!));
    }
}
