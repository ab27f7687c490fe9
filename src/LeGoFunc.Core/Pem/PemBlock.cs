using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace LeGoFunc.Pem;

/// <summary>One encapsulated block (RFC 7468) as a window into the bytes that it was found in.</summary>
/// <param name="Source">The whole file.</param>
/// <param name="Location">From the first hyphen of the BEGIN line to the last hyphen of the END line.</param>
/// <param name="Label">The words between <c>BEGIN</c> and the hyphens.</param>
/// <param name="Body">The encoded content, line ends included.</param>
/// <param name="DecodedLength">Length of the content in bytes.</param>
internal readonly record struct PemBlock(
    ReadOnlyMemory<byte> Source, Range Location, Range Label, Range Body, int DecodedLength)
{
    public ReadOnlyMemory<byte> Text => Source[Location];

    public bool Is(ReadOnlySpan<byte> label) => Source.Span[Label].SequenceEqual(label);

    /// <summary>The content in an array of its own, for the caller to clear when it is a private key's.</summary>
    public byte[] Decode()
    {
        var content = new byte[DecodedLength];
        var status = Base64.DecodeFromUtf8(Source.Span[Body], content, out _, out var written);
        if (status == OperationStatus.Done && written == content.Length)
        {
            return content;
        }

        CryptographicOperations.ZeroMemory(content);
        throw new PemException("The file holds a block whose base64 is damaged: export it again.");
    }
}
