using System.Security.Cryptography.X509Certificates;
using LeGoFunc.Pem;
using LeGoFunc.Testing;
using static LeGoFunc.Core.Tests.Pem.ChainBytes;

namespace LeGoFunc.Core.Tests.Pem;

public sealed class ChainOrderTests
{
    private static readonly TestAuthority s_oldRoot = TestAuthority.Root("Old Root");
    private static readonly TestAuthority s_newRoot = TestAuthority.Root("New Root");
    private static readonly TestAuthority s_cross = s_oldRoot.Subordinate(s_newRoot.Name, s_newRoot.Key);
    private static readonly TestAuthority s_intermediate = s_newRoot.Subordinate("Intermediate");
    private static readonly byte[] s_leaf = s_intermediate.Issue("www.example.test").Der;

    [Fact]
    public void LeafFirst_InOrder_HandsBackTheSameBytes()
    {
        var chain = CertificateChain.Parse(Bytes("\uFEFFtext\r\n" + Text(Www.ChainPem) + "text"));

        var ordered = ChainOrder.LeafFirst(chain);

        Assert.False(ordered.Reordered);
        Assert.Same(chain, ordered.Chain);
    }

    [Fact]
    public void LeafFirst_RootFirst_MovesWholeBlocksAndDropsTheTextAround()
    {
        var crlfRoot = Text(Block(TestPki.Shared.Root.Der)).Replace("\n", "\r\n");
        var pem = "the root\n" + crlfRoot + "the rest\n" + Text(Block(TestPki.Shared.Issuer.Der)) + Text(Www.LeafPem);

        var ordered = ChainOrder.LeafFirst(CertificateChain.Parse(Bytes(pem)));

        Assert.True(ordered.Reordered);
        Assert.Equal(
            Text(Www.LeafPem) + Text(Block(TestPki.Shared.Issuer.Der)) + crlfRoot.TrimEnd() + "\n",
            Text(ordered.Chain.Pem));
    }

    [Fact]
    public void LeafFirst_LeafAloneOrWithoutRoot_IsInOrder()
    {
        Assert.False(Order(Www.Der).Reordered);
        Assert.False(Order(Www.Der, TestPki.Shared.Issuer.Der).Reordered);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LeafFirst_SelfSignedAlone_IsInOrder(bool authority)
    {
        var self = new TestAuthority("own.example.test", TestKey.Of(TestKeyAlgorithm.EcdsaP256), []);
        var request = self.Request(self.Name, self.Key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, false, 0, true));

        Assert.False(Order(self.Sign(request, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue)).Reordered);
    }

    [Fact]
    public void LeafFirst_CrossSignedRoot_TakesThePathThroughAll()
    {
        var ordered = Order(s_leaf, s_oldRoot.Der, s_cross.Der, s_intermediate.Der);

        Assert.True(ordered.Reordered);
        Assert.Equal(Join(s_leaf, s_intermediate.Der, s_cross.Der, s_oldRoot.Der), ordered.Chain.Pem.ToArray());
    }

    [Fact]
    public void LeafFirst_RootAndItsCrossSignedTwin_LosesNeither()
    {
        var ordered = Order(s_leaf, s_intermediate.Der, s_cross.Der, s_newRoot.Der, s_oldRoot.Der);

        Assert.Equal(
            Join(s_leaf, s_intermediate.Der, s_newRoot.Der, s_cross.Der, s_oldRoot.Der),
            ordered.Chain.Pem.ToArray());
    }

    [Fact]
    public void LeafFirst_NoSinglePath_KeepsTheGivenOrderOfIssuersBehindIssued()
    {
        var twin = s_oldRoot.Subordinate(s_intermediate.Name, s_intermediate.Key);
        byte[][] given = [s_leaf, s_intermediate.Der, twin.Der, s_newRoot.Der, s_oldRoot.Der];

        Assert.False(Order(given).Reordered);
        Assert.Equal(
            Join(s_leaf, s_intermediate.Der, s_newRoot.Der, twin.Der, s_oldRoot.Der),
            Order(s_newRoot.Der, s_leaf, s_intermediate.Der, twin.Der, s_oldRoot.Der).Chain.Pem.ToArray());
    }

    private static OrderedChain Order(params byte[][] ders) =>
        ChainOrder.LeafFirst(CertificateChain.Parse(Join(ders)));
}
