using System.Text;
using LeGoFunc.Cli.Tests.Support;
using LeGoFunc.Testing;

namespace LeGoFunc.Cli.Tests;

/// <summary>
/// Whatever is wrong with the input: one line that names the item and the cause, the documented exit code, and not a
/// row, a secret or a version of one is changed. Alone on its stores, so that they can be compared whole.
/// </summary>
public sealed class BadInputTests(EmulatorStores stores) : IClassFixture<EmulatorStores>, IAsyncLifetime
{
    private const string Certificate = "Www.Example";
    private const string Key = "Www-Key";

    private static readonly IssuedCertificate Published = TestPki.Shared.Issue("www.example");

    private readonly CliRun cli = new(stores);
    private readonly StoreProbe probe = new(stores);
    private IReadOnlyList<string> before = [];

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(ExitCodes.Done, (await cli.RunAsync("init")).ExitCode);
        var published = await cli.RunAsync(
            "publish", Certificate, "--chain", Chain(Published), "--key-pem", KeyOf(Published), "--key", Key, "--create");
        Assert.Equal(ExitCodes.Done, published.ExitCode);
        before = await probe.DumpAsync();
    }

    public ValueTask DisposeAsync()
    {
        cli.Dispose();
        return ValueTask.CompletedTask;
    }

    public static TheoryData<string, string> Garbage => new()
    {
        { "nothing to see here", "no certificate" },
        { "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "" },
        { "-----BEGIN CERTIFICATE-----\nMIIB", "unfinished or damaged" },
        { "", "empty" },
    };

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task A_garbage_chain(string chain, string says) =>
        await FailsAsync(ExitCodes.InvalidInput, [Certificate, says], "publish", Certificate, "--chain", cli.File("bad", chain));

    [Theory]
    [InlineData("nothing to see here")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nc2VjcmV0IHNlY3JldA==\n-----END PRIVATE KEY-----\n")]
    public async Task A_garbage_private_key(string pem) =>
        await FailsAsync(ExitCodes.InvalidInput, ["other"], "key", "add", "other", "--pem", cli.File("bad", pem));

    [Fact]
    public async Task A_garbage_private_key_that_others_can_read_still_gives_one_line()
    {
        var file = cli.File("bad", "nothing to see here");
        cli.Allow(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        await FailsAsync(ExitCodes.InvalidInput, ["other"], "key", "add", "other", "--pem", file);
    }

    [Fact]
    public async Task The_chain_of_someone_else()
    {
        var mine = TestPki.Shared.Issue("www.example");
        var other = new TestPki();
        var issuers = other.Issue("other.example").IssuersPem;

        await FailsAsync(
            ExitCodes.InvalidInput,
            [Certificate, "not an issuer of the leaf"],
            "publish", Certificate, "--chain", cli.File("bad", [.. mine.LeafPem, .. issuers]), "--key-pem", KeyOf(mine));
    }

    [Fact]
    public async Task A_private_key_that_does_not_match() =>
        await FailsAsync(
            ExitCodes.InvalidInput,
            [Certificate, Key, "does not belong"],
            "publish", Certificate, "--chain", Chain(TestPki.Shared.Issue("www.example")), "--key-pem", KeyOf(TestPki.Shared.Issue("x.example")));

    [Fact]
    public async Task A_stored_private_key_that_does_not_match() =>
        await FailsAsync(
            ExitCodes.InvalidInput,
            [Certificate, Key, "--key-pem"],
            "publish", Certificate, "--chain", Chain(TestPki.Shared.Issue("www.example")));

    [Fact]
    public async Task An_expired_leaf()
    {
        var expired = TestPki.Shared.Issue("www.example", notAfter: TimeProvider.System.GetUtcNow().AddDays(-1));

        await FailsAsync(
            ExitCodes.InvalidInput,
            [Certificate, "expired"],
            "publish", Certificate, "--chain", Chain(expired), "--key-pem", KeyOf(expired));
    }

    [Fact]
    public async Task A_chain_of_26_kB()
    {
        var issued = TestPki.Shared.Issue("www.example");
        var padding = Encoding.ASCII.GetBytes(new string('#', 26_000 - issued.ChainPem.Length) + "\n");

        await FailsAsync(
            ExitCodes.InvalidInput,
            [Certificate, "26", "25600"],
            "publish", Certificate, "--chain", cli.File("bad", [.. padding, .. issued.ChainPem]), "--key-pem", KeyOf(issued));
    }

    [Fact]
    public async Task A_file_of_more_than_1_MiB() =>
        await FailsAsync(
            ExitCodes.InvalidInput, ["'bad'", "1 MiB"], "publish", Certificate, "--chain", cli.File("bad", new byte[(1024 * 1024) + 1]));

    [Fact]
    public async Task A_file_that_is_not_there() =>
        await FailsAsync(ExitCodes.InvalidInput, ["'nowhere.pem'", "no such file"], "publish", Certificate, "--chain", "nowhere.pem");

    [Fact]
    public async Task A_directory_instead_of_a_file() =>
        await FailsAsync(ExitCodes.InvalidInput, ["'.'", "can't be read"], "publish", Certificate, "--chain", ".");

    [Fact]
    public async Task An_API_key_that_is_no_text() =>
        await FailsAsync(
            ExitCodes.InvalidInput, ["UTF-8"], "apikey", "set", "cert", Certificate, "--api-key-file", cli.File("bad", [0xFF, 0xFE, 0x80]));

    [Theory]
    [InlineData("wrong/name")]
    [InlineData("wrong name")]
    [InlineData("wröng")]
    [InlineData("..")]
    [InlineData("line\nbreak")]
    [InlineData("\u001b[31mred")]
    public async Task Wrong_characters_in_a_name(string name)
    {
        await FailsAsync(ExitCodes.InvalidInput, ["is not a name"], "key", "add", name, "--pem", KeyOf(Published));
        await FailsAsync(ExitCodes.InvalidInput, ["is not a name"], "cert", "add", name, "--key", Key);
        await FailsAsync(ExitCodes.InvalidInput, ["is not a name"], "publish", name, "--chain", Chain(Published), "--create");
        await FailsAsync(ExitCodes.InvalidInput, ["is not a name"], "cert", "show", name);
        await FailsAsync(ExitCodes.InvalidInput, ["is not a name"], "apikey", "stage", "cert", name);
    }

    public static TheoryData<string[]> OnUnknownItems => new()
    {
        new[] { "key", "show", "nobody" },
        new[] { "key", "remove", "nobody" },
        new[] { "key", "enable", "nobody" },
        new[] { "key", "disable", "nobody" },
        new[] { "cert", "show", "nobody" },
        new[] { "cert", "remove", "nobody" },
        new[] { "cert", "enable", "nobody" },
        new[] { "cert", "disable", "nobody" },
        new[] { "cert", "add", "new", "--key", "nobody" },
        new[] { "order", "list", "nobody" },
        new[] { "order", "revoke", "nobody", "1" },
        new[] { "order", "prune", "nobody", "--keep", "1" },
        new[] { "apikey", "stage", "key", "nobody" },
        new[] { "apikey", "stage", "cert", "nobody" },
        new[] { "apikey", "retire", "cert", "nobody" },
        new[] { "apikey", "revoke", "cert", "nobody", "--slot", "new" },
        new[] { "legacy", "allow", "key", "nobody" },
        new[] { "legacy", "deny", "cert", "nobody" },
    };

    [Theory]
    [MemberData(nameof(OnUnknownItems))]
    public async Task An_unknown_item(string[] command) => await FailsAsync(ExitCodes.NoSuchItem, ["'nobody'"], command);

    [Fact]
    public async Task An_unknown_item_to_publish_or_to_give_an_API_key()
    {
        await FailsAsync(ExitCodes.NoSuchItem, ["'nobody'"], "publish", "nobody", "--chain", Chain(Published), "--key-pem", KeyOf(Published));
        await FailsAsync(
            ExitCodes.NoSuchItem, ["'nobody'"], "apikey", "set", "key", "nobody", "--api-key-file", cli.File("a", "chosen-by-hand"));
        await FailsAsync(
            ExitCodes.NoSuchItem, ["'nobody'"], "publish", Certificate, "--chain", Chain(Published), "--key", "nobody");
    }

    [Fact]
    public async Task An_unknown_order() =>
        await FailsAsync(ExitCodes.NoSuchItem, [Certificate, "order 7"], "order", "revoke", Certificate, "7");

    [Fact]
    public async Task A_name_that_differs_only_by_case_conflicts_with_the_stored_spelling()
    {
        await FailsAsync(ExitCodes.Conflict, [$"'{Key}'"], "key", "add", Key.ToUpperInvariant(), "--pem", KeyOf(Published));
        await FailsAsync(ExitCodes.Conflict, [$"'{Certificate}'"], "cert", "add", Certificate.ToLowerInvariant(), "--key", Key);
    }

    [Fact]
    public async Task A_private_key_in_use_is_not_removed() =>
        await FailsAsync(ExitCodes.Conflict, [$"'{Key}'", $"'{Certificate}'"], "key", "remove", Key);

    [Theory]
    [InlineData("")]
    [InlineData("kye")]
    [InlineData("key")]
    [InlineData("key show")]
    [InlineData("key show a b")]
    [InlineData("key add a")]
    [InlineData("key show a --frobnicate")]
    [InlineData("cert add a")]
    [InlineData("publish a")]
    [InlineData("publish a --chain - --key-pem -")]
    [InlineData("publish a --chain c --legacy")]
    [InlineData("key add a --pem - --api-key-file -")]
    [InlineData("order revoke a one")]
    [InlineData("order prune a")]
    [InlineData("order prune a --keep 0")]
    [InlineData("apikey stage pem a")]
    [InlineData("apikey stage key a --expire-current 0")]
    [InlineData("apikey stage key a --expire-current soon")]
    [InlineData("apikey revoke key a")]
    [InlineData("apikey revoke key a --slot old")]
    [InlineData("apikey set key a")]
    [InlineData("legacy maybe key a")]
    [InlineData("list --expiring -1")]
    public async Task A_wrong_command_line(string line) =>
        await FailsAsync(ExitCodes.Usage, ["--help'"], line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("key", "add", "a", "--pem", "f", "--api-key=SeCrEt")]
    [InlineData("apikey", "set", "key", "a", "SeCrEt")]
    [InlineData("apikey", "stage", "key", "a", "SeCrEt", "SeCrEt")]
    public async Task A_secret_among_the_arguments_is_not_repeated(params string[] command) =>
        await FailsAsync(ExitCodes.Usage, [], command);

    [Fact]
    public async Task A_file_named_like_a_response_file_is_just_a_name()
    {
        cli.File("args", "list");

        await FailsAsync(ExitCodes.InvalidInput, ["'@args' is not a name"], "key", "show", "@args");
    }

    [Theory]
    [InlineData("LEGOFUNC_TABLES", null, "--tables")]
    [InlineData("LEGOFUNC_VAULT", null, "--vault")]
    [InlineData("LEGOFUNC_TABLES", "http://127.0.0.1:1", "LEGOFUNC_TABLES")]
    [InlineData("LEGOFUNC_VAULT", "not a URI", "LEGOFUNC_VAULT")]
    [InlineData("LEGOFUNC_VAULT", "https://vault.example", "LEGOFUNC_EMULATOR")]
    public async Task A_wrong_setting(string variable, string? value, string says)
    {
        var right = cli.Environment[variable];
        if (value is null)
        {
            cli.Environment.Remove(variable);
        }
        else
        {
            cli.Environment[variable] = value;
        }

        (await cli.RunAsync("list")).ShouldFail(ExitCodes.Usage, says);
        cli.Environment[variable] = right;
        await NothingChangedAsync();
    }

    [Theory]
    [InlineData("--tables")]
    [InlineData("--vault")]
    public async Task An_unreachable_endpoint(string which)
    {
        var start = TimeProvider.System.GetTimestamp();

        await FailsAsync(
            ExitCodes.Backend,
            ["can't be reached"],
            "key", "add", "other", "--pem", KeyOf(Published), which, "https://127.0.0.1:1");

        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0, 15);
    }

    [Fact]
    public async Task No_local_stack() =>
        await FailsAsync(ExitCodes.Backend, ["legofunc.env", "LeGoFunc.Local"], "list", "--local");

    [Fact]
    public async Task A_token_that_the_stores_refuse()
    {
        using var elsewhere = new TestDirectory();
        File.Copy(Path.Combine(stores.EmulatorDirectory, "ca.pem"), elsewhere.File("ca.pem"));
        await File.WriteAllTextAsync(elsewhere.File("token"), "wrong", TestContext.Current.CancellationToken);
        cli.Environment["LEGOFUNC_EMULATOR"] = elsewhere.Path;

        await FailsAsync(ExitCodes.Backend, ["refuses", "401"], "apikey", "stage", "cert", Certificate);
    }

    [Fact]
    public async Task Ctrl_C()
    {
        using var interrupt = new CancellationTokenSource();
        await interrupt.CancelAsync();

        (await cli.RunAsync(interrupt.Token, "cert", "disable", Certificate)).ShouldFail(ExitCodes.Cancelled, "cancelled");
        await NothingChangedAsync();
    }

    [Fact]
    public async Task Debugging_adds_the_stack_trace_below_the_line()
    {
        cli.Environment["LEGOFUNC_DEBUG"] = "1";

        var lines = (await cli.RunAsync("cert", "show", "nobody")).Error.Split('\n');

        Assert.Equal("error: there is no certificate 'nobody'", lines[0]);
        Assert.Contains(lines, line => line.Contains("   at LeGoFunc.", StringComparison.Ordinal));
    }

    private string Chain(IssuedCertificate issued) => cli.File("chain.pem", issued.ChainPem);

    private string KeyOf(IssuedCertificate issued) => cli.File("key.pem", issued.KeyPem);

    private async Task FailsAsync(int exitCode, string[] says, params string[] command)
    {
        foreach (var args in new[] { command, [.. command, "--json"] })
        {
            var result = (await cli.RunAsync(args)).ShouldFail(exitCode, says);
            Assert.DoesNotContain("SeCrEt", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("-----BEGIN", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("c2VjcmV0", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', result.Error);
        }

        await NothingChangedAsync();
    }

    private async Task NothingChangedAsync() => Assert.Equal(before, await probe.DumpAsync());
}
