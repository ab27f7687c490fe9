using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LeGoFunc.Pem;

/// <summary>One certificate of a chain, reduced to what publishing asks of it. Immutable; holds no handles.</summary>
public sealed class ChainCertificate
{
    private const int MaxShownLength = 120;

    private ChainCertificate(int number, ReadOnlyMemory<byte> block, byte[] der, X509Certificate2 x509)
    {
        Number = number;
        Block = block;
        Der = der;
        Subject = OneLine(x509.SubjectName.Name);
        Issuer = OneLine(x509.IssuerName.Name);
        SubjectName = x509.SubjectName.RawData;
        IssuerName = x509.IssuerName.RawData;
        PublicKey = x509.PublicKey.ExportSubjectPublicKeyInfo();
        IsAuthority = x509.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority);
        Facts = LeafFacts.Of(x509);
    }

    /// <summary>Its place in the file, counted from 1 as in messages.</summary>
    public int Number { get; }

    /// <summary>The block as given, from BEGIN to END without the line end.</summary>
    public ReadOnlyMemory<byte> Block { get; }

    /// <summary>The certificate in DER, nothing before or behind it.</summary>
    public ReadOnlyMemory<byte> Der { get; }

    /// <summary>The subject for people: one line, shortened. Not for comparing.</summary>
    public string Subject { get; }

    /// <summary>The issuer for people: one line, shortened. Not for comparing.</summary>
    public string Issuer { get; }

    /// <summary>What the catalog keeps of a leaf.</summary>
    public LeafFacts Facts { get; }

    /// <summary>The public key as a SubjectPublicKeyInfo in DER (RFC 5280, section 4.1.2.7).</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    internal ReadOnlyMemory<byte> SubjectName { get; }

    internal ReadOnlyMemory<byte> IssuerName { get; }

    /// <summary>Whether its basic constraints make it a CA (RFC 5280, section 4.2.1.9).</summary>
    internal bool IsAuthority { get; }

    internal bool IsSelfIssued => SubjectName.Span.SequenceEqual(IssuerName.Span);

    /// <summary>Names the certificate in a message.</summary>
    public override string ToString() => $"Certificate {Number} ({Subject})";

    internal static ChainCertificate Read(PemBlock block, int number)
    {
        if (!block.Is(PemLabels.Certificate))
        {
            throw new PemException(
                $"Block {number} of the chain is no certificate (perhaps a request, a revocation list or parameters): "
                + "leave it out.");
        }

        var der = block.Decode();
        try
        {
            // Refuses anything behind the certificate, which X509Certificate2 would silently pass over.
            CertificateSignature.Read(der);
            using var x509 = X509CertificateLoader.LoadCertificate(der);
            return new ChainCertificate(number, block.Text, der, x509);
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException or ArgumentException)
        {
            throw new PemException($"Block {number} of the chain is not a valid certificate: export it again.", e);
        }
    }

    private static string OneLine(string name)
    {
        var line = string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));
        return line.Length <= MaxShownLength ? line : line[..MaxShownLength] + "…";
    }
}
