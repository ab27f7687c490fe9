using System.Text.Json;
using LeGoFunc.ApiKeys;
using LeGoFunc.Cli.Tests.Support;

namespace LeGoFunc.Cli.Tests.Commands;

public sealed class CertCommandTests(SharedStores shared) : CommandTest(shared)
{
    [Fact]
    public async Task Add_prints_the_new_API_key_once_and_it_opens_the_certificate()
    {
        var name = NewName("cert");
        await AddKeyAsync(name);

        var json = (await Cli.RunAsync("cert", "add", name, "--key", name, "--legacy", "--json")).ShouldSucceed().Json;

        Assert.Equal("cert", json.GetProperty("kind").GetString());
        var entry = await Probe.CertificateAsync(name);
        Assert.Equal(SlotName.Current, await Probe.OpensAsync(entry!.Item, json.GetProperty("apiKey").GetString()!));
        Assert.True(entry.Item.Legacy);
        Assert.Empty(entry.Orders);
    }

    [Fact]
    public async Task Show_says_what_is_served_until_when()
    {
        var name = NewName("cert");
        (await PublishAsync(name, Pki.Issue("shown.example"))).ShouldSucceed();

        var json = (await Cli.RunAsync("cert", "show", name, "--json")).ShouldSucceed().Json;
        var plain = (await Cli.RunAsync("cert", "show", name)).ShouldSucceed().Output;

        Assert.Equal(1, json.GetProperty("served").GetProperty("id").GetInt64());
        Assert.Equal("shown.example", json.GetProperty("served").GetProperty("subjectNames")[0].GetString());
        Assert.Equal(1, json.GetProperty("orders").GetInt32());
        Assert.Contains("shown.example", plain, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^expires +\d{4}-\d\d-\d\d \d\d:\d\dZ \(in 89 days\)$", plain);
    }

    [Fact]
    public async Task Show_of_a_certificate_without_an_order_says_so()
    {
        var name = NewName("cert");
        await AddKeyAsync(name);
        await Cli.RunAsync("cert", "add", name, "--key", name);

        var json = (await Cli.RunAsync("cert", "show", name, "--json")).ShouldSucceed().Json;
        var plain = (await Cli.RunAsync("cert", "show", name)).ShouldSucceed().Output;

        Assert.Equal(JsonValueKind.Null, json.GetProperty("served").ValueKind);
        Assert.Contains("no order", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disable_and_enable_change_the_flag()
    {
        var name = NewName("cert");
        (await PublishAsync(name, Pki.Issue("a.example"))).ShouldSucceed();

        (await Cli.RunAsync("cert", "disable", name)).ShouldSucceed();
        Assert.True((await Probe.CertificateAsync(name))!.Item.Disabled);

        (await Cli.RunAsync("cert", "enable", name)).ShouldSucceed();
        Assert.False((await Probe.CertificateAsync(name))!.Item.Disabled);
    }

    [Fact]
    public async Task Remove_takes_the_orders_and_their_secret_and_leaves_the_private_key()
    {
        var name = NewName("cert");
        (await PublishAsync(name, Pki.Issue("a.example"))).ShouldSucceed();
        var secret = (await Probe.CertificateAsync(name))!.Orders[0].Chain!.Name;

        (await Cli.RunAsync("cert", "remove", name)).ShouldSucceed();

        Assert.Null(await Probe.CertificateAsync(name));
        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => Probe.Secrets.GetSecretAsync(secret, null, TestContext.Current.CancellationToken));
        Assert.NotNull(await Probe.PrivateKeyAsync(name));
    }

    [Theory]
    [InlineData("key", "allow", true)]
    [InlineData("key", "deny", false)]
    [InlineData("cert", "allow", true)]
    [InlineData("cert", "deny", false)]
    public async Task Legacy_allows_or_denies_the_API_key_in_the_URL(string kind, string verb, bool legacy)
    {
        var name = NewName("legacy");
        (await PublishAsync(name, Pki.Issue("a.example"), legacy ? [] : ["--legacy"])).ShouldSucceed();

        var json = (await Cli.RunAsync("legacy", verb, kind, name, "--json")).ShouldSucceed().Json;

        Assert.Equal(legacy, json.GetProperty("legacy").GetBoolean());
        Assert.Equal(
            legacy,
            kind == "key" ? (await Probe.PrivateKeyAsync(name))!.Legacy : (await Probe.CertificateAsync(name))!.Item.Legacy);
        Assert.Contains(
            legacy ? "may be in the URL" : "may not be in the URL",
            (await Cli.RunAsync("legacy", verb, kind, name)).ShouldSucceed().Output,
            StringComparison.Ordinal);
    }
}
