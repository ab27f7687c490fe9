using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LeGoFunc.Pem;

/// <summary>What the catalog keeps of a leaf, so that listing and choosing orders needs no PEM.</summary>
/// <param name="Fingerprint">SHA-256 of the DER, lower-case hex.</param>
/// <param name="SerialNumber">Lower-case hex, two digits a byte, most significant byte first.</param>
/// <param name="NotBefore">UTC.</param>
/// <param name="NotAfter">UTC; RFC 5280 counts this very second as still valid.</param>
/// <param name="SubjectNames">
/// The DNS names and IP addresses of the subject alternative name in its order; the common name when there are none.
/// </param>
public sealed record LeafFacts(
    string Fingerprint,
    string SerialNumber,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    IReadOnlyList<string> SubjectNames)
{
    private const string CommonName = "2.5.4.3";

    internal static LeafFacts Of(X509Certificate2 certificate) => new(
        Convert.ToHexStringLower(SHA256.HashData(certificate.RawDataMemory.Span)),
        Convert.ToHexStringLower(certificate.SerialNumberBytes.Span),
        new DateTimeOffset(certificate.NotBefore.ToUniversalTime()),
        new DateTimeOffset(certificate.NotAfter.ToUniversalTime()),
        NamesOf(certificate));

    private static string[] NamesOf(X509Certificate2 certificate)
    {
        string[] alternative =
        [
            .. certificate.Extensions
                .OfType<X509SubjectAlternativeNameExtension>()
                .SelectMany(e => e.EnumerateDnsNames().Concat(e.EnumerateIPAddresses().Select(a => a.ToString()))),
        ];
        return alternative.Length > 0 ? alternative : CommonNamesOf(certificate.SubjectName);
    }

    private static string[] CommonNamesOf(X500DistinguishedName subject) =>
    [
        .. subject.EnumerateRelativeDistinguishedNames()
            .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == CommonName)
            .Select(part => part.GetSingleElementValue())
            .OfType<string>(),
    ];
}
