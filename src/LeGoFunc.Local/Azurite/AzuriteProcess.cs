using System.Net;
using System.Net.Sockets;

namespace LeGoFunc.Local.Azurite;

/// <summary>Azurite's table service as a child process, on 127.0.0.1 over HTTPS. It ends with this process, however that ends.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";
    private const int PortAttempts = 5;
    private readonly AzuriteChild child;
    private readonly AzuriteDirectory? directory;
    private readonly TimeSpan stopDeadline;
    private int disposed;

    private AzuriteProcess(AzuriteChild child, AzuriteDirectory? directory, int port, TimeSpan stopDeadline)
    {
        (this.child, this.directory, this.stopDeadline) = (child, directory, stopDeadline);
        ProcessId = child.Process.Id;
        TablesEndpoint = new Uri($"https://127.0.0.1:{port}/{Account}");
    }

    /// <summary>The endpoint for <c>TableServiceClient</c>.</summary>
    internal Uri TablesEndpoint { get; }

    internal int ProcessId { get; }

    /// <summary>Completes when Azurite has ended, whether it was asked to or not.</summary>
    internal Task Exited => child.Exited;

    /// <summary>The last lines that Azurite wrote to stderr, as one line.</summary>
    internal string LastErrors => child.Said;

    /// <summary>Starts Azurite and waits until it serves.</summary>
    /// <exception cref="LocalStackException">The port is taken, the data directory is in use, Node.js is missing, or Azurite failed.</exception>
    internal static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellationToken)
    {
        var data = options.DataDirectory is { } path ? Path.GetFullPath(path) : null;
        var taken = data is null ? null : await AzuriteDirectory.TakeAsync(data, options.StopDeadline, cancellationToken);
        try
        {
            return await StartOnAsync(options, taken, data, cancellationToken);
        }
        catch
        {
            taken?.Dispose();
            throw;
        }
    }

    /// <summary>Ends Azurite after it has saved.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        await child.StopAsync(stopDeadline);
        child.Dispose();
        directory?.Forget();
        directory?.Dispose();
    }

    private static async Task<AzuriteProcess> StartOnAsync(
        AzuriteOptions options, AzuriteDirectory? directory, string? data, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = options.Port == 0 ? FreePort() : options.Port;
            var started = AzuriteChild.Start(options, data, port);
            try
            {
                directory?.Remember(started.Process);
                if (await started.WaitUntilServingAsync(options.StartDeadline, cancellationToken))
                {
                    return new AzuriteProcess(started, directory, port, options.StopDeadline);
                }
            }
            catch
            {
                started.Kill();
                started.Dispose();
                throw;
            }

            var (taken, said) = (started.FoundPortTaken, started.Said);
            started.Dispose();
            if (!taken)
            {
                throw new LocalStackException($"Azurite ended at its start: {said}");
            }

            if (options.Port != 0 || attempt == PortAttempts)
            {
                throw new LocalStackException($"port {port} for Azurite is taken");
            }
        }
    }

    // Azurite can't report which port it got for 0. Another program may take this one first: the caller tries again.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
