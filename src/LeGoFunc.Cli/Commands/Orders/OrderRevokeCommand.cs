using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.Orders;

internal sealed class OrderRevokeCommand : CliCommand
{
    private readonly Argument<string> certificate = new("CERT") { Description = "The certificate's name" };
    private readonly Argument<long> order = Numbers.Order();
    private readonly Option<bool> yes = CommandHost.Yes();

    public OrderRevokeCommand(CommandHost host)
        : base("revoke", "Stop serving an order for good; the one before it is served again", "{certificate, revoked, served}")
    {
        Add(certificate);
        Add(order);
        Add(yes);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var name = ItemName.Parse(result.GetRequiredValue(certificate));
        var id = result.GetRequiredValue(order);
        await session.ConfirmAsync(result.GetValue(yes), $"Revoke order {id} of certificate '{name}' for good?", cancellationToken);
        var served = await session.Stores.Orders.RevokeAsync(name, id, cancellationToken);
        if (served is null)
        {
            session.Screen.Warn($"certificate '{name}' has no order left to serve: publish a new one");
        }

        session.Screen.Show(new RevokedDocument(name.Spelling, id, served?.Id), CliJson.Default.RevokedDocument);
    }
}
