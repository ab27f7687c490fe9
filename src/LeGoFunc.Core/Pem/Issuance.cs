using System.Formats.Asn1;
using System.Security.Cryptography;

namespace LeGoFunc.Pem;

/// <summary>
/// Whether one certificate issued another: by name and by signature. Says nothing about trust, dates or constraints,
/// so SHA-1 is accepted: old roots carry it and here it only puts certificates in order.
/// </summary>
internal static class Issuance
{
    /// <exception cref="PemException">The names fit and the signature's algorithm or curve is unknown here.</exception>
    public static bool Issued(ChainCertificate issuer, ChainCertificate subject)
    {
        // Byte by byte: RFC 5280, section 4.1.2.6, asks a CA to write its name alike in both places.
        if (!issuer.SubjectName.Span.SequenceEqual(subject.IssuerName.Span))
        {
            return false;
        }

        try
        {
            return Verify(CertificateSignature.Read(subject.Der), issuer.PublicKey.Span) ?? throw Unknown(subject);
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            // A key of another kind than the signature, or a signature that is no signature.
            return false;
        }
        catch (PlatformNotSupportedException e)
        {
            throw Unknown(subject, e);
        }
    }

    private static PemException Unknown(ChainCertificate subject, Exception? innerException = null) => new(
        $"{subject} is signed with an algorithm or a curve that can't be checked here: use one with an RSA or ECDSA "
        + "signature.",
        innerException);

    // The identifiers: RFC 8017 (1.2.840.113549.1.1), RFC 3279 and RFC 5758 (1.2.840.10045.4).
    private static bool? Verify(CertificateSignature signature, ReadOnlySpan<byte> key) => signature.Algorithm switch
    {
        "1.2.840.113549.1.1.5" => Rsa(signature, key, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
        "1.2.840.113549.1.1.11" => Rsa(signature, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "1.2.840.113549.1.1.12" => Rsa(signature, key, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "1.2.840.113549.1.1.13" => Rsa(signature, key, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        "1.2.840.113549.1.1.10" => PssParameters.HashOf(signature.Parameters) is { } hash
            ? Rsa(signature, key, hash, RSASignaturePadding.Pss)
            : null,
        "1.2.840.10045.4.1" => Ecdsa(signature, key, HashAlgorithmName.SHA1),
        "1.2.840.10045.4.3.2" => Ecdsa(signature, key, HashAlgorithmName.SHA256),
        "1.2.840.10045.4.3.3" => Ecdsa(signature, key, HashAlgorithmName.SHA384),
        "1.2.840.10045.4.3.4" => Ecdsa(signature, key, HashAlgorithmName.SHA512),
        _ => null,
    };

    private static bool Rsa(
        CertificateSignature signature, ReadOnlySpan<byte> key, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(key, out _);
        return rsa.VerifyData(signature.Signed.Span, signature.Signature, hash, padding);
    }

    private static bool Ecdsa(CertificateSignature signature, ReadOnlySpan<byte> key, HashAlgorithmName hash)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(key, out _);
        return ecdsa.VerifyData(
            signature.Signed.Span, signature.Signature, hash, DSASignatureFormat.Rfc3279DerSequence);
    }
}
