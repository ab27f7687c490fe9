using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LeGoFunc.Testing;

/// <summary>A certificate for tests with its private key, the chain in the order leaf, intermediates, root.</summary>
public sealed record IssuedCertificate(byte[] Der, TestKey Key, IReadOnlyList<byte[]> Issuers)
{
    public byte[] LeafPem => TestPki.Pem("CERTIFICATE", Der);

    public byte[] IssuersPem => [.. Issuers.SelectMany(der => TestPki.Pem("CERTIFICATE", der))];

    public byte[] ChainPem => [.. LeafPem, .. IssuersPem];

    public byte[] KeyPem => Key.Pkcs8Pem;
}

/// <summary>A CA for tests: signs leaves and other CAs. <c>Certificates</c> goes from its own up to the root.</summary>
public sealed record TestAuthority(string Name, TestKey Key, IReadOnlyList<byte[]> Certificates)
{
    private const int DefaultDays = 90;
    private const int SerialLength = 16;

    // Wider than any clock that a test sets.
    private static readonly DateTimeOffset from = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset to = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>Counts for RSA keys only.</summary>
    public RSASignaturePadding Padding { get; init; } = RSASignaturePadding.Pkcs1;

    public byte[] Der => Certificates[0];

    /// <summary>A self-signed root.</summary>
    public static TestAuthority Root(string name, TestKey? key = null)
    {
        var root = new TestAuthority(name, key ?? TestKey.Of(TestKeyAlgorithm.EcdsaP256), []);
        return root with { Certificates = [root.SignAuthority(name, root.Key)] };
    }

    /// <summary>A CA below this one; with the name and key of another CA, that one's cross-signed twin.</summary>
    public TestAuthority Subordinate(string name, TestKey? key = null)
    {
        var ownKey = key ?? TestKey.Of(TestKeyAlgorithm.EcdsaP256);
        return new TestAuthority(name, ownKey, [SignAuthority(name, ownKey), .. Certificates]);
    }

    /// <summary>A leaf for a name, valid from an hour ago for 90 days unless said otherwise.</summary>
    /// <param name="name">The common name, and the one DNS name unless <paramref name="names"/> says otherwise.</param>
    /// <param name="algorithm">Of the leaf's key; not looked at when <paramref name="key"/> is given.</param>
    /// <param name="key">To issue another certificate for the same key.</param>
    /// <param name="names">DNS names and IP addresses; empty for no subject alternative name.</param>
    public IssuedCertificate Issue(
        string name,
        TestKeyAlgorithm algorithm = TestKeyAlgorithm.EcdsaP256,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null,
        TestKey? key = null,
        IReadOnlyList<string>? names = null)
    {
        var leafKey = key ?? TestKey.Of(algorithm);
        var request = Request(name, leafKey);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        if (names is not { Count: 0 })
        {
            request.CertificateExtensions.Add(AlternativeNames(names ?? [name]));
        }

        var end = notAfter ?? TimeProvider.System.GetUtcNow().AddDays(DefaultDays);
        var usualStart = TimeProvider.System.GetUtcNow().AddHours(-1);
        var start = notBefore ?? (usualStart < end ? usualStart : end.AddDays(-DefaultDays));
        return new IssuedCertificate(Sign(request, start, end), leafKey, Certificates);
    }

    public byte[] Sign(CertificateRequest request, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        using var key = Key.Open();
        var generator = key is RSA rsa
            ? X509SignatureGenerator.CreateForRSA(rsa, Padding)
            : X509SignatureGenerator.CreateForECDsa((ECDsa)key);
        using var certificate = request.Create(
            new X500DistinguishedName($"CN={Name}"), generator, notBefore, notAfter, NewSerial());
        return certificate.RawData;
    }

    /// <summary>A request whose public key is the given one.</summary>
    public CertificateRequest Request(string name, TestKey key)
    {
        using var opened = key.Open();
        var publicKey = PublicKey.CreateFromSubjectPublicKeyInfo(
            opened.ExportSubjectPublicKeyInfo(), out _);
        return new CertificateRequest(new X500DistinguishedName($"CN={name}"), publicKey, Hash);
    }

    private byte[] SignAuthority(string name, TestKey key)
    {
        var request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return Sign(request, from, to);
    }

    private static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialLength);
        // Positive, and never shorter for a leading zero.
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        return serial;
    }

    private static X509Extension AlternativeNames(IEnumerable<string> names)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                builder.AddIpAddress(address);
            }
            else
            {
                builder.AddDnsName(name);
            }
        }

        return builder.Build();
    }
}

/// <summary>A root and an intermediate (or another number of them) that issue leaves for tests.</summary>
public sealed class TestPki
{
    public TestPki(int intermediates = 1)
    {
        Root = TestAuthority.Root("Example Test Root");
        Issuer = Enumerable.Range(1, intermediates)
            .Aggregate(Root, (above, number) => above.Subordinate($"Example Test Intermediate {number}"));
    }

    /// <summary>For tests to which any PKI will do.</summary>
    public static TestPki Shared { get; } = new();

    public TestAuthority Root { get; }

    /// <summary>The CA that signs the leaves.</summary>
    public TestAuthority Issuer { get; }

    /// <inheritdoc cref="TestAuthority.Issue"/>
    public IssuedCertificate Issue(
        string name,
        TestKeyAlgorithm algorithm = TestKeyAlgorithm.EcdsaP256,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null,
        TestKey? key = null,
        IReadOnlyList<string>? names = null) => Issuer.Issue(name, algorithm, notBefore, notAfter, key, names);

    /// <summary>A block in the strict form: 64 columns, LF, a trailing LF.</summary>
    public static byte[] Pem(string label, byte[] der) =>
        Encoding.ASCII.GetBytes(PemEncoding.WriteString(label, der) + "\n");
}
