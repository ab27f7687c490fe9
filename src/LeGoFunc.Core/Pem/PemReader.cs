using System.Security.Cryptography;

namespace LeGoFunc.Pem;

/// <summary>
/// Walks through the blocks of a PEM file. Explanatory text around the blocks is passed over (RFC 7468, section 5.2);
/// a BEGIN or END marker in it is not, because that is a block which some client would read and this class did not.
/// </summary>
internal static class PemReader
{
    private const byte LineFeed = (byte)'\n';

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// Finds the next block at or after <paramref name="position"/> and moves the position behind it.
    /// </summary>
    /// <returns>False when only explanatory text is left.</returns>
    /// <exception cref="PemException">
    /// The text before the next block holds an unfinished or damaged one, or a marker shares its line.
    /// </exception>
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
        RequireOwnLines(rest, fields);
        block = new PemBlock(
            pem,
            Shift(fields.Location, start, rest.Length),
            Shift(fields.Label, start, rest.Length),
            Shift(fields.Base64Data, start, rest.Length),
            fields.DecodedDataLength);
        position = start + offset + length;
        return true;
    }

    // OpenSSL and Go find a marker only on a line of its own. A file in which spaces took the place of line ends (as in
    // an environment variable) would be read here and by no client.
    private static void RequireOwnLines(ReadOnlySpan<byte> text, PemFields fields)
    {
        var (start, length) = fields.Location.GetOffsetAndLength(text.Length);
        var beginEnd = fields.Label.End.GetOffset(text.Length) + "-----"u8.Length;
        var endStart = start + text.Slice(start, length).LastIndexOf("-----END"u8);
        if (!StartsLine(text, start)
            || !EndsLine(text[beginEnd..])
            || !StartsLine(text, endStart)
            || !EndsLine(text[(start + length)..]))
        {
            throw new PemException(
                "A BEGIN or END marker does not stand alone on its line: restore the line breaks and remove white "
                + "space in front of it.");
        }
    }

    private static bool StartsLine(ReadOnlySpan<byte> text, int position) =>
        position == 0 || text[position - 1] == LineFeed;

    private static bool EndsLine(ReadOnlySpan<byte> behind)
    {
        var rest = behind.TrimStart(" \t\r"u8);
        return rest.IsEmpty || rest[0] == LineFeed;
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
