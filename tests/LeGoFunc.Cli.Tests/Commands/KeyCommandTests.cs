using System.Text;
using LeGoFunc.ApiKeys;
using LeGoFunc.Cli.Tests.Support;

namespace LeGoFunc.Cli.Tests.Commands;

public sealed class KeyCommandTests(SharedStores shared) : CommandTest(shared)
{
    [Fact]
    public async Task Add_prints_the_new_API_key_once_and_it_opens_the_key()
    {
        var name = NewName("Key");
        var issued = Pki.Issue("a.example");

        var json = (await AddKeyAsync(name, issued)).ShouldSucceed().Json;

        Assert.Equal(["kind", "name", "apiKey"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("key", json.GetProperty("kind").GetString());
        Assert.Equal(name, json.GetProperty("name").GetString());
        var item = await Probe.PrivateKeyAsync(name);
        Assert.Equal(SlotName.Current, await Probe.OpensAsync(item!, json.GetProperty("apiKey").GetString()!));
        Assert.Equal(issued.KeyPem, await Probe.SecretAsync(item!.Pem));
        Assert.False(item.Legacy);
    }

    [Fact]
    public async Task Add_for_people_says_that_the_API_key_is_shown_this_once()
    {
        var name = NewName("key");

        var result = (await Cli.RunAsync("key", "add", name, "--pem", Cli.File("k", Pki.Issue("a.example").KeyPem), "--legacy")).ShouldSucceed();

        Assert.StartsWith($"API key of private key '{name}', shown this once: lgk_", result.Output, StringComparison.Ordinal);
        Assert.True((await Probe.PrivateKeyAsync(name))!.Legacy);
    }

    [Fact]
    public async Task Add_reads_the_PEM_from_the_standard_input()
    {
        var name = NewName("key");
        var pem = Pki.Issue("a.example").KeyPem;
        Cli.Input = pem;

        (await Cli.RunAsync("key", "add", name, "--pem", "-")).ShouldSucceed();

        Assert.Equal(pem, await Probe.SecretAsync((await Probe.PrivateKeyAsync(name))!.Pem));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("")]
    public async Task Add_takes_a_chosen_API_key_without_the_newline_at_its_end_and_does_not_repeat_it(string newline)
    {
        const string chosen = "chosen by hand 1";
        var name = NewName("key");
        Cli.Input = Encoding.UTF8.GetBytes(chosen + newline);

        var result = await Cli.RunAsync(
            "key", "add", name, "--pem", Cli.File("k", Pki.Issue("a.example").KeyPem), "--api-key-file", "-", "--json");

        Assert.Equal(System.Text.Json.JsonValueKind.Null, result.ShouldSucceed().Json.GetProperty("apiKey").ValueKind);
        Assert.DoesNotContain(chosen, result.Output, StringComparison.Ordinal);
        Assert.Equal(SlotName.Current, await Probe.OpensAsync((await Probe.PrivateKeyAsync(name))!, chosen));
    }

    [Fact]
    public async Task Only_one_newline_is_taken_off_an_API_key()
    {
        var file = Cli.File("api.key", "chosen by hand\n\n");

        var result = await Cli.RunAsync("key", "add", NewName("key"), "--pem", Cli.File("k", Pki.Issue("a").KeyPem), "--api-key-file", file);

        result.ShouldFail(ExitCodes.InvalidInput, "control characters");
    }

    [Fact]
    public async Task A_chosen_API_key_with_a_dot_is_taken_with_a_warning()
    {
        var name = NewName("key");
        var file = Cli.File("api.key", "has.a.dot.in.it");

        var result = await Cli.RunAsync("key", "add", name, "--pem", Cli.File("k", Pki.Issue("a").KeyPem), "--api-key-file", file);

        result.ShouldWarn(name, "dot", "combined");
        Assert.DoesNotContain("has.a.dot", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_file_that_everybody_can_read_is_taken_with_a_warning()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        var file = Cli.File("k.pem", Pki.Issue("a").KeyPem);
        Cli.Allow(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        var result = await Cli.RunAsync("key", "add", NewName("key"), "--pem", file);

        result.ShouldWarn("'k.pem'", "every user");
    }

    [Fact]
    public async Task Show_has_everything_but_the_PEM_and_the_API_key()
    {
        var name = NewName("key");
        var issued = Pki.Issue("a.example");
        var apiKey = (await AddKeyAsync(name, issued)).Json.GetProperty("apiKey").GetString()!;
        await Cli.RunAsync("cert", "add", $"{name}-cert", "--key", name);

        var result = (await Cli.RunAsync("key", "show", name.ToUpperInvariant(), "--json")).ShouldSucceed();
        var plain = (await Cli.RunAsync("key", "show", name)).ShouldSucceed();

        Assert.Equal("ecdsap256", result.Json.GetProperty("algorithm").GetString());
        Assert.Equal(name, result.Json.GetProperty("name").GetString());
        Assert.Equal($"{name}-cert", Assert.Single(result.Json.GetProperty("certificates").EnumerateArray()).GetString());
        var current = result.Json.GetProperty("apiKeys").GetProperty("current");
        Assert.EndsWith(apiKey[^4..], current.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, current.GetProperty("lastDownload").ValueKind);
        Assert.Contains("unused", plain.Output, StringComparison.Ordinal);
        Assert.All(new[] { result.Output, plain.Output }, output =>
        {
            Assert.DoesNotContain(apiKey, output, StringComparison.Ordinal);
            Assert.DoesNotContain("PRIVATE KEY", output, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Disable_and_enable_change_the_flag()
    {
        var name = NewName("key");
        await AddKeyAsync(name);

        var disabled = (await Cli.RunAsync("key", "disable", name, "--json")).ShouldSucceed().Json;
        Assert.True(disabled.GetProperty("disabled").GetBoolean());
        Assert.True((await Probe.PrivateKeyAsync(name))!.Disabled);

        var enabled = (await Cli.RunAsync("key", "enable", name)).ShouldSucceed();
        Assert.Contains("is enabled", enabled.Output, StringComparison.Ordinal);
        Assert.False((await Probe.PrivateKeyAsync(name))!.Disabled);
    }

    [Fact]
    public async Task Remove_takes_the_row_and_the_secret_and_the_name_can_be_used_again()
    {
        var name = NewName("key");
        await AddKeyAsync(name);
        var secret = (await Probe.PrivateKeyAsync(name))!.Pem.Name;

        var json = (await Cli.RunAsync("key", "remove", name, "--json")).ShouldSucceed().Json;

        Assert.True(json.GetProperty("removed").GetBoolean());
        Assert.Null(await Probe.PrivateKeyAsync(name));
        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => Probe.Secrets.GetSecretAsync(secret, null, TestContext.Current.CancellationToken));
        (await AddKeyAsync(name)).ShouldSucceed();
        Assert.Contains("is removed", (await Cli.RunAsync("key", "remove", name)).ShouldSucceed().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_refuses_a_key_that_a_certificate_uses()
    {
        var name = NewName("key");
        await AddKeyAsync(name);
        await Cli.RunAsync("cert", "add", $"{name}-cert", "--key", name);

        (await Cli.RunAsync("key", "remove", name)).ShouldFail(ExitCodes.Conflict, name, $"{name}-cert");

        Assert.NotNull(await Probe.PrivateKeyAsync(name));
    }
}
