using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.Orders;

internal sealed class OrderListCommand : CliCommand
{
    private readonly Argument<string> certificate = new("CERT") { Description = "The certificate's name" };

    public OrderListCommand(CommandHost host)
        : base(
            "list",
            "List the orders of a certificate, newest first",
            "{certificate, orders: [{id, state, notBefore, notAfter, created, published, revoked, "
            + "privateKey, fingerprint, serial, subjectNames}]}; state is served, superseded, revoked, expired or invalid")
    {
        Add(certificate);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var name = ItemName.Parse(result.GetRequiredValue(certificate));
        var entry = await session.Stores.Lister.CertificateAsync(name, cancellationToken)
            ?? throw new NoSuchItemException($"there is no certificate '{name}'");
        session.Screen.Show(OrdersDocument.Of(entry, session.Now), CliJson.Default.OrdersDocument);
    }
}
