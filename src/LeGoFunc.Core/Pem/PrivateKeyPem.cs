using System.Security.Cryptography;

namespace LeGoFunc.Pem;

/// <summary>
/// A private key as it was handed in, checked to be one usable key. Holds the given bytes and the public half, no open
/// key, so there is nothing to dispose; the bytes are the caller's to clear.
/// </summary>
public sealed class PrivateKeyPem
{
    private readonly byte[] publicKey;

    private PrivateKeyPem(ReadOnlyMemory<byte> pem, string algorithm, byte[] publicKey)
    {
        Pem = pem;
        Algorithm = algorithm;
        this.publicKey = publicKey;
    }

    /// <summary>All bytes exactly as given.</summary>
    public ReadOnlyMemory<byte> Pem { get; }

    /// <summary>
    /// <c>rsa</c> and the bits of the modulus, or <c>ecdsap256</c>, <c>ecdsap384</c>, <c>ecdsap521</c>.
    /// </summary>
    public string Algorithm { get; }

    /// <summary>Whether the certificate is for this key: both have the same SubjectPublicKeyInfo.</summary>
    public bool Matches(ChainCertificate certificate) => certificate.PublicKey.Span.SequenceEqual(publicKey);

    /// <summary>Reads a key without copying it: <paramref name="pem"/> must not change afterwards.</summary>
    /// <exception cref="PemException">
    /// Not exactly one private key, or one that is encrypted, damaged, RSA under 1024 bits, or of another algorithm
    /// than RSA and ECDSA on P-256, P-384 or P-521.
    /// </exception>
    public static PrivateKeyPem Parse(ReadOnlyMemory<byte> pem)
    {
        PemText.RequireText(pem.Span, "private key's file");
        if (pem.Span.IndexOf("Proc-Type: 4,ENCRYPTED"u8) >= 0)
        {
            // The older form (RFC 1421, section 4.6.1.1) puts headers into the block, which hide it from the reader.
            throw Encrypted();
        }

        var block = PrivateKeyBlock.Find(pem);
        byte[]? pkcs8 = null;
        try
        {
            pkcs8 = PrivateKeyBlock.ToPkcs8(block);
            var (algorithm, publicKey) = KeyInspection.Inspect(pkcs8);
            return new PrivateKeyPem(pem, algorithm, publicKey);
        }
        catch (CryptographicException e)
        {
            throw new PemException("The private key is damaged: export it again.", e);
        }
        catch (PlatformNotSupportedException e)
        {
            throw KeyInspection.OtherCurve(e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    internal static PemException Encrypted() => new(
        "The private key is encrypted and could not be used by clients: decrypt it first "
        + "(openssl pkey -in FILE -out NEWFILE).");
}
