using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Local.Azurite;
using LeGoFunc.Local.Demo;
using LeGoFunc.Local.KeyVault;
using LeGoFunc.Local.Pki;
using LeGoFunc.Publishing;
using LeGoFunc.Setup;
using LeGoFunc.Stores;
using LeGoFunc.Vault;

namespace LeGoFunc.Local.Running;

/// <summary>Everything that runs: the stores, then the endpoint in front of them. Disposing stops it in reverse.</summary>
internal sealed class LocalStack : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> running = new();
    private readonly LocalOptions options;
    private AzuriteProcess? azurite;

    private LocalStack(LocalOptions options) => this.options = options;

    /// <summary>Starts everything and says so on standard output.</summary>
    /// <exception cref="LeGoFuncException">Something can't be started; what was started is stopped again.</exception>
    public static async Task<LocalStack> StartAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        var stack = new LocalStack(options);
        try
        {
            await stack.StartAsync(cancellationToken);
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends when Azurite does, or whoever started the stack.</summary>
    /// <exception cref="LocalStackException">Azurite ended by itself.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var others = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ended = await Task.WhenAny(
            azurite!.Exited.WaitAsync(cancellationToken),
            ParentWatch.WaitAsync(others.Token),
            options.ExitWithStdin ? StandardInputEndsAsync(others.Token) : Task.Delay(Timeout.Infinite, others.Token));
        await others.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (azurite.Exited.IsCompleted)
        {
            throw new LocalStackException($"Azurite ended by itself: {azurite.LastErrors}");
        }

        await ended;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (running.TryPop(out var part))
        {
            await part.DisposeAsync();
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var data = await DataDirectory.OpenAsync(options.Data, cancellationToken);
        Own(data);
        var authority = LocalCertificateAuthority.Open(data.Path, TimeProvider.System);
        Own(authority);
        var stores = await StartStoresAsync(data, authority, cancellationToken);
        var demo = await PrepareAsync(data, stores, cancellationToken);
        var head = await KestrelHead.StartAsync(options, stores, authority, cancellationToken);
        running.Push(head);
        var (http, https) = KestrelHead.Addresses(head);
        WriteSettings(data, stores);
        if (demo is not null)
        {
            demo.WriteLegacyCurl(http, DemoPublisher.Name);
            foreach (var line in CurlLines.For(demo, http, https, authority.AuthorityFile, DemoPublisher.Name))
            {
                Console.WriteLine(line);
            }
        }

        Console.WriteLine($"ready {http.GetLeftPart(UriPartial.Authority)} {https.GetLeftPart(UriPartial.Authority)}");
    }

    private async Task<StoreOptions> StartStoresAsync(
        DataDirectory data, LocalCertificateAuthority authority, CancellationToken cancellationToken)
    {
        var vault = await KeyVaultEmulator.StartAsync(
            new KeyVaultEmulatorOptions(authority.ServerCertificate, LocalToken.Open(data.Path))
            {
                DataDirectory = options.InMemory ? null : data.Path,
            },
            cancellationToken);
        running.Push(vault);
        var installation = await new AzuriteInstaller(progress: Console.Error.WriteLine).InstallAsync(cancellationToken);
        azurite = await AzuriteProcess.StartAsync(
            new AzuriteOptions(installation, authority.ServerCertificateFile, authority.ServerKeyFile)
            {
                DataDirectory = options.InMemory ? null : data.File("azurite"),
            },
            cancellationToken);
        running.Push(azurite);
        return new StoreOptions
        {
            TablesEndpoint = azurite.TablesEndpoint,
            VaultUri = vault.VaultUri,
            EmulatorDirectory = data.Path,
        };
    }

    private async Task<DemoFiles?> PrepareAsync(DataDirectory data, StoreOptions stores, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var tables = StoreClients.Tables(stores, AppCredential.For(stores), StorePatience.Operator);
        var vault = new KeyVaultSecrets(StoreClients.Vault(stores, AppCredential.For(stores), StorePatience.Operator));
        var writer = new CatalogWriter(tables, time);
        await new Initializer(writer, vault).InitializeAsync(cancellationToken);
        if (!options.Demo)
        {
            return null;
        }

        using var peppers = new PepperSource(vault);
        var apiKeys = new ApiKeyIssuer(peppers, time);
        var reader = new TableCatalog(tables, time);
        var files = new DemoFiles(data);
        var demo = new DemoPublisher(
            new Publisher(writer, reader, vault, apiKeys, time), reader, writer, new CatalogLister(tables), apiKeys, files, time);
        return await demo.EnsureAsync(cancellationToken) ? files : null;
    }

    private static void WriteSettings(DataDirectory data, StoreOptions stores) => DataDirectory.Write(
        data.File("legofunc.env"),
        $"LEGOFUNC_TABLES={stores.TablesEndpoint}\nLEGOFUNC_VAULT={stores.VaultUri}\nLEGOFUNC_EMULATOR={data.Path}\n");

    private static async Task StandardInputEndsAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[256];
        await using var input = Console.OpenStandardInput();
        while (await input.ReadAsync(buffer, cancellationToken) > 0)
        {
        }
    }

    private void Own(IDisposable part) => running.Push(new Owned(part));

    private sealed class Owned(IDisposable part) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            part.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
