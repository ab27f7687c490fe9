using System.Text.Json;
using LeGoFunc.ApiKeys;
using LeGoFunc.Cli.Tests.Support;

namespace LeGoFunc.Cli.Tests.Commands;

public sealed class ApiKeyCommandTests(SharedStores shared) : CommandTest(shared)
{
    [Fact]
    public async Task Stage_and_retire_move_an_item_from_one_API_key_to_the_next()
    {
        var name = NewName("rot");
        var first = (await AddKeyAsync(name)).Json.GetProperty("apiKey").GetString()!;

        var staged = (await Cli.RunAsync("apikey", "stage", "key", name, "--json")).ShouldSucceed().Json;
        var second = staged.GetProperty("apiKey").GetString()!;
        Assert.Equal(["kind", "name", "apiKey"], staged.EnumerateObject().Select(property => property.Name));
        Assert.Equal(SlotName.Current, await Probe.OpensAsync((await Probe.PrivateKeyAsync(name))!, first));
        Assert.Equal(SlotName.New, await Probe.OpensAsync((await Probe.PrivateKeyAsync(name))!, second));

        var retired = (await Cli.RunAsync("apikey", "retire", "key", name, "--json")).ShouldSucceed().Json;
        Assert.Equal(JsonValueKind.Null, retired.GetProperty("apiKeys").GetProperty("new").ValueKind);
        Assert.Null(await Probe.OpensAsync((await Probe.PrivateKeyAsync(name))!, first));
        Assert.Equal(SlotName.Current, await Probe.OpensAsync((await Probe.PrivateKeyAsync(name))!, second));
    }

    [Fact]
    public async Task Stage_lets_the_current_API_key_end_by_itself_when_told()
    {
        var name = NewName("rot");
        await AddKeyAsync(name);

        (await Cli.RunAsync("apikey", "stage", "key", name, "--expire-current", "7")).ShouldSucceed();

        var slots = (await Probe.PrivateKeyAsync(name))!.ApiKeys;
        Assert.Equal(7, Math.Round((slots.Current!.Expires!.Value - slots.New!.Created).TotalDays, 3));
        Assert.Null(slots.New.Expires);
        Assert.Contains("ends in 6 days", (await Cli.RunAsync("key", "show", name)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stage_beside_a_staged_one_is_a_conflict()
    {
        var name = NewName("rot");
        await AddKeyAsync(name);
        await Cli.RunAsync("apikey", "stage", "key", name);

        (await Cli.RunAsync("apikey", "stage", "key", name)).ShouldFail(ExitCodes.Conflict, name, "already");
    }

    [Fact]
    public async Task Retire_without_a_staged_one_is_a_conflict()
    {
        var name = NewName("rot");
        await AddKeyAsync(name);

        (await Cli.RunAsync("apikey", "retire", "key", name)).ShouldFail(ExitCodes.Conflict, name, "stage");
    }

    [Fact]
    public async Task Set_replaces_the_current_API_key_at_once()
    {
        var name = NewName("rot");
        await PublishAsync(name, Pki.Issue("a.example"));

        var result = (await Cli.RunAsync("apikey", "set", "cert", name, "--api-key-file", Cli.File("a", "chosen-by-hand\n"))).ShouldSucceed();

        Assert.Contains("chosen by hand", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("chosen-by-hand", result.Output, StringComparison.Ordinal);
        Assert.Equal(SlotName.Current, await Probe.OpensAsync((await Probe.CertificateAsync(name))!.Item, "chosen-by-hand"));
    }

    [Fact]
    public async Task Revoke_ends_the_API_key_in_a_slot_and_warns_when_none_is_left()
    {
        var name = NewName("rot");
        await AddKeyAsync(name);
        await Cli.RunAsync("apikey", "stage", "key", name);

        var first = (await Cli.RunAsync("apikey", "revoke", "key", name, "--slot", "current", "--json")).ShouldSucceed().Json;
        Assert.Equal(JsonValueKind.Null, first.GetProperty("apiKeys").GetProperty("current").ValueKind);
        Assert.Equal(JsonValueKind.Object, first.GetProperty("apiKeys").GetProperty("new").ValueKind);

        (await Cli.RunAsync("apikey", "revoke", "key", name, "--slot", "new")).ShouldWarn(name, "no API key left");
        (await Cli.RunAsync("apikey", "revoke", "key", name, "--slot", "new")).ShouldFail(ExitCodes.NoSuchItem, name, "no new API key");
    }

    [Theory]
    [InlineData("short", "10")]
    [InlineData("tab\tin-the-key", "control characters")]
    public async Task A_chosen_API_key_that_no_client_could_use_is_refused_without_showing_it(string apiKey, string says)
    {
        var name = NewName("rot");
        await AddKeyAsync(name);
        var before = await Probe.PrivateKeyAsync(name);

        var result = await Cli.RunAsync("apikey", "set", "key", name, "--api-key-file", Cli.File("a", apiKey));

        result.ShouldFail(ExitCodes.InvalidInput, name, says);
        Assert.DoesNotContain(apiKey, result.Error, StringComparison.Ordinal);
        Assert.Equal(before, await Probe.PrivateKeyAsync(name));
    }
}
