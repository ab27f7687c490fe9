using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.Certificates;

internal sealed class CertAddCommand : CliCommand
{
    private readonly Argument<string> name = CommandHost.Name("The certificate's name");

    private readonly Option<string> key = new("--key")
    {
        Description = "The private key that its orders are made with",
        HelpName = "KEYNAME",
        Required = true,
    };

    private readonly Option<string?> apiKeyFile = CommandHost.ApiKeyFile();
    private readonly Option<bool> legacy = CommandHost.Legacy();

    public CertAddCommand(CommandHost host)
        : base("add", "Add a certificate, still without an order, and show its API key once", "{kind, name, apiKey} (apiKey is null with --api-key-file)")
    {
        Add(name);
        Add(key);
        Add(apiKeyFile);
        Add(legacy);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var item = ItemName.Parse(result.GetRequiredValue(name));
        var privateKey = ItemName.Parse(result.GetRequiredValue(key));
        var chosen = await session.ChosenApiKeyAsync(ItemKind.Certificate, item, result.GetValue(apiKeyFile), cancellationToken);
        var issued = await session.Screen.WhileAsync(
            $"Adding certificate {item}",
            () => session.Stores.Certificates.AddAsync(item, privateKey, chosen, result.GetValue(legacy), cancellationToken));
        session.Screen.Show(IssuedKeyDocument.Of(issued), CliJson.Default.IssuedKeyDocument);
    }
}
