using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.Keys;

internal sealed class KeyRemoveCommand : CliCommand
{
    private readonly Argument<string> name = CommandHost.Name("The private key's name");
    private readonly Option<bool> yes = CommandHost.Yes();

    public KeyRemoveCommand(CommandHost host)
        : base("remove", "Remove a private key that no certificate uses, and its secret", "{kind, name, removed}")
    {
        Add(name);
        Add(yes);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var item = ItemName.Parse(result.GetRequiredValue(name));
        await session.ConfirmAsync(result.GetValue(yes), $"Remove private key '{item}' and its secret?", cancellationToken);
        await session.Screen.WhileAsync(
            $"Removing private key {item}",
            async () =>
            {
                await session.Stores.PrivateKeys.RemoveAsync(item, cancellationToken);
                return true;
            });
        session.Screen.Show(
            new RemovedDocument(Kinds.Word(ItemKind.PrivateKey), item.Spelling, Removed: true), CliJson.Default.RemovedDocument);
    }
}
