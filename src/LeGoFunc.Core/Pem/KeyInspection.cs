using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace LeGoFunc.Pem;

/// <summary>Opens a private key once, to learn what it is and that it works.</summary>
internal static class KeyInspection
{
    private const int MinimumRsaBits = 1024;

    private static ReadOnlySpan<byte> Probe => "LeGoFunc checks that both halves of a key belong together"u8;

    /// <returns>The name of the algorithm, and the public half as a SubjectPublicKeyInfo.</returns>
    /// <exception cref="CryptographicException">Not an intact key.</exception>
    /// <exception cref="PlatformNotSupportedException">A curve that the platform does not know.</exception>
    /// <exception cref="PemException">A key that LeGoFunc does not take.</exception>
    public static (string Algorithm, byte[] PublicKey) Inspect(ReadOnlyMemory<byte> pkcs8)
    {
        var info = Pkcs8PrivateKeyInfo.Decode(pkcs8, out var read, skipCopy: true);
        return read != pkcs8.Length
            ? throw new CryptographicException("Something follows the key.")
            : info.AlgorithmId.Value switch
            {
                "1.2.840.113549.1.1.1" => Rsa(pkcs8.Span),
                "1.2.840.10045.2.1" => Ecdsa(pkcs8.Span),
                // RFC 8410. .NET has no primitive that could derive the public half.
                "1.3.101.112" => throw new PemException(
                    "Ed25519 keys can't be checked on this platform: use an RSA or ECDSA key."),
                _ => throw new PemException(
                    "The private key is of an algorithm that LeGoFunc does not take: use an RSA or ECDSA key."),
            };
    }

    internal static PemException OtherCurve(Exception? innerException = null) =>
        new("The EC key is on another curve than P-256, P-384 or P-521: use one of these.", innerException);

    private static (string Algorithm, byte[] PublicKey) Rsa(ReadOnlySpan<byte> pkcs8)
    {
        using var key = RSA.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        if (key.KeySize < MinimumRsaBits)
        {
            throw new PemException($"The RSA key has fewer than {MinimumRsaBits} bits: use one of 2048 or more.");
        }

        var signature = key.SignData(Probe, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        RequireOneKey(key.VerifyData(Probe, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return ($"rsa{key.KeySize}", key.ExportSubjectPublicKeyInfo());
    }

    private static (string Algorithm, byte[] PublicKey) Ecdsa(ReadOnlySpan<byte> pkcs8)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        var algorithm = key.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value switch
        {
            "1.2.840.10045.3.1.7" => "ecdsap256",
            "1.3.132.0.34" => "ecdsap384",
            "1.3.132.0.35" => "ecdsap521",
            _ => throw OtherCurve(),
        };
        RequireOneKey(key.VerifyData(Probe, key.SignData(Probe, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256));
        return (algorithm, key.ExportSubjectPublicKeyInfo());
    }

    private static void RequireOneKey(bool verified)
    {
        if (!verified)
        {
            throw new CryptographicException("The public half of the key does not belong to the private one.");
        }
    }
}
