using LeGoFunc.Local;
using LeGoFunc.Local.Azurite;
using LeGoFunc.Local.KeyVault;
using LeGoFunc.Local.Pki;
using Xunit;

namespace LeGoFunc.Testing;

/// <summary>
/// Both stores on emulators, in memory, started once: <c>[assembly: AssemblyFixture(typeof(EmulatorStores))]</c>.
/// Tests that share it use names of their own for tables and secrets, and faults only for their own secrets.
/// </summary>
public sealed class EmulatorStores : IAsyncLifetime
{
    private readonly TestDirectory directory = new();
    private LocalCertificateAuthority? authority;
    private AzuriteProcess? azurite;
    private KeyVaultEmulator? vault;

    public Uri TablesEndpoint => Started(azurite).TablesEndpoint;

    public Uri VaultUri => Started(vault).VaultUri;

    /// <summary>Holds <c>ca.pem</c>, which clients must trust, and <c>token</c>, which they must know.</summary>
    public string EmulatorDirectory => directory.Path;

    /// <summary>PEM of the CA that issued the certificate of both emulators.</summary>
    public string AuthorityFile => Started(authority).AuthorityFile;

    internal FaultPlan Faults => Started(vault).Faults;

    internal CallLog Calls => Started(vault).Calls;

    internal LocalCertificateAuthority Authority => Started(authority);

    public async ValueTask InitializeAsync()
    {
        authority = LocalCertificateAuthority.Open(directory.Path, TimeProvider.System);
        var token = LocalToken.Open(directory.Path);
        vault = await KeyVaultEmulator.StartAsync(new(authority.ServerCertificate, token), CancellationToken.None);
        var installation = await new AzuriteInstaller().InstallAsync(CancellationToken.None);
        azurite = await AzuriteProcess.StartAsync(
            new(installation, authority.ServerCertificateFile, authority.ServerKeyFile), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }

        if (vault is not null)
        {
            await vault.DisposeAsync();
        }

        authority?.Dispose();
        directory.Dispose();
    }

    private static T Started<T>(T? part)
        where T : class
        => part ?? throw new InvalidOperationException("The fixture has not been started.");
}
