using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.Keys;

internal sealed class KeyShowCommand : CliCommand
{
    private readonly Argument<string> name = CommandHost.Name("The private key's name");

    public KeyShowCommand(CommandHost host)
        : base(
            "show",
            "Show a private key's entry (never its PEM): algorithm, flags, API keys and their last use, who uses it",
            "{kind, name, algorithm, legacy, disabled, description, created, updated, published, apiKeys: {current, new}, "
            + "secret, secretVersion, certificates: [NAME]}; an API key is {hint, created, expires, lastDownload: {time, clientAddress, order}}")
    {
        Add(name);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var item = ItemName.Parse(result.GetRequiredValue(name));
        var key = await session.Stores.Reader.FindPrivateKeyAsync(item, cancellationToken)
            ?? throw new NoSuchItemException($"there is no private key '{item}'");
        var users = await session.Stores.Lister.UsersOfAsync(item, cancellationToken);
        var downloads = (await DownloadBook.ReadAsync(session.Stores.Access, cancellationToken)).Of(key);
        session.Screen.Show(KeyDocument.Of(key, downloads, [.. users.Select(user => user.Spelling)]), CliJson.Default.KeyDocument);
    }
}
