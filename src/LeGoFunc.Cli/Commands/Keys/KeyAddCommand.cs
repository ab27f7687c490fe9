using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.Keys;

internal sealed class KeyAddCommand : CliCommand
{
    private readonly Argument<string> name = CommandHost.Name("The private key's name");

    private readonly Option<string?> pem = new("--pem")
    {
        Description = "The private key's PEM, or - for the standard input",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> apiKeyFile = CommandHost.ApiKeyFile();
    private readonly Option<bool> legacy = CommandHost.Legacy();

    public KeyAddCommand(CommandHost host)
        : base("add", "Add a private key and show its API key once", "{kind, name, apiKey} (apiKey is null with --api-key-file)")
    {
        Add(name);
        Add(pem);
        Add(apiKeyFile);
        Add(legacy);
        CommandHost.OneStdin(this, pem, apiKeyFile);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var item = ItemName.Parse(result.GetRequiredValue(name));
        var material = await session.Files.ReadSecretAsync(result.GetRequiredValue(pem)!, cancellationToken);
        var chosen = await session.ChosenApiKeyAsync(ItemKind.PrivateKey, item, result.GetValue(apiKeyFile), cancellationToken);
        var issued = await session.Screen.WhileAsync(
            $"Adding private key {item}",
            () => session.Stores.PrivateKeys.AddAsync(item, material, chosen, result.GetValue(legacy), cancellationToken));
        session.Screen.Show(IssuedKeyDocument.Of(issued), CliJson.Default.IssuedKeyDocument);
    }
}
