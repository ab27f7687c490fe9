using System.Security.Cryptography;

namespace LeGoFunc.Pem;

/// <summary>
/// Walks through the blocks of a PEM file. Explanatory text around the blocks is passed over (RFC 7468, section 5.2);
/// a BEGIN or END marker in it is not, because that is a block which some client would read and this class did not.
/// </summary>
internal static class PemReader
{
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Finds the next block at or after <paramref name="position"/> and moves the position behind it.</summary>
    /// <returns>False when only explanatory text is left.</returns>
    /// <exception cref="PemException">The text before the next block holds an unfinished or damaged one.</exception>
    public static bool TryNext(ReadOnlyMemory<byte> pem, ref int position, out PemBlock block)
    {
        var start = position == 0 && pem.Span.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : position;
        var rest = pem.Span[start..];
        if (!PemEncoding.TryFindUtf8(rest, out var fields))
        {
            RefuseMarkers(rest);
            position = pem.Length;
            block = default;
            return false;
        }

        var (offset, length) = fields.Location.GetOffsetAndLength(rest.Length);
        RefuseMarkers(rest[..offset]);
        if (offset > 0 && rest[offset - 1] is not (LineFeed or CarriageReturn))
        {
            // OpenSSL looks for the marker at the start of a line only, so its clients would miss this block.
            throw new PemException("A BEGIN line is indented: remove the white space in front of it.");
        }

        block = new PemBlock(
            pem,
            Shift(fields.Location, start, rest.Length),
            Shift(fields.Label, start, rest.Length),
            Shift(fields.Base64Data, start, rest.Length),
            fields.DecodedDataLength);
        position = start + offset + length;
        return true;
    }

    private static void RefuseMarkers(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("-----BEGIN"u8) >= 0 || text.IndexOf("-----END"u8) >= 0)
        {
            throw new PemException(
                "The file holds an unfinished or damaged block: each needs a BEGIN and an END line of its own "
                + "with intact base64 between them; export it again.");
        }
    }

    private static Range Shift(Range range, int by, int length)
    {
        var (offset, count) = range.GetOffsetAndLength(length);
        return new Range(by + offset, by + offset + count);
    }
}
