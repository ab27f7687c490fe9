using System.CommandLine;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.ApiKeys;

internal sealed class RevokeCommand : CliCommand
{
    private const string New = "new";
    private const string Current = "current";

    private readonly Argument<string> kind = Kinds.Argument();
    private readonly Argument<string> name = CommandHost.Name("The item's name");
    private readonly Option<string> slot = new("--slot") { Description = "Which of the two API keys", Required = true };
    private readonly Option<bool> yes = CommandHost.Yes();

    public RevokeCommand(CommandHost host)
        : base("revoke", "End an API key at once", "{kind, name, apiKeys: {current, new}}, without downloads")
    {
        slot.AcceptOnlyFromAmong(New, Current);
        Add(kind);
        Add(name);
        Add(slot);
        Add(yes);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var itemKind = Kinds.Parse(result.GetRequiredValue(kind));
        var item = ItemName.Parse(result.GetRequiredValue(name));
        var which = result.GetRequiredValue(slot);
        await session.ConfirmAsync(
            result.GetValue(yes), $"End the {which} API key of {Kinds.Describe(itemKind, item)} at once?", cancellationToken);
        var changed = await session.Stores.Catalog.ChangeAsync(
            itemKind, item, stored => ApiKeyRotation.Revoke(stored, which == New ? SlotName.New : SlotName.Current), cancellationToken);
        if (changed.ApiKeys == ApiKeySlots.None)
        {
            session.Screen.Warn($"{Kinds.Describe(itemKind, changed.Name)} has no API key left, so nobody can download it: set one");
        }

        session.Screen.Show(ItemKeysDocument.Of(changed), CliJson.Default.ItemKeysDocument);
    }
}
