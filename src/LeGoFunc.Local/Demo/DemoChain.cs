using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LeGoFunc.Local.Demo;

/// <summary>A root, an intermediate and a leaf, made afresh: what a CA would have issued.</summary>
/// <param name="Chain">The PEM of all three, leaf first.</param>
/// <param name="Key">The leaf's private key as PKCS#8 PEM.</param>
/// <param name="Root">The root's PEM, for a client that is to trust the demo.</param>
internal sealed record DemoChain(byte[] Chain, byte[] Key, string Root)
{
    private const int SerialBytes = 16;

    /// <summary>Issues a chain for <paramref name="dnsName"/> that is valid for 90 days, like a public one.</summary>
    public static DemoChain Issue(string dnsName, DateTimeOffset now)
    {
        var from = now.AddHours(-1);
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Authority("CN=LeGoFunc demo root", rootKey, pathLength: 1)
            .CreateSelfSigned(from, now.AddYears(10));

        using var intermediateKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var intermediatePublic = Authority("CN=LeGoFunc demo intermediate", intermediateKey, pathLength: 0)
            .Create(root, from, now.AddYears(5), Serial());
        using var intermediate = intermediatePublic.CopyWithPrivateKey(intermediateKey);

        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leaf = Leaf(dnsName, leafKey).Create(intermediate, from, now.AddDays(90), Serial());

        var chain = string.Concat(new[] { leaf, intermediate, root }.Select(Pem));
        return new DemoChain(Encoding.ASCII.GetBytes(chain), Encoding.ASCII.GetBytes(leafKey.ExportPkcs8PrivateKeyPem() + "\n"), Pem(root));
    }

    /// <summary>Does not show the key.</summary>
    public override string ToString() => "demo chain";

    private static CertificateRequest Authority(string subject, ECDsa key, int pathLength)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, pathLength, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static CertificateRequest Leaf(string dnsName, ECDsa key)
    {
        var request = new CertificateRequest($"CN={dnsName}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(dnsName);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        return request;
    }

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);
        serial[0] &= 0x7F; // RFC 5280, section 4.1.2.2: a positive number.
        serial[0] |= 0x40;
        return serial;
    }

    private static string Pem(X509Certificate2 certificate) => certificate.ExportCertificatePem() + "\n";
}
