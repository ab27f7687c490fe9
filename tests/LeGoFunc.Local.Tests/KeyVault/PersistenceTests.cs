using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Security.KeyVault.Secrets;
using LeGoFunc.Local.KeyVault;
using LeGoFunc.Local.Pki;
using LeGoFunc.Testing;

namespace LeGoFunc.Local.Tests.KeyVault;

public sealed class PersistenceTests : IDisposable
{
    private readonly TestDirectory directory = new();
    private readonly LocalCertificateAuthority authority;

    public PersistenceTests() => authority = LocalCertificateAuthority.Open(directory.Path, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Vault => directory.File("vault");

    [Fact]
    public async Task Start_OnAVaultThatWasUsed_HasAllVersionsAndDeletions()
    {
        string first;
        await using (var before = await StartAsync())
        {
            var client = Client(before);
            first = (await client.SetSecretAsync("Mixed-Case", "v1", Cancellation)).Value.Properties.Version;
            await client.SetSecretAsync("mixed-case", "v2", Cancellation);
            await client.SetSecretAsync("gone", "v", Cancellation);
            await client.StartDeleteSecretAsync("gone", Cancellation);
            await client.SetSecretAsync("purged", "v", Cancellation);
            await client.StartDeleteSecretAsync("purged", Cancellation);
            await client.PurgeDeletedSecretAsync("purged", Cancellation);
        }

        await using var after = await StartAsync();
        var again = Client(after);

        Assert.Equal("v1", (await again.GetSecretAsync("mixed-case", first, cancellationToken: Cancellation)).Value.Value);
        Assert.Equal("v2", (await again.GetSecretAsync("MIXED-CASE", cancellationToken: Cancellation)).Value.Value);
        Assert.Equal("gone", (await again.GetDeletedSecretAsync("gone", Cancellation)).Value.Name);
        await Assert.ThrowsAsync<RequestFailedException>(() => again.GetDeletedSecretAsync("purged", Cancellation));
    }

    [Fact]
    public async Task Set_MakesFilesForTheOwnerOnly()
    {
        await using var emulator = await StartAsync();
        await Client(emulator).SetSecretAsync("s", "v", Cancellation);

        var file = Assert.Single(Directory.GetFiles(Vault));
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(Vault));
            Assert.Equal(owner, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Start_WithATornTemporaryFile_IgnoresAndRemovesIt()
    {
        await using (var before = await StartAsync())
        {
            await Client(before).SetSecretAsync("s", "v", Cancellation);
        }

        var torn = Directory.GetFiles(Vault).Single() + ".0190" + OwnerOnly.TemporarySuffix;
        await File.WriteAllTextAsync(torn, "{\"Name\":\"s\",\"Vers", Cancellation);
        await using var after = await StartAsync();

        Assert.False(File.Exists(torn));
        Assert.Equal("v", (await Client(after).GetSecretAsync("s", cancellationToken: Cancellation)).Value.Value);
    }

    [Fact]
    public async Task Start_WithADamagedSecret_NamesTheFileAndNotItsContent()
    {
        Directory.CreateDirectory(Vault);
        await File.WriteAllTextAsync(Path.Combine(Vault, "secret-s.json"), "hush", Cancellation);

        var error = await Assert.ThrowsAsync<LocalStackException>(StartAsync);

        Assert.Contains("secret-s.json", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnAPortThatIsTaken_NamesThePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var error = await Assert.ThrowsAsync<LocalStackException>(() => StartAsync(port));

        Assert.Equal($"port {port} for the Key Vault emulator is taken", error.Message);
    }

    public void Dispose()
    {
        authority.Dispose();
        directory.Dispose();
    }

    private Task<KeyVaultEmulator> StartAsync() => StartAsync(port: 0);

    private Task<KeyVaultEmulator> StartAsync(int port)
        => KeyVaultEmulator.StartAsync(
            new(authority.ServerCertificate, LocalToken.Open(directory.Path)) { DataDirectory = directory.Path, Port = port }, Cancellation);

    private SecretClient Client(KeyVaultEmulator emulator)
        => VaultClients.Create(emulator.VaultUri, authority.AuthorityFile, LocalCredential.FromDirectory(directory.Path));
}
