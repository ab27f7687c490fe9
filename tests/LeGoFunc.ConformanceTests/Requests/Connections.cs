using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace LeGoFunc.ConformanceTests.Requests;

/// <summary>How requests reach an endpoint: pooled, or on a socket of their own.</summary>
internal sealed class Connections(SslClientAuthenticationOptions tls) : IDisposable
{
    /// <summary>Changes nothing about an answer: no redirects, cookies or decompression.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        SslOptions = tls,
    });

    /// <summary>A new connection to the endpoint.</summary>
    public async Task<Stream> OpenAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        var client = new TcpClient();
        await client.ConnectAsync(endpoint.Host, endpoint.Port, cancellationToken);
        if (endpoint.Scheme != Uri.UriSchemeHttps)
        {
            return client.GetStream();
        }

        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = endpoint.Host, CertificateChainPolicy = tls.CertificateChainPolicy?.Clone() },
            cancellationToken);
        return stream;
    }

    public void Dispose() => Http.Dispose();
}
