using LeGoFunc.Cli.Tests.Support;
using LeGoFunc.Testing;

namespace LeGoFunc.Cli.Tests;

/// <summary>A test of a command on the shared stores.</summary>
public abstract class CommandTest(SharedStores shared) : IDisposable
{
    protected CliRun Cli { get; } = new(shared.Stores);

    protected StoreProbe Probe { get; } = new(shared.Stores);

    protected static TestPki Pki => TestPki.Shared;

    /// <summary>A name that no other test uses.</summary>
    protected static string NewName(string start) => $"{start}-{Guid.CreateVersion7():N}";

    public void Dispose()
    {
        Cli.Dispose();
        GC.SuppressFinalize(this);
    }

    protected Task<CliResult> AddKeyAsync(string name, IssuedCertificate? of = null) =>
        Cli.RunAsync("key", "add", name, "--pem", Cli.File("key.pem", (of ?? Pki.Issue("any.example")).KeyPem), "--json");

    protected Task<CliResult> PublishAsync(string name, IssuedCertificate issued, params string[] more) => Cli.RunAsync(
    [
        "publish", name, "--chain", Cli.File("chain.pem", issued.ChainPem), "--key-pem", Cli.File("leaf-key.pem", issued.KeyPem), "--create", "--json",
        .. more,
    ]);
}
