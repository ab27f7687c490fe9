using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;

namespace LeGoFunc.Local.Tests;

/// <summary>Trusts the CA of one PEM file and nothing else, host names included.</summary>
internal static class TrustingTransport
{
    internal static HttpClientTransport Create(string authorityFile) => new(CreateClient(authorityFile));

    internal static HttpClient CreateClient(string authorityFile)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(authorityFile));
        return new HttpClient(new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = policy } });
    }
}
