using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace LeGoFunc.Pem;

/// <summary>Finds the one private key of a PEM file and brings it into PKCS#8, whichever form it has.</summary>
internal static class PrivateKeyBlock
{
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    private static readonly byte[] asnNull = [0x05, 0x00];

    /// <exception cref="PemException">Not exactly one private key in a form that can be read.</exception>
    public static PemBlock Find(ReadOnlyMemory<byte> pem)
    {
        PemBlock? key = null;
        var afterParameters = false;
        var position = 0;
        while (PemReader.TryNext(pem, ref position, out var block))
        {
            Refuse(block);
            if (block.Is(PemLabels.EcParameters) && key is null)
            {
                afterParameters = true;
                continue;
            }

            if (key is not null)
            {
                throw new PemException("The file holds more than one private key or block: leave all but one key out.");
            }

            key = block;
        }

        if (key is null)
        {
            throw new PemException("The file holds no private key: give it as PEM (PKCS#8, PKCS#1 or SEC 1).");
        }

        return afterParameters && !key.Value.Is(PemLabels.Sec1)
            ? throw new PemException("The file holds EC parameters in front of a key of another form: leave them out.")
            : key.Value;
    }

    /// <summary>The key as a PrivateKeyInfo in DER (RFC 5208, section 5), for the caller to clear.</summary>
    /// <exception cref="CryptographicException">The block's content is no key.</exception>
    /// <exception cref="PlatformNotSupportedException">A curve that the platform does not know.</exception>
    public static byte[] ToPkcs8(PemBlock block)
    {
        var content = block.Decode();
        if (block.Is(PemLabels.Pkcs8))
        {
            return content;
        }

        try
        {
            return block.Is(PemLabels.Pkcs1)
                ? new Pkcs8PrivateKeyInfo(new Oid(RsaEncryption), asnNull, content, skipCopies: true).Encode()
                : FromSec1(content);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    private static byte[] FromSec1(byte[] content)
    {
        using var key = ECDsa.Create();
        key.ImportECPrivateKey(content, out var read);
        return read == content.Length
            ? key.ExportPkcs8PrivateKey()
            : throw new CryptographicException("Something follows the key.");
    }

    private static void Refuse(PemBlock block)
    {
        if (block.Is(PemLabels.EncryptedPkcs8))
        {
            throw PrivateKeyPem.Encrypted();
        }

        if (block.Is(PemLabels.Certificate))
        {
            throw new PemException(
                "The private key's file also holds a certificate: give key and chain in files of their own.");
        }

        if (!block.Is(PemLabels.Pkcs8) && !block.Is(PemLabels.Pkcs1) && !block.Is(PemLabels.Sec1)
            && !block.Is(PemLabels.EcParameters))
        {
            throw new PemException(
                "The private key's file holds a block of another type: give one key as PKCS#8, PKCS#1 or SEC 1 "
                + "(openssl pkey -in FILE -out NEWFILE makes that).");
        }
    }
}
