using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace LeGoFunc.Pem;

/// <summary>
/// Takes a stored chain apart on the way to a client: no X.509 parsing and no copy beyond the answer itself.
/// The chain is expected to have passed <see cref="CertificateChain.Parse"/> and <see cref="ChainOrder"/> when it was
/// published, so the first block is the leaf.
/// </summary>
public static class PemSplitter
{
    private static readonly SearchValues<byte> whiteSpace = SearchValues.Create(" \t\r\n\v\f"u8);

    /// <summary>
    /// The part of the chain behind the leaf's block, without leading white space: a window into
    /// <paramref name="chainPem"/>, not a copy. Empty when no further certificate follows, so that a chain of one
    /// never passes off the text behind its leaf as issuers.
    /// </summary>
    /// <exception cref="PemException">The chain doesn't begin with an intact certificate.</exception>
    public static ReadOnlyMemory<byte> Issuers(ReadOnlyMemory<byte> chainPem)
    {
        Leaf(chainPem, out var end);
        var rest = chainPem[end..];
        return rest.Span.IndexOf("-----BEGIN CERTIFICATE-----"u8) < 0
            ? ReadOnlyMemory<byte>.Empty
            : rest[rest.Span.IndexOfAnyExcept(whiteSpace)..];
    }

    /// <summary>
    /// The leaf alone, encoded anew: 64 columns, LF, a trailing LF (RFC 7468, section 2), whatever the stored chain
    /// looks like.
    /// </summary>
    /// <exception cref="PemException">The chain doesn't begin with an intact certificate.</exception>
    public static byte[] EncodeLeaf(ReadOnlyMemory<byte> chainPem)
    {
        var leaf = Leaf(chainPem, out _);
        var der = ArrayPool<byte>.Shared.Rent(leaf.DecodedLength);
        try
        {
            Base64.DecodeFromUtf8(chainPem.Span[leaf.Body], der, out _, out var length);
            return Encode(der.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(der);
        }
    }

    private static byte[] Encode(ReadOnlySpan<byte> der)
    {
        var label = PemLabels.Certificate;
        var pem = new byte[PemEncoding.GetEncodedSize(label.Length, der.Length) + 1];
        PemEncoding.TryWriteUtf8(label, der, pem, out _);
        pem[^1] = (byte)'\n';
        return pem;
    }

    private static PemBlock Leaf(ReadOnlyMemory<byte> chainPem, out int end)
    {
        end = 0;
        return PemReader.TryNext(chainPem, ref end, out var block) && block.Is(PemLabels.Certificate)
            ? block
            : throw new PemException("The chain does not begin with a certificate: publish it again.");
    }
}
