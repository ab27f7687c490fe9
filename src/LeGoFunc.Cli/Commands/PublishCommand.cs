using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;
using LeGoFunc.Publishing;

namespace LeGoFunc.Cli.Commands;

internal sealed class PublishCommand : CliCommand
{
    private readonly Argument<string> certificate = new("CERT") { Description = "The certificate's name" };

    private readonly Option<string?> chain = new("--chain")
    {
        Description = "The leaf and its issuers in PEM, or - for the standard input",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> keyPem = new("--key-pem")
    {
        Description = "The leaf's private key in PEM, or - for the standard input (default: the one that is stored)",
        HelpName = "FILE",
    };

    private readonly Option<string?> key = new("--key")
    {
        Description = "The private key's name (default: the certificate's; with --create the certificate's own name)",
        HelpName = "KEYNAME",
    };

    private readonly Option<bool> create = new("--create") { Description = "Add the certificate and the private key when they are missing" };
    private readonly Option<bool> legacy = CommandHost.Legacy();

    public PublishCommand(CommandHost host)
        : base(
            "publish",
            "Publish an issued certificate; the same material again changes nothing",
            "{certificate, privateKey, order, new, reordered, apiKeys: [{kind, name, apiKey}]}; order as in 'order list'; "
            + "apiKeys has one object for each item that --create made")
    {
        Add(certificate);
        Add(chain);
        Add(keyPem);
        Add(key);
        Add(create);
        Add(legacy);
        CommandHost.OneStdin(this, chain, keyPem);
        Validators.Add(result =>
        {
            if (result.GetValue(legacy) && !result.GetValue(create))
            {
                result.AddError("--legacy is for items that --create makes: use 'legofunc legacy allow' for others");
            }
        });
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var name = ItemName.Parse(result.GetRequiredValue(certificate));
        var request = new PublishRequest(name, await session.Files.ReadAsync(result.GetRequiredValue(chain)!, cancellationToken))
        {
            KeyName = result.GetValue(key) is { } keyName ? ItemName.Parse(keyName) : null,
            // The cast matters: a bare null would become an empty file instead of none.
            KeyPem = result.GetValue(keyPem) is { } file ? await session.Files.ReadSecretAsync(file, cancellationToken) : (ReadOnlyMemory<byte>?)null,
            Create = result.GetValue(create),
            Legacy = result.GetValue(legacy),
        };
        var published = await session.Screen.WhileAsync(
            $"Publishing {name}", () => session.Stores.Publisher.PublishAsync(request, cancellationToken));

        if (published.Reordered)
        {
            session.Screen.Warn($"{name}: the chain was not in order and was put leaf first");
        }

        if (!published.IsServed)
        {
            session.Screen.Warn($"{name}: this material is order {published.Order.Id} and is not served, because a newer order is");
        }

        session.Screen.Show(PublishedDocument.Of(name, published, session.Now), CliJson.Default.PublishedDocument);
    }
}
