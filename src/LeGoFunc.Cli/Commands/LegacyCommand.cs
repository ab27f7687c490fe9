using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands;

/// <summary><c>legacy allow</c> and <c>legacy deny</c>.</summary>
internal sealed class LegacyCommand : CliCommand
{
    private readonly Argument<string> kind = Kinds.Argument();
    private readonly Argument<string> name = CommandHost.Name("The item's name");
    private readonly bool allow;

    public LegacyCommand(CommandHost host, bool allow)
        : base(
            allow ? "allow" : "deny",
            allow ? "Accept the API key in the URL, where proxies may log it" : "Accept the API key in the header only",
            "{kind, name, legacy, disabled}")
    {
        this.allow = allow;
        Add(kind);
        Add(name);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var item = await session.Stores.Catalog.ChangeAsync(
            Kinds.Parse(result.GetRequiredValue(kind)),
            ItemName.Parse(result.GetRequiredValue(name)),
            item => item.Legacy == allow ? item : item with { Legacy = allow },
            cancellationToken);
        session.Screen.Show(FlagsDocument.Of(item), CliJson.Default.FlagsDocument);
    }
}
