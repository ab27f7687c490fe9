using LeGoFunc.Pem;
using static LeGoFunc.Core.Tests.Pem.ChainBytes;

namespace LeGoFunc.Core.Tests.Pem;

public sealed class CertificateChainTests
{
    public static TheoryData<string, string> Spellings => new()
    {
        { "as issued", Text(Www.ChainPem) },
        { "CRLF", Text(Www.ChainPem).Replace("\n", "\r\n") },
        { "blank lines", "\n\n" + Text(Www.LeafPem) + "\n \n\n" + Text(Www.IssuersPem) + "\n\n" },
        { "white space behind markers", Text(Www.ChainPem).Replace("E-----\n", "E----- \t\n") },
        { "no trailing newline", Text(Www.ChainPem).TrimEnd() },
        { "byte order mark", "\uFEFF" + Text(Www.ChainPem) },
        { "text around", "Leaf: Bücher\n" + Text(Www.LeafPem) + "the issuers\r\n" + Text(Www.IssuersPem) + "end" },
        { "one long line", Text(Www.LeafPem).Replace("\n", "").Replace("CERTIFICATE-----", "CERTIFICATE-----\n")
            .Replace("-----END", "\n-----END") + Text(Www.IssuersPem) },
    };

    [Theory]
    [MemberData(nameof(Spellings), DisableDiscoveryEnumeration = true)]
    public void Parse_AnySpelling_KeepsEveryByte(string spelling, string pem)
    {
        var chain = CertificateChain.Parse(Bytes(pem));

        Assert.Equal(Bytes(pem), chain.Pem.ToArray());
        Assert.Equal(3, chain.Certificates.Count);
        Assert.Equal(Www.Der, chain.Leaf.Der.ToArray());
        Assert.True(Www.LeafPem.AsSpan().SequenceEqual(chain.LeafPem.Span), spelling);
    }

    [Fact]
    public void Parse_Chain_ReadsSubjectsInTheOrderOfTheFile()
    {
        var chain = CertificateChain.Parse(Www.ChainPem);

        Assert.Equal(
            ["CN=www.example.test", "CN=Example Test Intermediate 1", "CN=Example Test Root"],
            chain.Certificates.Select(c => c.Subject));
        Assert.Equal("CN=Example Test Intermediate 1", chain.Leaf.Issuer);
        Assert.Equal("Certificate 1 (CN=www.example.test)", chain.Leaf.ToString());
    }

    [Fact]
    public void LeafBlock_CrLfChain_IsAWindowIntoTheGivenBytes()
    {
        var leaf = Text(Www.LeafPem).Replace("\n", "\r\n");
        var chain = CertificateChain.Parse(Bytes("text\n" + leaf + Text(Www.IssuersPem)));

        Assert.Equal(leaf.TrimEnd(), Text(chain.LeafBlock));
    }

    [Fact]
    public void Parse_TenCertificates_IsAccepted()
    {
        var chain = CertificateChain.Parse(Join(ManyDers(CertificateChain.MaxCertificates)));

        Assert.Equal(10, chain.Certificates.Count);
    }

    internal static IEnumerable<byte[]> ManyDers(int count) =>
        Enumerable.Range(0, count).Select(i => Testing.TestPki.Shared.Issue($"{i}.example.test").Der);
}
