using LeGoFunc.Http;
using LeGoFunc.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeGoFunc.ConformanceTests.Outages;

/// <summary>
/// An endpoint of its own in front of the target's stores, which only it reaches through proxies that can be cut. It
/// forgets nothing that it served, so that the last known state is there to be served.
/// </summary>
internal sealed class FragileEndpoint : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Connections connections = new(new System.Net.Security.SslClientAuthenticationOptions());

    private FragileEndpoint(Target target, WebApplication app, CuttableProxy tables, CuttableProxy vault)
    {
        this.app = app;
        (Tables, Vault) = (tables, vault);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Sender = new Sender(new Uri(address), connections, target.Seed.ApiKeys);
    }

    public CuttableProxy Tables { get; }

    public CuttableProxy Vault { get; }

    public Sender Sender { get; }

    public static async Task<FragileEndpoint> StartAsync(Target target)
    {
        var local = target.OnlyOnLocalStack("its stores can't be cut off");
        var tables = new CuttableProxy(local.Stores.TablesEndpoint!);
        var vault = new CuttableProxy(local.Stores.VaultUri!);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{StoreOptions.Section}:{nameof(StoreOptions.TablesEndpoint)}"] = tables.Address.ToString(),
            [$"{StoreOptions.Section}:{nameof(StoreOptions.VaultUri)}"] = vault.Address.ToString(),
            [$"{StoreOptions.Section}:{nameof(StoreOptions.EmulatorDirectory)}"] = local.Stores.EmulatorDirectory,
            [$"{StoreOptions.Section}:Cache:CatalogSeconds"] = "1",
            [$"{StoreOptions.Section}:Cache:HardTimeoutSeconds"] = "1",
        });
        builder.Services.AddLeGoFunc(builder.Configuration);
        var head = builder.Build();
        head.Run(head.Services.GetRequiredService<LeGoFuncApi>().HandleAsync);
        await head.StartAsync();
        return new FragileEndpoint(target, head, tables, vault);
    }

    public void Cut(bool tables, bool vault)
    {
        if (tables)
        {
            Tables.Cut();
        }

        if (vault)
        {
            Vault.Cut();
        }
    }

    public void Mend()
    {
        Tables.Mend();
        Vault.Mend();
    }

    /// <summary>Has the pepper read: that is one vault call in a process's life, with the first request of all.</summary>
    public async Task WarmUpAsync() =>
        (await Sender.GetWithKeyAsync(Dialect.LeGo.Path(Route.PrivateKeys, "no-such-name"), "wrong-key")).AssertUnauthorized();

    public async ValueTask DisposeAsync()
    {
        Mend();
        await app.DisposeAsync();
        connections.Dispose();
        Tables.Dispose();
        Vault.Dispose();
    }
}
