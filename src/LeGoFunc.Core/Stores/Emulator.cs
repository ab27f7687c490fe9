using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;

namespace LeGoFunc.Stores;

/// <summary>How the clients reach the emulators of the local stack: over TLS, trusting its authority and nothing else.</summary>
internal static class Emulator
{
    /// <summary>The certificate authority's file in the data directory.</summary>
    public const string CertificateAuthorityFile = "ca.pem";

    /// <summary>The token's file in the data directory.</summary>
    public const string TokenFile = "token";

    public static HttpClientTransport Transport(string directory)
    {
        var authority = X509Certificate2.CreateFromPem(Read(directory, CertificateAuthorityFile));
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    RevocationMode = X509RevocationMode.NoCheck,
                    CustomTrustStore = { authority },
                },
            },
        };
        return new HttpClientTransport(new HttpClient(handler));
    }

    public static string Read(string directory, string file)
    {
        var path = Path.Combine(directory, file);
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException e)
        {
            throw new StoreException(
                StoreFailure.Unavailable, $"the local stack's file {path} can't be read: start LeGoFunc.Local first", retryAfter: null, e);
        }
    }
}
