using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.Orders;

internal sealed class OrderPruneCommand : CliCommand
{
    private readonly Argument<string> certificate = new("CERT") { Description = "The certificate's name" };
    private readonly Option<int> keep = Numbers.Keep();

    public OrderPruneCommand(CommandHost host)
        : base("prune", "Remove old orders", "{certificate, removed: [ORDER]}")
    {
        Add(certificate);
        Add(keep);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var name = ItemName.Parse(result.GetRequiredValue(certificate));
        var removed = await session.Stores.Orders.PruneAsync(name, result.GetRequiredValue(keep), cancellationToken);
        session.Screen.Show(new PrunedDocument(name.Spelling, [.. removed.Select(order => order.Id)]), CliJson.Default.PrunedDocument);
    }
}
