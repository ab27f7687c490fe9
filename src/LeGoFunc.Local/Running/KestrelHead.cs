using System.Net;
using LeGoFunc.Http;
using LeGoFunc.Local.Pki;
using LeGoFunc.Stores;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LeGoFunc.Local.Running;

/// <summary>The endpoint on Kestrel, over HTTP and HTTPS, on this machine only.</summary>
internal static class KestrelHead
{
    /// <summary>Starts the endpoint.</summary>
    /// <exception cref="LocalStackException">A port is taken.</exception>
    public static async Task<WebApplication> StartAsync(
        LocalOptions options, StoreOptions stores, LocalCertificateAuthority authority, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(Settings(stores));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        // The framework's own lines for each request hold the path, and the path of a legacy call holds the API key.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // A start that fails ends in one line, below, and not in the host's stack traces.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.AddLeGoFunc(builder.Configuration);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Listen(IPAddress.Loopback, options.HttpsPort, listen => listen.UseHttps(authority.ServerCertificate));
        });

        var app = builder.Build();
        app.Run(app.Services.GetRequiredService<LeGoFuncApi>().HandleAsync);
        try
        {
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            throw new LocalStackException(
                $"port {options.Port} or {options.HttpsPort} is taken: choose others with --port and --https-port, or 0 for any free one", e);
        }
    }

    /// <summary>The addresses that were given out: HTTP, then HTTPS.</summary>
    public static (Uri Http, Uri Https) Addresses(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.Select(address => new Uri(address)).ToList();
        var https = addresses.Single(address => address.Scheme == Uri.UriSchemeHttps);
        return (addresses.Single(address => address.Scheme == Uri.UriSchemeHttp), new UriBuilder(https) { Host = "localhost" }.Uri);
    }

    private static Dictionary<string, string?> Settings(StoreOptions stores) => new(StringComparer.Ordinal)
    {
        [$"{StoreOptions.Section}:{nameof(StoreOptions.TablesEndpoint)}"] = stores.TablesEndpoint!.ToString(),
        [$"{StoreOptions.Section}:{nameof(StoreOptions.VaultUri)}"] = stores.VaultUri!.ToString(),
        [$"{StoreOptions.Section}:{nameof(StoreOptions.EmulatorDirectory)}"] = stores.EmulatorDirectory,
    };
}
