using Azure.Core;
using Azure.Data.Tables;
using LeGoFunc.Local.Azurite;
using LeGoFunc.Local.Pki;

namespace LeGoFunc.Local.Tests.Azurite;

/// <summary>Azurite with its certificate, and a client for it, on one directory.</summary>
internal sealed class LocalAzurite(LocalCertificateAuthority authority, AzuriteProcess process, LocalToken token) : IAsyncDisposable
{
    internal AzuriteProcess Process => process;

    internal LocalToken Token => token;

    internal static async Task<LocalAzurite> StartAsync(string directory, bool inMemory = false, int port = 0)
    {
        var installation = await new AzuriteInstaller().InstallAsync(CancellationToken.None);
        var authority = LocalCertificateAuthority.Open(directory, TimeProvider.System);
        var options = new AzuriteOptions(installation, authority.ServerCertificateFile, authority.ServerKeyFile)
        {
            DataDirectory = inMemory ? null : Path.Combine(directory, "azurite"),
            Port = port,
        };
        var token = LocalToken.Open(directory);
        return new LocalAzurite(authority, await AzuriteProcess.StartAsync(options, CancellationToken.None), token);
    }

    internal TableClient Table(string directory, string name = "rows")
        => new(process.TablesEndpoint, name, LocalCredential.FromDirectory(directory), new TableClientOptions
        {
            Transport = TrustingTransport.Create(authority.AuthorityFile),
            Retry = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(50), Mode = RetryMode.Fixed },
        });

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        authority.Dispose();
    }
}
