using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Tests.Support;

namespace LeGoFunc.Cli.Tests;

/// <summary>What a person at a terminal gets.</summary>
public sealed class TerminalTests(SharedStores shared) : CommandTest(shared)
{
    private const char Escape = '\u001b';
    private const string Red = "\u001b[91m";

    [Fact]
    public async Task A_terminal_gets_colours_and_a_certificate_that_ends_soon_is_red()
    {
        var name = NewName("soon");
        await PublishAsync(name, Pki.Issue("a.example", notAfter: TimeProvider.System.GetUtcNow().AddDays(12.5)));
        Cli.IsTerminal = true;

        var output = (await Cli.RunAsync("order", "list", name)).Output;

        Assert.Contains($"{Red}in 12 days", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NO_COLOR")]
    [InlineData("--no-color")]
    public async Task No_colours_when_they_are_unwanted(string how)
    {
        var name = NewName("soon");
        await PublishAsync(name, Pki.Issue("a.example", notAfter: TimeProvider.System.GetUtcNow().AddDays(12.5)));
        Cli.IsTerminal = true;
        if (how == "NO_COLOR")
        {
            Cli.Environment[how] = "1";
        }

        var output = (await Cli.RunAsync(how == "NO_COLOR" ? ["order", "list", name] : ["order", "list", name, how])).Output;

        Assert.Contains("in 12 days", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Red, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_narrow_terminal_is_not_overrun()
    {
        var name = NewName("narrow");
        await PublishAsync(name, Pki.Issue("a.rather.long.name.for.a.narrow.terminal.example"));
        Cli.IsTerminal = true;
        Cli.Width = 40;

        var output = (await Cli.RunAsync("order", "list", name, "--no-color")).Output;

        Assert.All(
            System.Text.RegularExpressions.Regex.Replace(output, "\u001b\\[[0-9;?]*[a-zA-Z]", "").Split('\n'),
            line => Assert.InRange(line.TrimEnd('\r').Length, 0, 40));
    }

    [Fact]
    public async Task A_pipe_gets_plain_lines_and_nothing_on_the_error_stream()
    {
        var name = NewName("pipe");
        await PublishAsync(name, Pki.Issue("a.rather.long.name.that.would.not.fit.into.eighty.columns.of.a.terminal.example"));
        Cli.Width = 40;

        var output = (await Cli.RunAsync("order", "list", name)).ShouldSucceed().Output;

        Assert.DoesNotContain(Escape, output);
        Assert.Equal(2, output.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public async Task Progress_is_on_the_error_stream_and_leaves_JSON_alone()
    {
        Cli.IsTerminal = true;

        var result = await Cli.RunAsync("list", "--json");

        Assert.Contains("Reading the tables", result.Error, StringComparison.Ordinal);
        Assert.True(result.Json.TryGetProperty("certificates", out _));
    }

    [Theory]
    [InlineData("y\n", true)]
    [InlineData("YES\n", true)]
    [InlineData("n\n", false)]
    [InlineData("\n", false)]
    [InlineData("", false)]
    public async Task What_destroys_asks_a_person_first(string answer, bool done)
    {
        var name = NewName("ask");
        await AddKeyAsync(name);
        Cli.IsInteractive = true;
        Cli.Input = System.Text.Encoding.ASCII.GetBytes(answer);

        var result = await Cli.RunAsync("key", "remove", name);

        Assert.Contains($"Remove private key '{name}' and its secret? [y/N]", result.Error, StringComparison.Ordinal);
        Assert.Equal(done ? ExitCodes.Done : ExitCodes.Cancelled, result.ExitCode);
        Assert.Equal(done, await Probe.PrivateKeyAsync(name) is null);
    }

    [Theory]
    [InlineData("cert remove {0}")]
    [InlineData("order revoke {0} 1")]
    [InlineData("apikey set cert {0} --api-key-file a")]
    [InlineData("apikey revoke cert {0} --slot current")]
    public async Task What_destroys_does_not_ask_with_yes_and_changes_nothing_without_an_answer(string line)
    {
        var name = NewName("ask");
        await PublishAsync(name, Pki.Issue("a.example"));
        Cli.File("a", "chosen-by-hand");
        Cli.IsInteractive = true;
        var before = await Probe.CertificateAsync(name);
        var command = string.Format(System.Globalization.CultureInfo.InvariantCulture, line, name).Split(' ');

        var asked = await Cli.RunAsync(command);
        var unchanged = await Probe.CertificateAsync(name);
        var told = await Cli.RunAsync([.. command, "--yes"]);

        Assert.Equal(ExitCodes.Cancelled, asked.ExitCode);
        Assert.EndsWith("error: not confirmed: nothing was changed\n", asked.Error, StringComparison.Ordinal);
        Assert.Equal(before!.Item, unchanged!.Item);
        Assert.Equal(before.Orders[0].ETag, unchanged.Orders[0].ETag);
        Assert.Equal(ExitCodes.Done, told.ExitCode);
        Assert.DoesNotContain("[y/N]", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_from_clients_can_not_drive_the_terminal()
    {
        var name = NewName("esc");
        await AddKeyAsync(name);
        await Probe.RecordAsync(new Access.AccessRecord(
            ItemKind.PrivateKey, ItemName.Parse(name), SlotName.Current, TimeProvider.System.GetUtcNow(), "1.2.3.4\u001b[2J\nforged", OrderId: null));

        var output = (await Cli.RunAsync("key", "show", name)).ShouldSucceed().Output;

        Assert.Contains("1.2.3.4", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Escape, output);
        Assert.DoesNotContain("\nforged", output, StringComparison.Ordinal);
    }
}
