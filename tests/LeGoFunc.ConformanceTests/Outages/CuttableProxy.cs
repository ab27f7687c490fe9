using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LeGoFunc.ConformanceTests.Outages;

/// <summary>Hands bytes on between clients and a store, until it is told to be an outage.</summary>
internal sealed class CuttableProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> open = new();
    private readonly Uri store;
    private volatile bool isCut;
    private volatile bool isStalled;

    public CuttableProxy(Uri store)
    {
        this.store = store;
        listener.Start();
        Address = new UriBuilder(store) { Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri;
        _ = AcceptAsync();
    }

    /// <summary>The store's address by way of this proxy.</summary>
    public Uri Address { get; }

    /// <summary>Ends every connection and takes no more.</summary>
    public void Cut()
    {
        isCut = true;
        foreach (var client in open.Keys)
        {
            client.Dispose();
        }
    }

    /// <summary>Ends every connection, takes new ones and never says a word on them.</summary>
    public void Stall()
    {
        isStalled = true;
        Cut();
        isCut = false;
    }

    /// <summary>Works again.</summary>
    public void Mend() => isCut = isStalled = false;

    public void Dispose()
    {
        Cut();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed: no more connections.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            open[near] = true;
            open[far] = true;
            try
            {
                if (isStalled)
                {
                    // Reads until the client gives up.
                    await near.GetStream().CopyToAsync(Stream.Null);
                }
                else if (!isCut)
                {
                    await far.ConnectAsync(store.Host, store.Port);
                    await Task.WhenAny(
                        near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
                }
            }
            catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                // Cut: that is what it is for.
            }

            open.TryRemove(near, out _);
            open.TryRemove(far, out _);
        }
    }
}
