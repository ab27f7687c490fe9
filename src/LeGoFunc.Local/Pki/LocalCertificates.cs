using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LeGoFunc.Local.Pki;

/// <summary>Makes and checks the two kinds of certificate of the local authority (ECDSA P-256).</summary>
internal static class LocalCertificates
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string NameConstraints = "2.5.29.30";
    private const int ServerDays = 397;
    private const int AuthorityYears = 10;

    // A clock of another program or container that is a little behind must not find a certificate of the future.
    private static readonly TimeSpan Backdating = TimeSpan.FromMinutes(5);

    internal static X509Certificate2 CreateAuthority(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=LeGoFunc local CA", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(pathLengthConstraint: 0));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(OnlyThisMachine());
        return request.CreateSelfSigned(now - Backdating, now.AddYears(AuthorityYears));
    }

    internal static X509Certificate2 CreateServer(X509Certificate2 authority, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity(critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));

        Span<byte> serial = stackalloc byte[16];
        RandomNumberGenerator.Fill(serial);
        serial[0] = (byte)(serial[0] & 0x7F | 0x01);
        using var certificate = request.Create(authority, now - Backdating, now.AddDays(ServerDays), serial);
        return certificate.CopyWithPrivateKey(key);
    }

    internal static bool IsIssuedBy(X509Certificate2 certificate, X509Certificate2 authority, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        return chain.Build(certificate);
    }

    // People add this CA to their trust stores. Whoever gets at its key can then still not speak for any other host.
    private static X509Extension OnlyThisMachine()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            using (writer.PushSequence())
            {
                writer.WriteCharacterString(UniversalTagNumber.IA5String, "localhost", new Asn1Tag(TagClass.ContextSpecific, 2));
            }

            WriteNetwork(writer, IPAddress.Loopback, [255, 0, 0, 0]);
            WriteNetwork(writer, IPAddress.IPv6Loopback, Enumerable.Repeat((byte)255, 16).ToArray());
        }

        return new X509Extension(NameConstraints, writer.Encode(), critical: true);
    }

    private static void WriteNetwork(AsnWriter writer, IPAddress address, byte[] mask)
    {
        var bytes = address.GetAddressBytes();
        using (writer.PushSequence())
        {
            var network = bytes.Zip(mask, (octet, bits) => (byte)(octet & bits));
            writer.WriteOctetString([.. network, .. mask], new Asn1Tag(TagClass.ContextSpecific, 7));
        }
    }
}
