using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LeGoFunc.Local.Pki;

/// <summary>
/// A certificate authority of this machine alone and the server certificate for <c>localhost</c>, 127.0.0.1 and ::1
/// that it issued. Both are kept as PEM files; given a temporary directory they live as long as that.
/// </summary>
internal sealed class LocalCertificateAuthority : IDisposable
{
    internal const string AuthorityFileName = "ca.pem";
    private static readonly TimeSpan RenewWhenLeft = TimeSpan.FromDays(30);

    private LocalCertificateAuthority(string directory, X509Certificate2 authority, X509Certificate2 server)
    {
        (Authority, ServerCertificate) = (authority, server);
        AuthorityFile = Path.Combine(directory, AuthorityFileName);
        ServerCertificateFile = Path.Combine(directory, "server.pem");
        ServerKeyFile = Path.Combine(directory, "server.key");
    }

    /// <summary>The CA certificate, without its key.</summary>
    internal X509Certificate2 Authority { get; }

    /// <summary>The server certificate with its key, in the form that Kestrel can use on every platform.</summary>
    internal X509Certificate2 ServerCertificate { get; }

    /// <summary>The CA certificate as PEM, to be trusted by clients.</summary>
    internal string AuthorityFile { get; }

    internal string ServerCertificateFile { get; }

    internal string ServerKeyFile { get; }

    /// <summary>
    /// Loads what <paramref name="directory"/> holds; makes anew what is missing, broken, of another CA, or valid for
    /// less than 30 days.
    /// </summary>
    internal static LocalCertificateAuthority Open(string directory, TimeProvider time)
    {
        OwnerOnly.CreateDirectory(directory);
        var authorityPair = new PemPair(Path.Combine(directory, AuthorityFileName), Path.Combine(directory, "ca.key"));
        var serverPair = new PemPair(Path.Combine(directory, "server.pem"), Path.Combine(directory, "server.key"));
        var now = time.GetUtcNow();
        var renewUntil = now + RenewWhenLeft;

        using var authority = authorityPair.Load(renewUntil) ?? authorityPair.Save(LocalCertificates.CreateAuthority(now));
        using var server = serverPair.Load(renewUntil) is { } loaded && LocalCertificates.IsIssuedBy(loaded, authority, now)
            ? loaded
            : serverPair.Save(LocalCertificates.CreateServer(authority, now));

        return new LocalCertificateAuthority(
            directory,
            X509CertificateLoader.LoadCertificate(authority.RawData),
            // Windows' TLS needs a key that went through PKCS#12; the others don't mind.
            X509CertificateLoader.LoadPkcs12(server.Export(X509ContentType.Pkcs12), password: null));
    }

    public void Dispose()
    {
        Authority.Dispose();
        ServerCertificate.Dispose();
    }

    private sealed record PemPair(string CertificateFile, string KeyFile)
    {
        internal X509Certificate2? Load(DateTimeOffset validUntil)
        {
            try
            {
                var certificate = X509Certificate2.CreateFromPemFile(CertificateFile, KeyFile);
                return new DateTimeOffset(certificate.NotAfter) >= validUntil ? certificate : null;
            }
            catch (Exception e) when (e is IOException or CryptographicException or ArgumentException)
            {
                // Missing, torn, or a certificate and a key of two generations: all mean a new pair.
                return null;
            }
        }

        internal X509Certificate2 Save(X509Certificate2 certificate)
        {
            using var key = certificate.GetECDsaPrivateKey()!;
            OwnerOnly.Write(KeyFile, System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
            OwnerOnly.Write(CertificateFile, System.Text.Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n"), everyoneMayRead: true);
            return certificate;
        }
    }
}
