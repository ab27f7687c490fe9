using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using LeGoFunc.Pem;
using LeGoFunc.Testing;
using static LeGoFunc.Core.Tests.Pem.ChainBytes;

namespace LeGoFunc.Core.Tests.Pem;

public sealed class Pkcs12FileTests
{
    private const string Password = "lgk_secret-ä";

    public static TheoryData<Pkcs12Flavour, TestKeyAlgorithm, bool> Kinds
    {
        get
        {
            var kinds = new TheoryData<Pkcs12Flavour, TestKeyAlgorithm, bool>();
            foreach (var flavour in Enum.GetValues<Pkcs12Flavour>())
            {
                foreach (var traditional in new[] { false, true })
                {
                    kinds.Add(flavour, TestKeyAlgorithm.EcdsaP256, traditional);
                    kinds.Add(flavour, TestKeyAlgorithm.EcdsaP384, traditional);
                    kinds.Add(flavour, TestKeyAlgorithm.Rsa2048, traditional);
                }
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Create_AnyKind_OpensWithKeyLeafAndIssuers(
        Pkcs12Flavour flavour, TestKeyAlgorithm algorithm, bool traditional)
    {
        var issued = TestPki.Shared.Issue("www.example.test", algorithm);
        var keyPem = traditional ? issued.Key.TraditionalPem : issued.KeyPem;

        var file = Pkcs12File.Create(keyPem, issued.ChainPem, Password, "www", flavour);

        var opened = X509CertificateLoader.LoadPkcs12Collection(file, Password);
        Assert.Equal(3, opened.Count);
        var leaf = Assert.Single(opened, c => c.HasPrivateKey);
        Assert.Equal(issued.Der, leaf.RawData);
        Assert.All(issued.Issuers, issuer => Assert.Single(opened, c => c.RawData.SequenceEqual(issuer)));
        var key = PrivateKeyPem.Parse(TestPki.Pem("PRIVATE KEY", DecryptKey(file)));
        Assert.True(key.Matches(CertificateChain.Parse(issued.ChainPem).Leaf));
    }

    [Theory]
    [InlineData(Pkcs12Flavour.Modern, "2.16.840.1.101.3.4.2.1")]
    [InlineData(Pkcs12Flavour.Legacy, "1.3.14.3.2.26")]
    public void Create_EitherFlavour_SealsWithItsHash(Pkcs12Flavour flavour, string hash)
    {
        var file = Pkcs12File.Create(Www.KeyPem, Www.ChainPem, Password, "www", flavour);
        var identifier = new AsnWriter(AsnEncodingRules.DER);
        identifier.WriteObjectIdentifier(hash);

        Assert.True(file.AsSpan()[^120..].IndexOf(identifier.Encode()) >= 0);
        Assert.True(Pkcs12Info.Decode(file, out _).VerifyMac(Password));
        Assert.False(Pkcs12Info.Decode(file, out _).VerifyMac("wrong"));
    }

    [Fact]
    public void Create_KeyAndLeaf_CarryTheSameLocalKeyIdAndNameAndIssuersCarryNone()
    {
        var bags = Bags(Pkcs12File.Create(Www.KeyPem, Www.ChainPem, Password, "www", Pkcs12Flavour.Modern));

        var expected = SHA256.HashData(Www.Der)[..20];
        var marked = bags.Where(b => b.Attributes.Count > 0).ToList();
        Assert.Equal(2, marked.Count);
        Assert.All(marked, b => Assert.Equal(expected, LocalKeyId(b)));
        Assert.All(marked, b => Assert.Equal(2, b.Attributes.Count));
        Assert.Equal(4, bags.Count);
    }

    [Fact]
    public void Create_DamagedMaterial_IsRefused()
    {
        Assert.Throws<PemException>(() => Create(Bytes("x"), Www.ChainPem));
        Assert.Throws<PemException>(() => Create(Www.KeyPem, Bytes("x")));
        Assert.Throws<PemException>(() => Create(TestPki.Pem("PRIVATE KEY", [1, 2]), Www.ChainPem));
    }

    private static byte[] Create(byte[] key, byte[] chain) =>
        Pkcs12File.Create(key, chain, Password, "www", Pkcs12Flavour.Modern);

    private static byte[] DecryptKey(byte[] file)
    {
        var bag = Bags(file).OfType<Pkcs12ShroudedKeyBag>().Single();
        return Pkcs8PrivateKeyInfo.DecryptAndDecode(Password, bag.EncryptedPkcs8PrivateKey, out _).Encode();
    }

    private static byte[] LocalKeyId(Pkcs12SafeBag bag) =>
        bag.Attributes.Cast<CryptographicAttributeObject>()
            .SelectMany(a => a.Values.Cast<AsnEncodedData>())
            .OfType<Pkcs9LocalKeyId>()
            .Single().KeyId.ToArray();

    private static List<Pkcs12SafeBag> Bags(byte[] file)
    {
        var bags = new List<Pkcs12SafeBag>();
        foreach (var contents in Pkcs12Info.Decode(file, out _).AuthenticatedSafe)
        {
            if (contents.ConfidentialityMode is Pkcs12ConfidentialityMode.Password)
            {
                contents.Decrypt(Password);
            }

            bags.AddRange(contents.GetBags());
        }

        return bags;
    }
}
