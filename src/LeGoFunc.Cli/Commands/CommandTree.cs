using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Commands.ApiKeys;
using LeGoFunc.Cli.Commands.Certificates;
using LeGoFunc.Cli.Commands.Keys;
using LeGoFunc.Cli.Commands.Orders;
using LeGoFunc.Cli.Commands.Overview;
using LeGoFunc.Cli.Commands.Setup;

namespace LeGoFunc.Cli.Commands;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    private const string Description = """
        Publishes certificates to LeGoFunc, rotates API keys, shows what expires and what was downloaded.

        Secrets are read from files or the standard input (-), never from arguments. A new API key is shown once.
        With --json the output is one object on one line; a command's help lists its fields.
        Give --local as --local=DIR, or after all arguments.

        Exit codes: 0 done; 1 unexpected; 2 usage or settings; 3 no such item; 4 invalid input; 5 conflict;
        6 a store is unreachable or refuses, or doctor found something; 130 cancelled.

        Azure sign-in: AZURE_CLIENT_ID, AZURE_TENANT_ID and a secret or certificate, else a federated token file,
        else the Azure CLI; LEGOFUNC_CREDENTIAL=cli|azd|environment|workload|managed chooses one.
        """;

    public static RootCommand Create(CliIO io)
    {
        var host = new CommandHost(io);
        var root = new RootCommand(Description)
        {
            new InitCommand(host),
            new Command("key", "Private keys")
            {
                new KeyAddCommand(host),
                new KeyShowCommand(host),
                new KeyRemoveCommand(host),
                new DisabledCommand(host, ItemKind.PrivateKey, disabled: false),
                new DisabledCommand(host, ItemKind.PrivateKey, disabled: true),
            },
            new Command("cert", "Certificates")
            {
                new CertAddCommand(host),
                new CertShowCommand(host),
                new CertRemoveCommand(host),
                new DisabledCommand(host, ItemKind.Certificate, disabled: false),
                new DisabledCommand(host, ItemKind.Certificate, disabled: true),
            },
            new PublishCommand(host),
            new Command("order", "The orders of a certificate: what was published for it")
            {
                new OrderListCommand(host),
                new OrderRevokeCommand(host),
                new OrderPruneCommand(host),
            },
            new Command("apikey", "API keys: stage a new one, move the clients, retire the old one")
            {
                new StageCommand(host),
                new RetireCommand(host),
                new SetCommand(host),
                new RevokeCommand(host),
            },
            new Command("legacy", "Whether the API key may be presented in the URL")
            {
                new LegacyCommand(host, allow: true),
                new LegacyCommand(host, allow: false),
            },
            new ListCommand(host),
            new DoctorCommand(host),
        };
        host.Globals.AddTo(root);
        HelpWithJson.Install(root);
        return root;
    }
}
