using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LeGoFunc.Pem;
using LeGoFunc.Testing;
using static LeGoFunc.Core.Tests.Pem.ChainBytes;

namespace LeGoFunc.Core.Tests.Pem;

public sealed class ChainSignatureTests
{
    public static TheoryData<TestKeyAlgorithm, string, bool> Signatures => new()
    {
        { TestKeyAlgorithm.Rsa2048, "SHA256", false },
        { TestKeyAlgorithm.Rsa2048, "SHA384", false },
        { TestKeyAlgorithm.Rsa2048, "SHA512", false },
        { TestKeyAlgorithm.Rsa2048, "SHA256", true },
        { TestKeyAlgorithm.Rsa2048, "SHA384", true },
        { TestKeyAlgorithm.Rsa2048, "SHA512", true },
        { TestKeyAlgorithm.EcdsaP256, "SHA256", false },
        { TestKeyAlgorithm.EcdsaP384, "SHA384", false },
        { TestKeyAlgorithm.EcdsaP521, "SHA512", false },
    };

    [Theory]
    [MemberData(nameof(Signatures))]
    public void LeafFirst_EverySignatureAlgorithm_IsChecked(TestKeyAlgorithm algorithm, string hash, bool pss)
    {
        var issuer = TestAuthority.Root("Root", TestKey.Of(algorithm)) with
        {
            Hash = new HashAlgorithmName(hash),
            Padding = pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1,
        };
        var leaf = issuer.Issue("www.example.test").Der;

        Assert.Equal(Join(leaf, issuer.Der), Order(issuer.Der, leaf).Chain.Pem.ToArray());
    }

    [Theory]
    [InlineData(TestKeyAlgorithm.Rsa2048, "300D06092A864886F70D0101050500")]
    [InlineData(TestKeyAlgorithm.Rsa2048, Sha1Signatures.PssDefaults)]
    [InlineData(TestKeyAlgorithm.EcdsaP256, "300906072A8648CE3D0401")]
    public void LeafFirst_Sha1OfAnOldRoot_IsChecked(TestKeyAlgorithm algorithm, string identifier)
    {
        var issuer = TestAuthority.Root("Root", TestKey.Of(algorithm));
        var leaf = SignWithSha1(issuer, identifier);

        Assert.Equal(Join(leaf, issuer.Der), Order(issuer.Der, leaf).Chain.Pem.ToArray());
    }

    [Fact]
    public void LeafFirst_PssWithAnotherSalt_IsRefusedAsUnknown()
    {
        var issuer = TestAuthority.Root("Root", TestKey.Of(TestKeyAlgorithm.Rsa2048));
        // A salt of 30 bytes in place of the 20 that are the default and the length of SHA-1.
        var leaf = SignWithSha1(issuer, "301206092A864886F70D01010A3005A20302011E");

        var thrown = Assert.Throws<PemException>(() => Order(leaf, issuer.Der));

        Assert.Contains("can't be checked", thrown.Message);
    }

    private static byte[] SignWithSha1(TestAuthority issuer, string identifier)
    {
        using var key = issuer.Key.Open();
        using var certificate = issuer.Request("www.example.test", TestKey.Of(TestKeyAlgorithm.EcdsaP256)).Create(
            new X500DistinguishedName($"CN={issuer.Name}"),
            new Sha1Signatures(key, identifier),
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddYears(1),
            [1]);
        return certificate.RawData;
    }

    private static OrderedChain Order(params byte[][] ders) =>
        ChainOrder.LeafFirst(CertificateChain.Parse(Join(ders)));

    /// <summary>Signs as old roots did; the framework's own generators refuse to.</summary>
    private sealed class Sha1Signatures(AsymmetricAlgorithm key, string identifier) : X509SignatureGenerator
    {
        public const string PssDefaults = "300D06092A864886F70D01010A3000";

        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
            Convert.FromHexString(identifier);

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key switch
        {
            ECDsa ecdsa => ecdsa.SignData(data, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence),
            RSA rsa when identifier == PssDefaults =>
                rsa.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pss),
            _ => ((RSA)key).SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
        };

        protected override PublicKey BuildPublicKey() => new(key);
    }
}
