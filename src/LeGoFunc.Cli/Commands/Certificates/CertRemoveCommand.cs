using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.Certificates;

internal sealed class CertRemoveCommand : CliCommand
{
    private readonly Argument<string> name = CommandHost.Name("The certificate's name");
    private readonly Option<bool> yes = CommandHost.Yes();

    public CertRemoveCommand(CommandHost host)
        : base("remove", "Remove a certificate, its orders and their secret; its private key stays", "{kind, name, removed}")
    {
        Add(name);
        Add(yes);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var item = ItemName.Parse(result.GetRequiredValue(name));
        await session.ConfirmAsync(result.GetValue(yes), $"Remove certificate '{item}' with all its orders?", cancellationToken);
        await session.Screen.WhileAsync(
            $"Removing certificate {item}",
            async () =>
            {
                await session.Stores.Certificates.RemoveAsync(item, cancellationToken);
                return true;
            });
        session.Screen.Show(
            new RemovedDocument(Kinds.Word(ItemKind.Certificate), item.Spelling, Removed: true), CliJson.Default.RemovedDocument);
    }
}
