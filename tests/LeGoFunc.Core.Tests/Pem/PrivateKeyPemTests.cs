using System.Security.Cryptography;
using LeGoFunc.Pem;
using LeGoFunc.Testing;
using static LeGoFunc.Core.Tests.Pem.ChainBytes;

namespace LeGoFunc.Core.Tests.Pem;

public sealed class PrivateKeyPemTests
{
    // The curve P-256 as "openssl ecparam" writes it in front of a key.
    private static readonly byte[] s_parameters =
        TestPki.Pem("EC PARAMETERS", [0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]);

    [Theory]
    [InlineData(TestKeyAlgorithm.Rsa2048, "rsa2048")]
    [InlineData(TestKeyAlgorithm.Rsa3072, "rsa3072")]
    [InlineData(TestKeyAlgorithm.EcdsaP256, "ecdsap256")]
    [InlineData(TestKeyAlgorithm.EcdsaP384, "ecdsap384")]
    [InlineData(TestKeyAlgorithm.EcdsaP521, "ecdsap521")]
    public void Parse_EitherForm_KeepsTheBytesAndNamesTheAlgorithm(TestKeyAlgorithm algorithm, string name)
    {
        var issued = TestPki.Shared.Issue("www.example.test", algorithm);
        var leaf = CertificateChain.Parse(issued.ChainPem).Leaf;

        foreach (var pem in new[] { issued.Key.Pkcs8Pem, issued.Key.TraditionalPem })
        {
            var key = PrivateKeyPem.Parse(pem);

            Assert.Equal(pem, key.Pem.ToArray());
            Assert.Equal(name, key.Algorithm);
            Assert.True(key.Matches(leaf));
        }
    }

    [Fact]
    public void Matches_AnotherKeyOfTheSameKind_IsFalse()
    {
        var key = PrivateKeyPem.Parse(TestKey.Generate(TestKeyAlgorithm.EcdsaP256).Pkcs8Pem);

        Assert.False(key.Matches(CertificateChain.Parse(Www.ChainPem).Leaf));
    }

    [Fact]
    public void Parse_EcParametersInFront_IsAccepted()
    {
        byte[] pem = [.. s_parameters, .. Www.Key.TraditionalPem];

        Assert.Equal("ecdsap256", PrivateKeyPem.Parse(pem).Algorithm);
    }

    [Fact]
    public void Parse_TextCrLfAndByteOrderMark_KeepsEveryByte()
    {
        var pem = Bytes("\uFEFFBag Attributes\r\n" + Text(Www.KeyPem).Replace("\n", "\r\n") + "end");

        Assert.Equal(pem, PrivateKeyPem.Parse(pem).Pem.ToArray());
    }

    [Fact]
    public void Parse_OldRsa1024_IsAccepted() => Assert.Equal("rsa1024", PrivateKeyPem.Parse(Rsa(1024)).Algorithm);

    [Fact]
    public void Parse_Rsa512_IsRefused() =>
        Assert.Contains("fewer than 1024", Assert.Throws<PemException>(() => PrivateKeyPem.Parse(Rsa(512))).Message);

    private static byte[] Rsa(int bits)
    {
        using var rsa = RSA.Create(bits);
        return TestPki.Pem("RSA PRIVATE KEY", rsa.ExportRSAPrivateKey());
    }
}
