using System.CommandLine;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.ApiKeys;

internal sealed class RetireCommand : CliCommand
{
    private readonly Argument<string> kind = Kinds.Argument();
    private readonly Argument<string> name = CommandHost.Name("The item's name");

    public RetireCommand(CommandHost host)
        : base("retire", "End the current API key; the new one takes its place", "{kind, name, apiKeys: {current, new}}, without downloads")
    {
        Add(kind);
        Add(name);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var item = await session.Stores.Catalog.ChangeAsync(
            Kinds.Parse(result.GetRequiredValue(kind)),
            ItemName.Parse(result.GetRequiredValue(name)),
            ApiKeyRotation.Retire,
            cancellationToken);
        session.Screen.Show(ItemKeysDocument.Of(item), CliJson.Default.ItemKeysDocument);
    }
}
