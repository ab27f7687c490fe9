namespace LeGoFunc.Pem;

/// <summary>
/// A chain as it was handed in for publishing: every block in it is a certificate and nothing in it is a private key.
/// Its bytes are kept untouched, whatever their line ends, blank lines or explanatory text. That the first certificate
/// is the leaf of the others is for <see cref="ChainOrder"/> to say. Immutable, provided that the memory handed in is.
/// </summary>
public sealed class CertificateChain
{
    /// <summary>More than any real chain needs; it bounds the work that one publish can cause.</summary>
    public const int MaxCertificates = 10;

    private CertificateChain(ReadOnlyMemory<byte> pem, IReadOnlyList<ChainCertificate> certificates)
    {
        Pem = pem;
        Certificates = certificates;
    }

    /// <summary>All bytes exactly as given.</summary>
    public ReadOnlyMemory<byte> Pem { get; }

    /// <summary>At least one, in the order of the file, no two alike.</summary>
    public IReadOnlyList<ChainCertificate> Certificates { get; }

    /// <summary>The first certificate.</summary>
    public ChainCertificate Leaf => Certificates[0];

    /// <summary>The leaf's block as given, from BEGIN to END without the line end.</summary>
    public ReadOnlyMemory<byte> LeafBlock => Leaf.Block;

    /// <inheritdoc cref="PemSplitter.Issuers"/>
    public ReadOnlyMemory<byte> IssuersPem => PemSplitter.Issuers(Pem);

    /// <inheritdoc cref="PemSplitter.EncodeLeaf"/>
    public ReadOnlyMemory<byte> LeafPem => PemSplitter.EncodeLeaf(Pem);

    /// <summary>Reads a chain without copying it: <paramref name="pem"/> must not change afterwards.</summary>
    /// <exception cref="PemException">
    /// It is empty, not UTF-8, mentions a private key (callers who may only have the certificate would get it), has a
    /// block that is damaged or no certificate, the same certificate twice, or more than
    /// <see cref="MaxCertificates"/>.
    /// </exception>
    public static CertificateChain Parse(ReadOnlyMemory<byte> pem)
    {
        PemText.RequireText(pem.Span, "chain");
        if (PemText.MentionsPrivateKey(pem.Span))
        {
            throw new PemException(
                "The chain mentions a private key, and everyone who may download the certificate would get it: "
                + "give the chain in a file without the key.");
        }

        var certificates = new List<ChainCertificate>();
        var seen = new Dictionary<string, int>();
        var position = 0;
        while (PemReader.TryNext(pem, ref position, out var block))
        {
            var number = certificates.Count + 1;
            if (number > MaxCertificates)
            {
                throw new PemException(
                    $"The chain has more than {MaxCertificates} certificates: give the leaf and its issuers only.");
            }

            var certificate = ChainCertificate.Read(block, number);
            if (!seen.TryAdd(Convert.ToHexString(certificate.Der.Span), number))
            {
                throw new PemException(
                    $"{certificate} is in the chain twice: leave one out.");
            }

            certificates.Add(certificate);
        }

        return certificates.Count > 0
            ? new CertificateChain(pem, certificates)
            : throw new PemException("The chain holds no certificate: give the leaf and its issuers as PEM.");
    }
}
