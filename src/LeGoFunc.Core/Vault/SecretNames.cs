using System.Security.Cryptography;
using System.Text;
using LeGoFunc.Catalog;

namespace LeGoFunc.Vault;

/// <summary>
/// Names of secrets. Key Vault allows 1 to 127 letters, digits and <c>-</c>, without regard to case, so an item's name
/// is spelled in those, with a piece of its hash to keep <c>a.b</c> and <c>a-b</c> apart. Only a writer makes such a
/// name: the tables hold it whole.
/// </summary>
public static class SecretNames
{
    /// <summary>The most bytes that a value may have (the service's limit is 25 kB).</summary>
    public const int MaxValueBytes = 25_600;

    private const int MaxSlug = 100;

    /// <summary>The name of the secret that holds the item's PEM.</summary>
    public static string For(ItemKind kind, ItemName name)
    {
        var slug = string.Concat(name.Key.Take(MaxSlug).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(name.Key)).AsSpan(0, 4));
        return $"lego-{(kind == ItemKind.PrivateKey ? "key" : "cert")}-{slug}-{hash}";
    }
}
