using Azure.Data.Tables;
using LeGoFunc.ApiKeys;
using LeGoFunc.Cli.Tests.Support;
using LeGoFunc.Testing;

namespace LeGoFunc.Cli.Tests.Commands;

/// <summary><c>init</c> and <c>doctor</c>. Alone on its stores, because they look at all there is.</summary>
public sealed class SetupCommandTests : IAsyncLifetime
{
    private readonly EmulatorStores stores = new();
    private CliRun? run;

    private CliRun Cli => run!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await stores.InitializeAsync();
        run = new CliRun(stores);
    }

    public async ValueTask DisposeAsync()
    {
        run?.Dispose();
        await stores.DisposeAsync();
    }

    [Fact]
    public async Task Init_makes_what_is_missing_and_then_changes_nothing()
    {
        (await Cli.RunAsync("list")).ShouldFail(ExitCodes.Backend, "legofunc init");

        var first = (await Cli.RunAsync("init", "--json")).ShouldSucceed().Json;
        var dump = await new StoreProbe(stores).DumpAsync();
        var second = (await Cli.RunAsync("init", "--json")).ShouldSucceed().Json;

        Assert.True(first.GetProperty("pepperCreated").GetBoolean());
        Assert.Equal(3, first.GetProperty("tables").GetArrayLength());
        Assert.False(second.GetProperty("pepperCreated").GetBoolean());
        Assert.Equal(dump, await new StoreProbe(stores).DumpAsync());
        Assert.Contains("there already", (await Cli.RunAsync("init")).ShouldSucceed().Output, StringComparison.Ordinal);
        Assert.Equal("nothing to show\n", (await Cli.RunAsync("list")).ShouldSucceed().Output);
    }

    [Fact]
    public async Task The_local_option_takes_the_settings_from_the_file_that_the_local_stack_writes()
    {
        var settings = string.Concat(Cli.Environment.Select(pair => $"{pair.Key}={pair.Value}\n"));
        Directory.CreateDirectory(Path.Combine(Cli.Directory, ".local"));
        Cli.File(".local/legofunc.env", $"# written by a test\n{settings}");
        Directory.CreateDirectory(Path.Combine(Cli.Directory, "other"));
        Cli.File("other/legofunc.env", settings);
        Cli.Environment.Clear();

        (await Cli.RunAsync("init", "--local")).ShouldSucceed();
        (await Cli.RunAsync("--local", "list")).ShouldSucceed();
        (await Cli.RunAsync("--local=other", "list")).ShouldSucceed();
        (await Cli.RunAsync("list", "--local", "--tables", "https://127.0.0.1:1")).ShouldFail(ExitCodes.Usage, "--local");
    }

    [Fact]
    public async Task A_row_that_this_version_can_not_read_is_an_unexpected_error_on_one_line()
    {
        (await Cli.RunAsync("init")).ShouldSucceed();
        await PublishAsync();
        var table = new StoreProbe(stores).Table("privatekeys");
        TableEntity row = await table.GetEntityAsync<TableEntity>("www", "item", cancellationToken: Token);
        row["SchemaVersion"] = 99;
        await table.UpdateEntityAsync(row, row.ETag, cancellationToken: Token);

        (await Cli.RunAsync("key", "show", "www")).ShouldFail(1, "www", "schema version 99");
        (await Cli.RunAsync("list")).ShouldFail(1, "www", "schema version 99");
    }

    [Fact]
    public async Task Doctor_finds_everything_good()
    {
        (await Cli.RunAsync("init")).ShouldSucceed();
        await PublishAsync();

        var json = (await Cli.RunAsync("doctor", "--json")).ShouldSucceed().Json;
        var plain = (await Cli.RunAsync("doctor")).ShouldSucceed().Output;

        Assert.True(json.GetProperty("ok").GetBoolean());
        Assert.Equal(
            ["sign-in", "table privatekeys", "table certificates", "table access", "pepper", "catalog", "API keys", "secrets"],
            json.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("check").GetString()));
        Assert.Contains("2 versions looked at", plain, StringComparison.Ordinal);
        Assert.Contains("1 private keys, 1 certificates", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_finds_stores_that_were_never_initialised()
    {
        var result = await Cli.RunAsync("doctor", "--json");

        Assert.Equal(ExitCodes.Backend, result.ExitCode);
        Assert.StartsWith("error: table privatekeys: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.False(result.Json.GetProperty("ok").GetBoolean());
        Assert.Contains("legofunc init", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_finds_secret_versions_that_are_disabled_or_other_than_the_catalog_says()
    {
        (await Cli.RunAsync("init")).ShouldSucceed();
        await PublishAsync();
        var probe = new StoreProbe(stores);
        var key = (await probe.PrivateKeyAsync("www"))!.Pem;
        var properties = (await probe.Secrets.GetSecretAsync(key.Name, key.Version, Token)).Value.Properties;
        properties.Enabled = false;
        await probe.Secrets.UpdateSecretPropertiesAsync(properties, Token);
        var table = probe.Table("certificates");
        TableEntity row = await table.QueryAsync<TableEntity>(row => row.RowKey != "item", cancellationToken: Token).FirstAsync(Token);
        row["ChainSha256"] = new string('0', 64);
        await table.UpdateEntityAsync(row, row.ETag, cancellationToken: Token);

        var result = await Cli.RunAsync("doctor", "--json");

        Assert.Equal(ExitCodes.Backend, result.ExitCode);
        Assert.StartsWith("error: certificate 'www', order 1: secret '", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("(and 2 more)\n", result.Error, StringComparison.Ordinal);
        var bad = result.Json.GetProperty("checks").EnumerateArray()
            .Where(check => !check.GetProperty("ok").GetBoolean())
            .Select(check => $"{check.GetProperty("check")}: {check.GetProperty("detail")}").ToList();
        Assert.Equal(3, bad.Count);
        Assert.Contains(bad, text => text.Contains("not what the catalog says", StringComparison.Ordinal));
        Assert.Contains(bad, text => text.StartsWith("private key 'www': ", StringComparison.Ordinal) && text.Contains("missing or disabled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_finds_an_API_key_whose_pepper_is_gone()
    {
        (await Cli.RunAsync("init")).ShouldSucceed();
        await PublishAsync();
        var probe = new StoreProbe(stores);
        var old = (await probe.Secrets.GetSecretAsync(Pepper.SecretName, null, Token)).Value.Properties;
        await probe.Secrets.SetSecretAsync(Pepper.SecretName, Pepper.NewSecretValue(), Token);
        (await Cli.RunAsync("doctor")).ShouldSucceed();
        old.Enabled = false;
        await probe.Secrets.UpdateSecretPropertiesAsync(old, Token);

        var result = await Cli.RunAsync("doctor");

        Assert.Equal(ExitCodes.Backend, result.ExitCode);
        Assert.Contains("the pepper of an API key is gone", result.Error, StringComparison.Ordinal);
    }

    private async Task PublishAsync()
    {
        var issued = TestPki.Shared.Issue("www.example");
        (await Cli.RunAsync(
            "publish", "www", "--chain", Cli.File("c", issued.ChainPem), "--key-pem", Cli.File("k", issued.KeyPem), "--create")).ShouldSucceed();
    }
}
