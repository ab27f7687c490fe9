using System.CommandLine;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.ApiKeys;

internal sealed class SetCommand : CliCommand
{
    private readonly Argument<string> kind = Kinds.Argument();
    private readonly Argument<string> name = CommandHost.Name("The item's name");
    private readonly Option<string?> apiKeyFile = CommandHost.ApiKeyFile(required: true);
    private readonly Option<bool> yes = CommandHost.Yes();

    public SetCommand(CommandHost host)
        : base("set", "Replace the current API key at once by one that you chose", "{kind, name, apiKeys: {current, new}}, without downloads")
    {
        Add(kind);
        Add(name);
        Add(apiKeyFile);
        Add(yes);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var itemKind = Kinds.Parse(result.GetRequiredValue(kind));
        var item = ItemName.Parse(result.GetRequiredValue(name));
        await session.ConfirmAsync(
            result.GetValue(yes), $"Replace the current API key of {Kinds.Describe(itemKind, item)} at once?", cancellationToken);
        var chosen = await session.ChosenApiKeyAsync(itemKind, item, result.GetRequiredValue(apiKeyFile), cancellationToken);
        var issued = await session.Stores.ApiKeys.IssueAsync(itemKind, item, chosen, cancellationToken);
        var changed = await session.Stores.Catalog.ChangeAsync(
            itemKind, item, stored => ApiKeyRotation.Set(stored, issued.Slot), cancellationToken);
        session.Screen.Show(ItemKeysDocument.Of(changed), CliJson.Default.ItemKeysDocument);
    }
}
