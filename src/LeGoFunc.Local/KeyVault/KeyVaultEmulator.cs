using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LeGoFunc.Local.KeyVault;

/// <summary>
/// The secrets part of Key Vault, as far as the unmodified <c>SecretClient</c> needs it, on 127.0.0.1 over HTTPS.
/// It logs nothing.
/// </summary>
internal sealed class KeyVaultEmulator : IAsyncDisposable
{
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(2);
    private readonly WebApplication app;

    private KeyVaultEmulator(WebApplication app, Uri vaultUri, FaultPlan faults, CallLog calls)
        => (this.app, VaultUri, Faults, Calls) = (app, vaultUri, faults, calls);

    internal Uri VaultUri { get; }

    internal FaultPlan Faults { get; }

    internal CallLog Calls { get; }

    /// <exception cref="LocalStackException">The port is taken, or a stored secret is damaged.</exception>
    internal static async Task<KeyVaultEmulator> StartAsync(KeyVaultEmulatorOptions options, CancellationToken cancellationToken)
    {
        var files = options.DataDirectory is { } directory ? new SecretFiles(Path.Combine(directory, "vault")) : null;
        var store = new SecretStore(files, options.TimeProvider);
        var (faults, calls) = (new FaultPlan(), new CallLog());
        var pipeline = new VaultPipeline(new BearerChallenge(options.Token), calls, faults);

        var server = Build(options);
        new SecretEndpoints(store).Map(server, pipeline);
        try
        {
            await server.StartAsync(cancellationToken);
            var addresses = server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
            return new KeyVaultEmulator(server, new Uri(addresses.Addresses.Single()), faults, calls);
        }
        catch (IOException e)
        {
            await server.DisposeAsync();
            throw new LocalStackException($"port {options.Port} for the Key Vault emulator is taken", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var deadline = new CancellationTokenSource(StopDeadline);
        await app.StopAsync(deadline.Token);
        await app.DisposeAsync();
    }

    private static WebApplication Build(KeyVaultEmulatorOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(options.Certificate);
            });
        });
        var server = builder.Build();
        server.UseRouting();
        return server;
    }
}
