using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.Certificates;

internal sealed class CertShowCommand : CliCommand
{
    private readonly Argument<string> name = CommandHost.Name("The certificate's name");

    public CertShowCommand(CommandHost host)
        : base(
            "show",
            "Show a certificate: what it serves and until when, flags, API keys and their last use",
            "{kind, name, privateKey, legacy, disabled, description, created, updated, apiKeys: {current, new}, served, orders}; "
            + "an API key is {hint, created, expires, lastDownload: {time, clientAddress, order}}; served is an order as in 'order list'")
    {
        Add(name);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var item = ItemName.Parse(result.GetRequiredValue(name));
        var entry = await session.Stores.Lister.CertificateAsync(item, cancellationToken)
            ?? throw new NoSuchItemException($"there is no certificate '{item}'");
        var downloads = (await DownloadBook.ReadAsync(session.Stores.Access, cancellationToken)).Of(entry.Item);
        session.Screen.Show(CertDocument.Of(entry, downloads, session.Now), CliJson.Default.CertDocument);
    }
}
