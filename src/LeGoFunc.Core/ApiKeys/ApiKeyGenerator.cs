using System.IO.Hashing;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using LeGoFunc.Catalog;

namespace LeGoFunc.ApiKeys;

/// <summary>
/// Makes API keys: <c>lgk_</c> (private key) or <c>lgc_</c> (certificate), 43 base62 characters that carry 256 random
/// bits, and 6 that carry the CRC-32 of all before, so that a secret scanner can be sure of what it found.
/// No dot and no slash: such a key works in a combined key and in a URL.
/// </summary>
public static class ApiKeyGenerator
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int RandomBytes = 32;
    private const int RandomDigits = 43;
    private const int ChecksumDigits = 6;
    private const int PrefixLength = 4;

    /// <summary>A new API key for an item of <paramref name="kind"/>.</summary>
    public static string Generate(ItemKind kind)
    {
        Span<byte> random = stackalloc byte[RandomBytes];
        RandomNumberGenerator.Fill(random);
        var body = Prefix(kind) + Digits(new BigInteger(random, isUnsigned: true), RandomDigits);
        CryptographicOperations.ZeroMemory(random);
        return body + Checksum(body);
    }

    /// <summary>Whether <paramref name="apiKey"/> was made by <see cref="Generate"/>, going by form and checksum.</summary>
    public static bool IsGenerated(string apiKey) =>
        apiKey.Length == PrefixLength + RandomDigits + ChecksumDigits
        && (apiKey.StartsWith(Prefix(ItemKind.PrivateKey), StringComparison.Ordinal)
            || apiKey.StartsWith(Prefix(ItemKind.Certificate), StringComparison.Ordinal))
        && apiKey.EndsWith(Checksum(apiKey[..^ChecksumDigits]), StringComparison.Ordinal);

    /// <summary>
    /// What may be shown of a key: the last four characters of a generated one, which are checksum and leave its
    /// 256 bits as hard to guess as before; nothing at all of one that a person chose.
    /// </summary>
    public static string Hint(string apiKey) => IsGenerated(apiKey) ? $"{apiKey[..PrefixLength]}…{apiKey[^4..]}" : "chosen by hand";

    private static string Prefix(ItemKind kind) => kind == ItemKind.PrivateKey ? "lgk_" : "lgc_";

    private static string Checksum(string body) => Digits(Crc32.HashToUInt32(Encoding.ASCII.GetBytes(body)), ChecksumDigits);

    private static string Digits(BigInteger value, int count) => string.Create(count, value, static (span, rest) =>
    {
        for (var i = span.Length - 1; i >= 0; i--)
        {
            rest = BigInteger.DivRem(rest, Alphabet.Length, out var digit);
            span[i] = Alphabet[(int)digit];
        }
    });
}
