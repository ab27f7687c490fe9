using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands;

/// <summary><c>enable</c> and <c>disable</c>, for both kinds.</summary>
internal sealed class DisabledCommand : CliCommand
{
    private readonly Argument<string> name = CommandHost.Name("The item's name");
    private readonly ItemKind kind;
    private readonly bool disabled;

    public DisabledCommand(CommandHost host, ItemKind kind, bool disabled)
        : base(
            disabled ? "disable" : "enable",
            disabled ? "Stop serving it, until it is enabled again" : "Serve it again",
            "{kind, name, legacy, disabled}")
    {
        this.kind = kind;
        this.disabled = disabled;
        Add(name);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var item = await session.Stores.Catalog.ChangeAsync(
            kind,
            ItemName.Parse(result.GetRequiredValue(name)),
            item => item.Disabled == disabled ? item : item with { Disabled = disabled },
            cancellationToken);
        session.Screen.Show(FlagsDocument.Of(item), CliJson.Default.FlagsDocument);
    }
}
