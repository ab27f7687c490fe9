using System.Text;
using System.Text.Unicode;

namespace LeGoFunc.Pem;

/// <summary>What any PEM file must be before its blocks are looked at.</summary>
internal static class PemText
{
    private const int SeparatorLength = 1;

    /// <exception cref="PemException">The file is empty, or it is not text in UTF-8.</exception>
    public static void RequireText(ReadOnlySpan<byte> pem, string what)
    {
        if (pem.IsEmpty)
        {
            throw new PemException($"The {what} is empty.");
        }

        if (pem.Contains((byte)0) || !Utf8.IsValid(pem))
        {
            throw new PemException(
                $"The {what} is not text in UTF-8: convert it to PEM (a DER or PKCS#12 file is binary, and some "
                + "editors save UTF-16).");
        }
    }

    /// <summary>
    /// Whether a private key is named anywhere, in a block, in a damaged block or in explanatory text. Looks at bytes,
    /// because a string of a key could not be cleared again.
    /// </summary>
    public static bool MentionsPrivateKey(ReadOnlySpan<byte> pem)
    {
        var first = "PRIVATE"u8;
        var last = "KEY"u8;
        var length = first.Length + SeparatorLength + last.Length;
        for (var i = 0; i + length <= pem.Length; i++)
        {
            // Any separator: OpenSSL's text form writes "Private-Key".
            if (Ascii.EqualsIgnoreCase(pem.Slice(i, first.Length), first)
                && Ascii.EqualsIgnoreCase(pem.Slice(i + length - last.Length, last.Length), last))
            {
                return true;
            }
        }

        return false;
    }
}
