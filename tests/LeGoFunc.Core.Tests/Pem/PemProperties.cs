using CsCheck;
using LeGoFunc.Pem;
using LeGoFunc.Testing;
using static LeGoFunc.Core.Tests.Pem.ChainBytes;

namespace LeGoFunc.Core.Tests.Pem;

public sealed class PemProperties
{
    private static readonly IssuedCertificate[] s_issued =
        [.. Enumerable.Range(0, 4).Select(depth => new TestPki(depth).Issue($"depth{depth}.example.test"))];

    private static readonly PrivateKeyPem[] s_keys = [.. s_issued.Select(i => PrivateKeyPem.Parse(i.KeyPem))];

    private static readonly ChainCertificate[] s_leaves =
        [.. s_issued.Select(i => CertificateChain.Parse(i.ChainPem).Leaf)];

    private static readonly Gen<string> s_gap =
        Gen.OneOf("", "\n", "\r\n", " \t\n\n", "subject=CN\n", "\nBücher -- 1\r\n", "---\n");

    private static readonly Gen<IssuedCertificate> s_anyIssued = Gen.OneOf(s_issued);

    private static readonly Gen<byte[][]> s_shuffled =
        s_anyIssued.SelectMany(i => Gen.Shuffle(new[] { i.Der }.Concat(i.Issuers).ToArray()));

    private static Gen<byte[]> Garbage => Gen.OneOf(
        Gen.Byte.Array[0, 300],
        Gen.OneOf(
                "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----", "-----BEGIN PRIVATE KEY-----", "\n", "MIIB",
                "-----END PRIVATE KEY-----", "-----BEGIN ", "-----", "=", "\uFEFF", Text(Www.LeafPem), Text(Www.KeyPem))
            .Array[0, 12].Select(parts => Bytes(string.Concat(parts))),
        Mutated(Www.Der).Select(der => Join([der, .. Www.Issuers])),
        Mutated(Www.Issuers[0]).Select(der => Join(Www.Der, der)),
        Mutated(Www.Key.Pkcs8).Select(der => TestPki.Pem("PRIVATE KEY", der)),
        Mutated(Www.ChainPem));

    [Fact]
    public void Splitting_AnySpelling_LosesNoByteAndKeepsTheLeafOutOfTheIssuers() =>
        Gen.Select(s_anyIssued, s_gap, s_gap, s_gap, Gen.Bool).Sample((issued, before, between, after, crlf) =>
        {
            var leaf = Text(issued.LeafPem);
            var all = before + (before.Length > 0 && before[^1] != '\n' ? "\n" : "") + leaf + between
                + Text(issued.IssuersPem) + after;
            var pem = Bytes(crlf ? all.Replace("\r\n", "\n").Replace("\n", "\r\n") : all);

            var chain = CertificateChain.Parse(pem);

            var issuers = Text(chain.IssuersPem);
            var head = Text(chain.Pem)[..^issuers.Length];
            Assert.Equal(pem, chain.Pem.ToArray());
            Assert.EndsWith(Text(chain.LeafBlock), head.TrimEnd());
            Assert.Equal(issued.Issuers.Count, issuers.Split("-----BEGIN CERTIFICATE-----").Length - 1);
            Assert.Equal(issued.LeafPem, chain.LeafPem.ToArray());
        }, iter: 200);

    [Fact]
    public void Ordering_AnyPermutation_GivesBackLeafFirst() =>
        s_shuffled.Sample(ders =>
        {
            var ordered = ChainOrder.LeafFirst(CertificateChain.Parse(Join(ders)));

            var issued = s_issued.Single(i => ders.Contains(i.Der));
            Assert.Equal(issued.ChainPem, ordered.Chain.Pem.ToArray());
            Assert.Equal(!Join(ders).SequenceEqual(issued.ChainPem), ordered.Reordered);
        }, iter: 100);

    [Fact]
    public void Ordering_Twice_ChangesNothingMore() =>
        s_shuffled.Sample(ders =>
        {
            var once = ChainOrder.LeafFirst(CertificateChain.Parse(Join(ders))).Chain;

            var twice = ChainOrder.LeafFirst(once);

            Assert.False(twice.Reordered);
            Assert.Same(once, twice.Chain);
        }, iter: 50);

    [Fact]
    public void Garbage_AnyBytes_IsReadOrRefusedAsPem() =>
        Garbage.Sample(bytes =>
        {
            OnlyPemException(() => ChainOrder.LeafFirst(CertificateChain.Parse(bytes)));
            OnlyPemException(() => PrivateKeyPem.Parse(bytes));
            OnlyPemException(() => PemSplitter.Issuers(bytes));
            OnlyPemException(() => PemSplitter.EncodeLeaf(bytes));
            OnlyPemException(() => Pkcs12File.Create(bytes, Www.ChainPem, "password", "name", Pkcs12Flavour.Modern));
            OnlyPemException(() => Pkcs12File.Create(Www.KeyPem, bytes, "password", "name", Pkcs12Flavour.Modern));
        }, iter: 600);

    [Fact]
    public void Matching_KeyAndLeaf_HoldsExactlyForTheSameKey() =>
        Gen.Select(Gen.Int[0, s_keys.Length - 1], Gen.Int[0, s_leaves.Length - 1]).Sample(
            (key, leaf) => s_keys[key].Matches(s_leaves[leaf]) == (key == leaf), iter: 100);

    private static Gen<byte[]> Mutated(byte[] original) =>
        Gen.Select(Gen.Int[0, original.Length - 1], Gen.Byte).Select((index, value) =>
        {
            var copy = (byte[])original.Clone();
            copy[index] = value;
            return copy;
        });

    private static void OnlyPemException(Action action)
    {
        try
        {
            action();
        }
        catch (PemException e)
        {
            Assert.DoesNotContain("\n", e.Message);
            Assert.DoesNotContain("-----", e.Message);
        }
    }
}
