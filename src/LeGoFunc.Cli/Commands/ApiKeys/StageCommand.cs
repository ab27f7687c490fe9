using System.CommandLine;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.ApiKeys;

internal sealed class StageCommand : CliCommand
{
    private readonly Argument<string> kind = Kinds.Argument();
    private readonly Argument<string> name = CommandHost.Name("The item's name");
    private readonly Option<string?> apiKeyFile = CommandHost.ApiKeyFile();

    private readonly Option<int?> expireCurrent = Numbers.Days("--expire-current", "Let the current API key end by itself after so many days");

    public StageCommand(CommandHost host)
        : base("stage", "Add a new API key beside the current one and show it once", "{kind, name, apiKey} (apiKey is null with --api-key-file)")
    {
        Add(kind);
        Add(name);
        Add(apiKeyFile);
        Add(expireCurrent);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var itemKind = Kinds.Parse(result.GetRequiredValue(kind));
        var item = ItemName.Parse(result.GetRequiredValue(name));
        var chosen = await session.ChosenApiKeyAsync(itemKind, item, result.GetValue(apiKeyFile), cancellationToken);
        var issued = await session.Stores.ApiKeys.IssueAsync(itemKind, item, chosen, cancellationToken);
        DateTimeOffset? end = result.GetValue(expireCurrent) is { } days ? session.Now.AddDays(days) : null;
        await session.Stores.Catalog.ChangeAsync(
            itemKind, item, stored => ApiKeyRotation.Stage(stored, issued.Slot, end), cancellationToken);
        session.Screen.Show(IssuedKeyDocument.Of(issued), CliJson.Default.IssuedKeyDocument);
    }
}
