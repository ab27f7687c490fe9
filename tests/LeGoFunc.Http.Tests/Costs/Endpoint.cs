using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Publishing;
using LeGoFunc.Setup;
using LeGoFunc.Stores;
using LeGoFunc.Testing;
using LeGoFunc.Vault;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeGoFunc.Http.Tests.Costs;

/// <summary>The endpoint inside this process on real stores, with every round trip to them counted.</summary>
internal sealed class Endpoint : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly CountingPolicy tableCalls = new();
    private readonly EmulatorStores stores;

    private Endpoint(EmulatorStores stores)
    {
        this.stores = stores;
        var options = new StoreOptions
        {
            TablesEndpoint = stores.TablesEndpoint,
            VaultUri = stores.VaultUri,
            EmulatorDirectory = stores.EmulatorDirectory,
        };
        var registered = new ServiceCollection().AddLogging().AddLeGoFunc(Configuration(options));
        registered.AddSingleton(CountedTables(options));
        services = registered.BuildServiceProvider();
    }

    public int TableCalls => tableCalls.Count;

    public static async Task<Endpoint> StartAsync(EmulatorStores stores)
    {
        var endpoint = new Endpoint(stores);
        var tables = endpoint.services.GetRequiredService<TableServiceClient>();
        await new Initializer(new CatalogWriter(tables, TimeProvider.System), endpoint.Vault).InitializeAsync(CancellationToken.None);

        // The first request of a process reads the pepper; what is counted comes after it.
        await endpoint.GetAsync("privatekeys/nobody", "warm-up-api-key");
        return endpoint;
    }

    /// <summary>Publishes a new certificate.</summary>
    /// <returns>Its name and the API keys of the certificate and the private key.</returns>
    public async Task<(string Name, string Certificate, string Key)> PublishAsync()
    {
        var tables = services.GetRequiredService<TableServiceClient>();
        var time = TimeProvider.System;
        using var peppers = new PepperSource(Vault);
        var publisher = new Publisher(
            new CatalogWriter(tables, time), new TableCatalog(tables, time), Vault, new ApiKeyIssuer(peppers, time), time);
        var name = $"cost-{Guid.CreateVersion7():N}";
        var issued = TestPki.Shared.Issue("cost.example.test");
        var result = await publisher.PublishAsync(
            new PublishRequest(ItemName.Parse(name), issued.ChainPem) { KeyPem = issued.KeyPem, Create = true }, CancellationToken.None);
        return (name,
            result.Issued.Single(key => key.Kind == ItemKind.Certificate).ApiKey!,
            result.Issued.Single(key => key.Kind == ItemKind.PrivateKey).ApiKey!);
    }

    public async Task<HttpResponse> GetAsync(string path, string apiKey, string? ifNoneMatch = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = $"/legocerthub/api/v1/download/{path}";
        context.Request.Headers["apiKey"] = apiKey;
        context.Request.Headers.IfNoneMatch = ifNoneMatch;
        context.Response.Body = new MemoryStream();
        await services.GetRequiredService<LeGoFuncApi>().HandleAsync(context);
        return context.Response;
    }

    /// <summary>How many calls <paramref name="work"/> made to the tables and, for this item, to the vault.</summary>
    public async Task<(int Tables, int Vault)> CountAsync(string name, Func<Task> work)
    {
        var (tables, vault) = (TableCalls, VaultCalls(name));
        await work();
        return (TableCalls - tables, VaultCalls(name) - vault);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private KeyVaultSecrets Vault => (KeyVaultSecrets)services.GetRequiredService<ISecretReader>();

    private int VaultCalls(string name) =>
        stores.Calls.Count(SecretNames.For(ItemKind.PrivateKey, ItemName.Parse(name)))
        + stores.Calls.Count(SecretNames.For(ItemKind.Certificate, ItemName.Parse(name)));

    private static IConfiguration Configuration(StoreOptions options) => new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["LeGoFunc:TablesEndpoint"] = options.TablesEndpoint!.ToString(),
            ["LeGoFunc:VaultUri"] = options.VaultUri!.ToString(),
            ["LeGoFunc:EmulatorDirectory"] = options.EmulatorDirectory,
        }).Build();

    private TableServiceClient CountedTables(StoreOptions options)
    {
        var settings = new TableClientOptions { Transport = Emulator.Transport(options.EmulatorDirectory!) };
        settings.AddPolicy(tableCalls, HttpPipelinePosition.PerRetry);
        return new TableServiceClient(
            options.TablesEndpoint!, new EmulatorCredential(options.EmulatorDirectory!, TimeProvider.System), settings);
    }

    private sealed class CountingPolicy : HttpPipelineSynchronousPolicy
    {
        private int count;

        public int Count => Volatile.Read(ref count);

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref count);
    }
}
