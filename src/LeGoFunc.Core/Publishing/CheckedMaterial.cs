using System.Security.Cryptography;
using LeGoFunc.Catalog;
using LeGoFunc.Pem;
using LeGoFunc.Vault;

namespace LeGoFunc.Publishing;

/// <summary>A chain that may be published: whole, leaf first, not expired, small enough.</summary>
internal sealed record CheckedChain(ReadOnlyMemory<byte> Pem, ChainCertificate Leaf, string Sha256, string IssuersSha256, bool Reordered)
{
    /// <exception cref="InvalidInputException">It may not be published; the message says why.</exception>
    public static CheckedChain Check(ItemName name, ReadOnlyMemory<byte> pem, DateTimeOffset now)
    {
        MaterialSize.Check(name, "chain", pem);
        try
        {
            var (chain, reordered) = ChainOrder.LeafFirst(CertificateChain.Parse(pem));
            MaterialSize.Check(name, "chain", chain.Pem);
            var leaf = chain.Leaf;
            if (leaf.Facts.NotAfter <= now)
            {
                throw new InvalidInputException($"{name}: the certificate expired on {leaf.Facts.NotAfter:u}: publish a renewed one");
            }

            var issuers = chain.IssuersPem;
            return new CheckedChain(
                chain.Pem, leaf, MaterialHash.Of(chain.Pem), issuers.IsEmpty ? "" : MaterialHash.Of(issuers), reordered);
        }
        catch (PemException e)
        {
            throw new InvalidInputException($"{name}: {e.Message}", e);
        }
    }
}

/// <summary>A private key that may be published.</summary>
internal sealed record CheckedKey(PrivateKeyPem Key, string Sha256)
{
    public ReadOnlyMemory<byte> Pem => Key.Pem;

    /// <exception cref="InvalidInputException">It may not be published; the message says why.</exception>
    public static CheckedKey Check(ItemName name, ReadOnlyMemory<byte> pem)
    {
        MaterialSize.Check(name, "private key", pem);
        try
        {
            return new CheckedKey(PrivateKeyPem.Parse(pem), MaterialHash.Of(pem));
        }
        catch (PemException e)
        {
            throw new InvalidInputException($"{name}: {e.Message}", e);
        }
    }

    /// <summary>Does not show the key.</summary>
    public override string ToString() => $"private key {Key.Algorithm}";
}

internal static class MaterialHash
{
    public static string Of(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
}

internal static class MaterialSize
{
    public static void Check(ItemName name, string what, ReadOnlyMemory<byte> pem)
    {
        if (pem.Length > SecretNames.MaxValueBytes)
        {
            throw new InvalidInputException(
                $"{name}: the {what} has {pem.Length} bytes and Key Vault holds at most {SecretNames.MaxValueBytes}: leave out what clients don't need");
        }
    }
}
