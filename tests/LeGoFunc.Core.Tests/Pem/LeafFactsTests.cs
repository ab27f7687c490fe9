using System.Security.Cryptography;
using LeGoFunc.Pem;
using LeGoFunc.Testing;

namespace LeGoFunc.Core.Tests.Pem;

public sealed class LeafFactsTests
{
    private static readonly DateTimeOffset s_from = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly DateTimeOffset s_to = new(2031, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Facts_Leaf_AreThoseOfTheCertificate()
    {
        var issued = TestPki.Shared.Issue("www.example.test", notBefore: s_from, notAfter: s_to);

        var facts = FactsOf(issued);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(issued.Der)), facts.Fingerprint);
        Assert.Matches("^[0-9a-f]{32}$", facts.SerialNumber);
        Assert.Equal(s_from, facts.NotBefore);
        Assert.Equal(s_to, facts.NotAfter);
        Assert.Equal(TimeSpan.Zero, facts.NotAfter.Offset);
        Assert.Equal(["www.example.test"], facts.SubjectNames);
    }

    [Fact]
    public void SubjectNames_DnsAndIp_AreBothListed() =>
        Assert.Equal(
            ["a.example.test", "*.b.example.test", "192.0.2.1", "2001:db8::1"],
            FactsOf(TestPki.Shared.Issue(
                "a.example.test", names: ["a.example.test", "*.b.example.test", "192.0.2.1", "2001:db8::1"]))
                .SubjectNames);

    [Fact]
    public void SubjectNames_NoAlternativeName_IsTheCommonName() =>
        Assert.Equal(["old.example.test"], FactsOf(TestPki.Shared.Issue("old.example.test", names: [])).SubjectNames);

    private static LeafFacts FactsOf(IssuedCertificate issued) => CertificateChain.Parse(issued.ChainPem).Leaf.Facts;
}
