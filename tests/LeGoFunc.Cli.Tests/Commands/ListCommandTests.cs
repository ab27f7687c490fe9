using System.Text.Json;
using LeGoFunc.Access;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Tests.Support;

namespace LeGoFunc.Cli.Tests.Commands;

public sealed class ListCommandTests(SharedStores shared) : CommandTest(shared)
{
    [Fact]
    public async Task Shows_names_expiry_flags_and_the_last_download_with_each_API_key()
    {
        var name = NewName("List");
        await PublishAsync(name, Pki.Issue("a.example"), "--legacy");
        await Cli.RunAsync("apikey", "stage", "cert", name);
        await Probe.RecordAsync(new AccessRecord(
            ItemKind.Certificate, ItemName.Parse(name), SlotName.New, TimeProvider.System.GetUtcNow(), "192.0.2.7", OrderId: 1));

        var json = (await Cli.RunAsync("list", "--json")).ShouldSucceed().Json;
        var lines = (await Cli.RunAsync("list")).ShouldSucceed().Output.Split('\n');

        var certificate = Find(json.GetProperty("certificates"), name);
        var slots = certificate.GetProperty("apiKeys");
        Assert.Equal("192.0.2.7", slots.GetProperty("new").GetProperty("lastDownload").GetProperty("clientAddress").GetString());
        Assert.Equal(1, slots.GetProperty("new").GetProperty("lastDownload").GetProperty("order").GetInt64());
        Assert.Equal(JsonValueKind.Null, slots.GetProperty("current").GetProperty("lastDownload").ValueKind);
        Assert.True(certificate.GetProperty("legacy").GetBoolean());
        Assert.Equal(name, Find(json.GetProperty("privateKeys"), name).GetProperty("certificates")[0].GetString());
        Assert.Matches($@"^cert +{name} +in 89 days +legacy +{name} +unused +just now$", lines.Single(line => line.Contains(name, StringComparison.Ordinal) && line.StartsWith("cert", StringComparison.Ordinal)));
        Assert.Matches($@"^key +{name} +- +legacy +ecdsap256 +unused +-$", lines.Single(line => line.Contains(name, StringComparison.Ordinal) && line.StartsWith("key", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_download_from_before_the_API_key_was_made_does_not_count_for_it()
    {
        var name = NewName("list");
        await Probe.RecordAsync(new AccessRecord(
            ItemKind.PrivateKey, ItemName.Parse(name), SlotName.Current, TimeProvider.System.GetUtcNow().AddMinutes(-5), "192.0.2.7", OrderId: null));
        await AddKeyAsync(name);

        var json = (await Cli.RunAsync("key", "show", name, "--json")).ShouldSucceed().Json;

        Assert.Equal(JsonValueKind.Null, json.GetProperty("apiKeys").GetProperty("current").GetProperty("lastDownload").ValueKind);
    }

    [Fact]
    public async Task Expiring_shows_certificates_that_end_in_time_or_have_nothing_left_to_serve()
    {
        var soon = NewName("soon");
        var late = NewName("late");
        var gone = NewName("gone");
        var empty = NewName("empty");
        await PublishAsync(soon, Pki.Issue("a.example", notAfter: TimeProvider.System.GetUtcNow().AddDays(9)));
        await PublishAsync(late, Pki.Issue("a.example"));
        await PublishAsync(gone, Pki.Issue("a.example"));
        await Cli.RunAsync("order", "revoke", gone, "1");
        await AddKeyAsync(empty);
        await Cli.RunAsync("cert", "add", empty, "--key", empty);

        var json = (await Cli.RunAsync("list", "--expiring", "10", "--json")).ShouldSucceed().Json;
        var names = json.GetProperty("certificates").EnumerateArray().Select(item => item.GetProperty("name").GetString()).ToList();

        Assert.Equal(0, json.GetProperty("privateKeys").GetArrayLength());
        Assert.Contains(soon, names);
        Assert.Contains(gone, names);
        Assert.DoesNotContain(late, names);
        Assert.DoesNotContain(empty, names);
        Assert.Contains("nothing to serve", (await Cli.RunAsync("list", "--expiring", "10")).ShouldSucceed().Output, StringComparison.Ordinal);
    }

    private static JsonElement Find(JsonElement items, string name) =>
        items.EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);
}
