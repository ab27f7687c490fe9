using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LeGoFunc.Local;

/// <summary>
/// The secret that clients of this machine's emulators must know. It lies in a file that only its owner can read, so
/// other users of the machine, who can reach the emulators' ports, can't read the secrets in them.
/// </summary>
internal sealed class LocalToken
{
    internal const string FileName = "token";

    /// <summary>The tenant in the emulators' bearer challenge and in the issuer of a token.</summary>
    internal const string TenantId = "6c65676f-6675-4e63-8000-000000000001";

    private const int SecretBytes = 32;
    private readonly byte[] secret;

    private LocalToken(string secret) => this.secret = Encoding.ASCII.GetBytes(secret);

    /// <summary>Reads <c>token</c> in <paramref name="directory"/>, or makes it: 256 random bits as base64url.</summary>
    internal static LocalToken Open(string directory)
    {
        OwnerOnly.CreateDirectory(directory);
        var file = Path.Combine(directory, FileName);
        if (File.Exists(file) && File.ReadAllText(file).Trim() is var existing && IsWellFormed(existing))
        {
            return new LocalToken(existing);
        }

        var created = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        OwnerOnly.Write(file, Encoding.ASCII.GetBytes(created));
        return new LocalToken(created);
    }

    /// <summary>Whether a bearer token has the shape <c>header.payload.secret</c> and ends in this secret; in constant time.</summary>
    internal bool Accepts(ReadOnlySpan<char> bearer)
    {
        var last = bearer.LastIndexOf('.');
        if (bearer.Count('.') != 2)
        {
            return false;
        }

        var presented = Encoding.UTF8.GetBytes(bearer[(last + 1)..].ToArray());
        return CryptographicOperations.FixedTimeEquals(presented, secret);
    }

    private static bool IsWellFormed(string text)
        => Base64Url.IsValid(text, out var length) && length == SecretBytes;
}
