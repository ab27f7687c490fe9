using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace LeGoFunc.Pem;

/// <summary>How the contents of a PKCS#12 file are encrypted and sealed.</summary>
public enum Pkcs12Flavour
{
    /// <summary>AES-256-CBC with PBKDF2-HMAC-SHA256, MAC with SHA-256: what OpenSSL 3 writes.</summary>
    Modern,

    /// <summary>Triple DES and SHA-1: the only one that Windows before 1709 and Server 2019 can open.</summary>
    Legacy,
}

/// <summary>
/// Makes PKCS#12 files (RFC 7292) for download. Works on material that was checked when it was published: it neither
/// parses certificates nor builds chains.
/// </summary>
public static class Pkcs12File
{
    // OpenSSL's number. The password is a random API key, so more iterations would protect nothing and slow every call.
    private const int Iterations = 2048;

    private const int LocalKeyIdLength = 20;

    private static readonly Oid x509Certificate = new("1.2.840.113549.1.9.22.1");
    private static readonly Oid friendlyNameType = new("1.2.840.113549.1.9.20");

    /// <summary>
    /// One file with the key, the leaf (the chain's first certificate) and its issuers in the given order. Key and leaf
    /// carry the same localKeyID and friendlyName, by which importers bring them together. Salted: no two are alike.
    /// </summary>
    /// <exception cref="PemException">Key or chain are not intact PEM.</exception>
    public static byte[] Create(
        ReadOnlyMemory<byte> keyPem,
        ReadOnlyMemory<byte> chainPem,
        ReadOnlySpan<char> password,
        string friendlyName,
        Pkcs12Flavour flavour)
    {
        var (encryption, hash) = flavour is Pkcs12Flavour.Legacy
            ? (PbeEncryptionAlgorithm.TripleDes3KeyPkcs12, HashAlgorithmName.SHA1)
            : (PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256);
        var encrypting = new PbeParameters(encryption, hash, Iterations);

        var chain = ReadChain(chainPem);
        var certificates = chain.ConvertAll(CertificateBag);
        var key = new Pkcs12ShroudedKeyBag(EncryptKey(keyPem, password, encrypting), skipCopy: true);
        var localKeyId = SHA256.HashData(chain[0]).AsSpan(0, LocalKeyIdLength);
        Mark(certificates[0], localKeyId, friendlyName);
        Mark(key, localKeyId, friendlyName);

        var file = new Pkcs12Builder();
        file.AddSafeContentsEncrypted(Contents(certificates), password, encrypting);
        file.AddSafeContentsUnencrypted(Contents([key]));
        file.SealWithMac(password, hash, Iterations);
        return file.Encode();
    }

    private static byte[] EncryptKey(
        ReadOnlyMemory<byte> keyPem, ReadOnlySpan<char> password, PbeParameters encrypting)
    {
        byte[]? pkcs8 = null;
        try
        {
            pkcs8 = PrivateKeyBlock.ToPkcs8(PrivateKeyBlock.Find(keyPem));
            return Pkcs8PrivateKeyInfo.Decode(pkcs8, out _, skipCopy: true).Encrypt(password, encrypting);
        }
        catch (Exception e) when (e is CryptographicException or PlatformNotSupportedException)
        {
            throw new PemException("The stored private key is damaged: publish it again.", e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    private static List<byte[]> ReadChain(ReadOnlyMemory<byte> chainPem)
    {
        var chain = new List<byte[]>();
        var position = 0;
        while (PemReader.TryNext(chainPem, ref position, out var block))
        {
            chain.Add(block.Decode());
        }

        return chain.Count > 0 ? chain : throw new PemException("The stored chain is empty: publish it again.");
    }

    private static Pkcs12CertBag CertificateBag(byte[] der)
    {
        var wrapped = new AsnWriter(AsnEncodingRules.DER);
        wrapped.WriteOctetString(der);
        return new Pkcs12CertBag(x509Certificate, wrapped.Encode());
    }

    private static void Mark(Pkcs12SafeBag bag, ReadOnlySpan<byte> localKeyId, string friendlyName)
    {
        var name = new AsnWriter(AsnEncodingRules.DER);
        name.WriteCharacterString(UniversalTagNumber.BMPString, friendlyName);
        bag.Attributes.Add(new Pkcs9LocalKeyId(localKeyId));
        bag.Attributes.Add(new AsnEncodedData(friendlyNameType, name.Encode()));
    }

    private static Pkcs12SafeContents Contents(IEnumerable<Pkcs12SafeBag> bags)
    {
        var contents = new Pkcs12SafeContents();
        foreach (var bag in bags)
        {
            contents.AddSafeBag(bag);
        }

        return contents;
    }
}
