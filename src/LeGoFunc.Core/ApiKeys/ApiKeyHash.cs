using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using LeGoFunc.Catalog;

namespace LeGoFunc.ApiKeys;

/// <summary>
/// A hashed API key: <c>hmac-sha256$&lt;pepper version&gt;$&lt;base64url&gt;</c>, the HMAC over the item's kind, its
/// name in lower case and the key. A stolen table says nothing about a weak key, and a hash moved to another row
/// matches nothing there.
/// </summary>
public sealed record ApiKeyHash(string PepperVersion, ReadOnlyMemory<byte> Digest)
{
    /// <summary>The length of <see cref="Digest"/> in bytes.</summary>
    public const int Size = HMACSHA256.HashSizeInBytes;

    /// <summary>The longest API key that is looked at, in bytes of UTF-8.</summary>
    public const int MaxKeyBytes = 1024;

    private const string Scheme = "hmac-sha256";

    /// <summary>Hashes <paramref name="apiKey"/> into <paramref name="digest"/>.</summary>
    /// <returns>False when the key is empty or too long to be one; the same work is done all the same.</returns>
    public static bool TryCompute(Pepper pepper, ItemKind kind, ItemName name, ReadOnlySpan<char> apiKey, Span<byte> digest)
    {
        var usable = !apiKey.IsEmpty && apiKey.Length <= MaxKeyBytes && Encoding.UTF8.GetByteCount(apiKey) <= MaxKeyBytes;
        if (!usable)
        {
            apiKey = "-";
        }

        // Neither a kind nor a name can hold a line feed, so no two triples give the same bytes.
        Span<byte> message = stackalloc byte[16 + ItemName.MaxLength + MaxKeyBytes];
        var length = Encoding.UTF8.GetBytes(kind == ItemKind.PrivateKey ? "privatekey\n" : "certificate\n", message);
        length += Encoding.UTF8.GetBytes(name.Key, message[length..]);
        message[length++] = (byte)'\n';
        length += Encoding.UTF8.GetBytes(apiKey, message[length..]);

        HMACSHA256.HashData(pepper.Value.Span, message[..length], digest);
        CryptographicOperations.ZeroMemory(message[..length]);
        return usable;
    }

    /// <summary>Hashes an API key that is to be stored.</summary>
    /// <exception cref="InvalidInputException">The key is empty or longer than <see cref="MaxKeyBytes"/>.</exception>
    public static ApiKeyHash Compute(Pepper pepper, ItemKind kind, ItemName name, string apiKey)
    {
        var digest = new byte[Size];
        return TryCompute(pepper, kind, name, apiKey, digest)
            ? new ApiKeyHash(pepper.Version, digest)
            : throw new InvalidInputException($"{name}: an API key holds 1 to {MaxKeyBytes} bytes");
    }

    /// <summary>Reads the text form; false when it is not one.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ApiKeyHash? hash)
    {
        hash = null;
        if (text?.Split('$') is not [Scheme, var version, var digest] || version.Length == 0)
        {
            return false;
        }

        if (!Base64Url.IsValid(digest, out var length) || length != Size)
        {
            return false;
        }

        hash = new ApiKeyHash(version, Base64Url.DecodeFromChars(digest));
        return true;
    }

    /// <summary>The text form, as it stands in the tables.</summary>
    public override string ToString() => $"{Scheme}${PepperVersion}${Base64Url.EncodeToString(Digest.Span)}";
}
