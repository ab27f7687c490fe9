using System.Buffers.Text;
using System.Security.Cryptography;

namespace LeGoFunc.ApiKeys;

/// <summary>The secret that goes into every API-key hash. It lives in Key Vault, away from the tables.</summary>
/// <param name="Version">The version of the vault's secret; a hash names the one it was made with.</param>
/// <param name="Value">256 random bits.</param>
public sealed record Pepper(string Version, ReadOnlyMemory<byte> Value)
{
    /// <summary>The name of the vault's secret.</summary>
    public const string SecretName = "lego-apikey-pepper";

    private const int Size = 32;

    /// <summary>A new pepper in the form in which the vault keeps it.</summary>
    public static string NewSecretValue() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Size));

    /// <summary>Reads a version of the vault's secret.</summary>
    /// <exception cref="InvalidDataException">It does not hold 256 bits in base64url.</exception>
    public static Pepper Parse(string version, ReadOnlySpan<byte> secretValue) =>
        Base64Url.IsValid(secretValue, out var length) && length == Size
            ? new Pepper(version, Base64Url.DecodeFromUtf8(secretValue))
            : throw new InvalidDataException($"secret '{SecretName}', version {version}, is not a pepper that LeGoFunc made");

    /// <summary>Does not show the value.</summary>
    public override string ToString() => $"Pepper {Version}";
}
