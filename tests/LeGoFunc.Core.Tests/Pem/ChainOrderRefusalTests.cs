using LeGoFunc.Pem;
using LeGoFunc.Testing;
using static LeGoFunc.Core.Tests.Pem.ChainBytes;

namespace LeGoFunc.Core.Tests.Pem;

public sealed class ChainOrderRefusalTests
{
    private static readonly TestPki s_deep = new(intermediates: 3);
    private static readonly IssuedCertificate s_leaf = s_deep.Issue("deep.example.test");

    [Fact]
    public void LeafFirst_TwoLeaves_IsRefusedNamingBoth()
    {
        var message = Refused(Www.Der, TestPki.Shared.Issue("mail.example.test").Der, TestPki.Shared.Issuer.Der);

        Assert.Contains("certificate 1 (CN=www.example.test)", message);
        Assert.Contains("certificate 2 (CN=mail.example.test)", message);
    }

    [Fact]
    public void LeafFirst_StrayRoot_IsRefusedNamingIt() =>
        Assert.Contains(
            "Certificate 4 (CN=Stray) is not an issuer of the leaf: leave it out",
            Refused([Www.Der, .. Www.Issuers, TestAuthority.Root("Stray").Der]));

    [Fact]
    public void LeafFirst_IntermediateMissing_IsRefusedNamingTheMissingOne()
    {
        var message = Refused(s_leaf.Der, s_leaf.Issuers[0], s_leaf.Issuers[2], s_leaf.Issuers[3]);

        Assert.Contains("Certificate 3 (CN=Example Test Intermediate 1) is not an issuer of the leaf", message);
        Assert.Contains("CN=Example Test Intermediate 2, which issued certificate 2", message);
    }

    [Fact]
    public void LeafFirst_OnlyIntermediatesMissing_IsRefused() =>
        Assert.Contains("is missing in between", Refused(s_leaf.Der, s_leaf.Issuers[^1]));

    [Fact]
    public void LeafFirst_IssuerOfTheSameNameAndAnotherKey_IsRefused()
    {
        var impostor = TestPki.Shared.Root.Subordinate(TestPki.Shared.Issuer.Name);

        Assert.Contains("whose signature is of another key", Refused(Www.Der, impostor.Der, TestPki.Shared.Root.Der));
    }

    [Fact]
    public void LeafFirst_IssuerOfTheSameNameAndAnotherKindOfKey_IsRefused()
    {
        var impostor = TestAuthority.Root(TestPki.Shared.Issuer.Name, TestKey.Of(TestKeyAlgorithm.Rsa2048));

        Assert.Contains("whose signature is of another key", Refused(Www.Der, impostor.Der));
    }

    [Fact]
    public void LeafFirst_IssuersWithoutLeaf_IsRefused()
    {
        Assert.Contains("has no leaf", Refused([.. Www.Issuers]));
        Assert.Contains("has no leaf", Refused(TestPki.Shared.Issuer.Der));
    }

    [Fact]
    public void LeafFirst_AuthoritiesThatSignedEachOther_IsRefused()
    {
        var a = TestAuthority.Root("A");
        var b = TestAuthority.Root("B");

        Assert.Contains("has no leaf", Refused(a.Subordinate("B", b.Key).Der, b.Subordinate("A", a.Key).Der));
    }

    [Fact]
    public void LeafFirst_UnknownSignatureAlgorithm_IsRefused()
    {
        // Ed25519 (1.3.101.112) in place of ecdsa-with-SHA256, in both places that name it.
        var text = Convert.ToHexString(Www.Der).Replace("06082A8648CE3D040302", "06082B65703D04030201");

        Assert.Contains("can't be checked", Refused(Convert.FromHexString(text), Www.Issuers[0]));
    }

    [Fact]
    public void LeafFirst_SubjectWithLineBreaks_StaysOneLineInTheMessage()
    {
        var message = Refused([Www.Der, .. Www.Issuers, TestAuthority.Root("\"a\nb\"").Der]);

        Assert.Contains("a?b", message);
    }

    [Fact]
    public void LeafFirst_SelfSignedLeafBesideARoot_IsRefusedNamingTheRoot()
    {
        var self = new TestAuthority("own.example.test", TestKey.Of(TestKeyAlgorithm.EcdsaP256), []);
        var leaf = self.Issue(self.Name, key: self.Key).Der;

        Assert.Contains(
            "Certificate 1 (CN=Example Test Root) is not an issuer of the leaf",
            Refused(TestPki.Shared.Root.Der, leaf));
    }

    private static string Refused(params byte[][] ders)
    {
        var chain = CertificateChain.Parse(Join(ders));
        var message = Assert.Throws<PemException>(() => ChainOrder.LeafFirst(chain)).Message;
        Assert.DoesNotContain("\n", message);
        return message;
    }
}
