using System.Formats.Asn1;

namespace LeGoFunc.Pem;

/// <summary>
/// The three parts of a certificate (RFC 5280, section 4.1): the signed bytes, the algorithm, the signature.
/// </summary>
internal sealed record CertificateSignature(
    ReadOnlyMemory<byte> Signed, string Algorithm, ReadOnlyMemory<byte> Parameters, byte[] Signature)
{
    /// <exception cref="AsnContentException">Not a certificate, or something follows it.</exception>
    public static CertificateSignature Read(ReadOnlyMemory<byte> der)
    {
        var file = new AsnReader(der, AsnEncodingRules.DER);
        var certificate = file.ReadSequence();
        file.ThrowIfNotEmpty();

        var signed = certificate.ReadEncodedValue();
        var algorithm = certificate.ReadSequence();
        var oid = algorithm.ReadObjectIdentifier();
        var parameters = algorithm.HasData ? algorithm.ReadEncodedValue() : ReadOnlyMemory<byte>.Empty;
        algorithm.ThrowIfNotEmpty();
        var signature = certificate.ReadBitString(out _);
        certificate.ThrowIfNotEmpty();
        return new CertificateSignature(signed, oid, parameters, signature);
    }
}
