using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.Setup;

internal sealed class InitCommand : CliCommand
{
    public InitCommand(CommandHost host)
        : base("init", "Make the tables and the pepper that API keys are hashed with; what is there stays", "{tables, pepperCreated}") =>
        host.Run(this, RunAsync);

    private static async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var made = await session.Screen.WhileAsync(
            "Making tables and pepper", () => session.Stores.Initializer.InitializeAsync(cancellationToken));
        session.Screen.Show(new InitDocument(TableNames.All, made), CliJson.Default.InitDocument);
    }
}
