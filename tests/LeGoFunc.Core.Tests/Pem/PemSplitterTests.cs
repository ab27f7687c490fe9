using LeGoFunc.Pem;
using static LeGoFunc.Core.Tests.Pem.ChainBytes;

namespace LeGoFunc.Core.Tests.Pem;

public sealed class PemSplitterTests
{
    [Fact]
    public void Issuers_Chain_IsEverythingBehindTheLeaf() =>
        Assert.Equal(Www.IssuersPem, PemSplitter.Issuers(Www.ChainPem).ToArray());

    [Fact]
    public void Issuers_WhiteSpaceBehindTheLeaf_IsLeftOutAndTheRestKept()
    {
        var issuers = Text(Www.IssuersPem).Replace("\n", "\r\n") + "\n\n";

        Assert.Equal(issuers, Text(PemSplitter.Issuers(Bytes(Text(Www.LeafPem) + "\r\n\t \n" + issuers))));
    }

    [Fact]
    public void Issuers_TextBehindTheLeaf_IsKept()
    {
        var issuers = "subject=the intermediate\n" + Text(Www.IssuersPem);

        Assert.Equal(issuers, Text(PemSplitter.Issuers(Bytes(Text(Www.LeafPem) + issuers))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\n")]
    [InlineData("\nfrom our own CA\n")]
    public void Issuers_LeafAlone_IsEmpty(string behind) =>
        Assert.True(PemSplitter.Issuers(Bytes(Text(Www.LeafPem) + behind)).IsEmpty);

    [Fact]
    public void Issuers_Chain_IsAWindowAndNoCopy()
    {
        ReadOnlyMemory<byte> chain = Www.ChainPem;

        Assert.True(PemSplitter.Issuers(chain).Span.Overlaps(chain.Span));
    }

    [Fact]
    public void EncodeLeaf_CrLfAndOtherColumns_GivesTheStrictForm()
    {
        var body = Convert.ToBase64String(Www.Der, Base64FormattingOptions.InsertLineBreaks);
        var pem = $"Leaf\r\n-----BEGIN CERTIFICATE-----\r\n{body}\r\n-----END CERTIFICATE-----\r\n";

        var leaf = Text(PemSplitter.EncodeLeaf(Bytes(pem + Text(Www.IssuersPem))));

        Assert.Equal(Text(Www.LeafPem), leaf);
        Assert.EndsWith("-----END CERTIFICATE-----\n", leaf);
        Assert.All(leaf.Split('\n'), line => Assert.InRange(line.Length, 0, 64));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("-----BEGIN CERTIFICATE-----\n*\n-----END CERTIFICATE-----\n")]
    public void Split_NoIntactLeaf_IsRefused(string pem)
    {
        Assert.Throws<PemException>(() => PemSplitter.Issuers(Bytes(pem)));
        Assert.Throws<PemException>(() => PemSplitter.EncodeLeaf(Bytes(pem)));
    }

    [Fact]
    public void Split_DamagedLeafBeforeIssuers_NeverTakesAnIssuerForTheLeaf()
    {
        var pem = Bytes(Text(Www.LeafPem).Replace("=", "*").Insert(100, "*") + Text(Www.IssuersPem));

        Assert.Throws<PemException>(() => PemSplitter.EncodeLeaf(pem));
    }
}
