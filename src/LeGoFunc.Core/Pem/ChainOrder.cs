namespace LeGoFunc.Pem;

/// <param name="Chain">The chain, leaf first.</param>
/// <param name="Reordered">Whether blocks had to be moved; false means that no byte was changed.</param>
public sealed record OrderedChain(CertificateChain Chain, bool Reordered);

/// <summary>
/// Puts a chain in the order that TLS servers send it in: the leaf, then each time the issuer of the certificate
/// before. Judged by issuer name and signature.
/// </summary>
public static class ChainOrder
{
    /// <summary>
    /// Where several orders are possible (cross-signed issuers), one in which each certificate issued the one right
    /// before it is preferred, then the order of the file; no certificate is ever dropped. A chain in order is handed
    /// back as it is. Otherwise its blocks are moved whole and joined with LF, and explanatory text around them is
    /// dropped, because it belongs to the old places. Ordering twice changes nothing more.
    /// </summary>
    /// <exception cref="PemException">
    /// There is no leaf or more than one, a certificate is missing in between, or one doesn't belong.
    /// </exception>
    public static OrderedChain LeafFirst(CertificateChain chain)
    {
        var certificates = chain.Certificates;
        var graph = new IssuerGraph(certificates);
        var leaf = LeafOf(certificates, graph);
        var ancestors = graph.Ancestors(leaf);
        if (ancestors.Count < certificates.Count)
        {
            throw Stranger(certificates, ancestors);
        }

        var order = graph.Path(leaf) ?? ancestors;
        return order.SequenceEqual(Enumerable.Range(0, certificates.Count))
            ? new OrderedChain(chain, Reordered: false)
            : new OrderedChain(CertificateChain.Parse(Join(order.Select(i => certificates[i].Block))), Reordered: true);
    }

    private static int LeafOf(IReadOnlyList<ChainCertificate> certificates, IssuerGraph graph)
    {
        // Made with one command and no CA at hand, a self-signed certificate usually calls itself a CA.
        if (certificates is [{ IsSelfIssued: true }])
        {
            return 0;
        }

        int[] leaves =
        [
            .. Enumerable.Range(0, certificates.Count)
                .Where(i => !certificates[i].IsAuthority && !graph.IssuedAny(i)),
        ];
        return leaves switch
        {
            [var leaf] => leaf,
            [] => throw new PemException(
                "The chain has no leaf, every certificate in it is a CA's: give the whole chain "
                + "(often called fullchain), not the issuers alone."),
            [var first, var second, ..] => throw new PemException(
                $"The chain has more than one leaf, {Name(certificates[first])} and {Name(certificates[second])}: "
                + "leave all but one out."),
        };
    }

    private static PemException Stranger(IReadOnlyList<ChainCertificate> certificates, List<int> ancestors)
    {
        var stranger = certificates.Where((_, i) => !ancestors.Contains(i)).First();
        var known = ancestors.ConvertAll(i => certificates[i]);
        var open = known.Find(c => !c.IsSelfIssued && !known.Exists(i => Issuance.Issued(i, c)));
        if (open is null)
        {
            return new PemException($"{stranger} is not an issuer of the leaf: leave it out.");
        }

        return certificates.Any(c => c.SubjectName.Span.SequenceEqual(open.IssuerName.Span))
            ? new PemException(
                $"{stranger} is not an issuer of the leaf: it bears the name of the issuer of {Name(open)}, whose "
                + "signature is of another key; give the certificate that really issued it.")
            : new PemException(
                $"{stranger} is not an issuer of the leaf: either the certificate of {open.Issuer}, which issued "
                + $"{Name(open)}, is missing in between, or this one is of another chain and must be left out.");
    }

    private static string Name(ChainCertificate certificate) =>
        $"certificate {certificate.Number} ({certificate.Subject})";

    private static byte[] Join(IEnumerable<ReadOnlyMemory<byte>> blocks)
    {
        using var joined = new MemoryStream();
        foreach (var block in blocks)
        {
            joined.Write(block.Span);
            joined.WriteByte((byte)'\n');
        }

        return joined.ToArray();
    }
}
