using System.Security.Cryptography;
using System.Text;
using LeGoFunc.Pem;
using LeGoFunc.Testing;
using static LeGoFunc.Core.Tests.Pem.ChainBytes;

namespace LeGoFunc.Core.Tests.Pem;

public sealed class ChainRefusalTests
{
    private static string Chain => Text(Www.ChainPem);

    public static TheoryData<string, string> PrivateKeys => new()
    {
        { "PKCS#8 in front", Text(Www.KeyPem) + Chain },
        { "PKCS#8 behind", Chain + Text(Www.KeyPem) },
        { "SEC 1 in between", Text(Www.LeafPem) + Text(Www.Key.TraditionalPem) + Text(Www.IssuersPem) },
        { "damaged marker", Chain + Text(Www.KeyPem).Replace("-----BEGIN", "----BEGIN") },
        { "unfinished", Chain + "-----BEGIN RSA PRIVATE KEY-----\nMIIE" },
        { "other case", Chain + "-----begin private key-----\nMIIE" },
        { "OpenSSL's text form", "Private-Key: (256 bit)\n" + Chain },
    };

    public static TheoryData<string, string> Damages => new()
    {
        { "empty", "" },
        { "no certificate", "hello\n" },
        { "no certificate", "\n \n" },
        { "no certificate", "\uFEFF" },
        { "not text in UTF-8", Chain + "\0" },
        { "unfinished or damaged", Chain + "-----BEGIN CERTIFICATE-----\nMIIB" },
        { "unfinished or damaged", Chain.Replace("-----END CERTIFICATE-----\n", "-----END CERTIFICATE-----") },
        { "unfinished or damaged", "x" + Chain },
        { "unfinished or damaged", Chain + "-----END CERTIFICATE-----\n" },
        { "unfinished or damaged", Chain.Insert(200, "*") },
        { "unfinished or damaged", Chain.Insert(200, "=") },
        { "unfinished or damaged", Chain.Replace("-----END CERTIFICATE", "-----END X509 CRL") },
        { "alone on its line", "  " + Chain },
        { "alone on its line", Chain.Replace("\n", " ") },
        { "alone on its line", Chain.Replace("\n", "\r") },
        { "alone on its line", Chain.Replace("-----\nM", "----- M") },
        { "alone on its line", Chain.Replace("\n-----END", "\n -----END") },
        { "alone on its line", Chain.TrimEnd() + " end" },
        { "Block 4 of the chain is no certificate", Chain + Text(TestPki.Pem("X509 CRL", [0x30, 0])) },
        { "Block 1 of the chain is no certificate", Text(TestPki.Pem("TRUSTED CERTIFICATE", Www.Der)) },
        { "Block 1 of the chain is not a valid", Text(Block([])) },
        { "Block 1 of the chain is not a valid", Text(Block([0x30, 0])) },
        { "Block 4 of the chain is not a valid", Chain + Text(Block([1, 2, 3, 4, 5])) },
        { "Block 1 of the chain is not a valid", Text(Block([.. Www.Der, 0])) },
        { "Block 1 of the chain is not a valid", Text(Block(Www.Der[..^1])) },
        { "Block 1 of the chain is not a valid", Text(Block(Www.Key.Pkcs8)) },
        { "Certificate 4 (CN=www.example.test) is in the chain twice", Chain + Text(Www.LeafPem) },
    };

    [Theory]
    [MemberData(nameof(PrivateKeys), DisableDiscoveryEnumeration = true)]
    public void Parse_PrivateKeyAnywhere_IsRefused(string where, string pem)
    {
        var message = Refused(pem);

        Assert.True(message.Contains("mentions a private key", StringComparison.Ordinal), where);
    }

    [Theory]
    [MemberData(nameof(Damages), DisableDiscoveryEnumeration = true)]
    public void Parse_DamagedChain_IsRefusedWithItsReason(string reason, string pem) =>
        Assert.Contains(reason, Refused(pem));

    [Fact]
    public void Parse_InvalidUtf8_IsRefused()
    {
        byte[] latin1 = [0xFC, .. Www.ChainPem];

        var thrown = Assert.Throws<PemException>(() => CertificateChain.Parse(latin1));

        Assert.Contains("not text in UTF-8", thrown.Message);
    }

    [Fact]
    public void Parse_Utf16_IsRefused() =>
        Assert.Throws<PemException>(() => CertificateChain.Parse(Encoding.Unicode.GetBytes(Chain)));

    [Fact]
    public void Parse_ElevenCertificates_IsRefused() =>
        Assert.Contains("more than 10", Refused(Text(Join(CertificateChainTests.ManyDers(11)))));

    [Fact]
    public void Parse_PublicKeyBlock_IsRefused()
    {
        using var key = (ECDsa)Www.Key.Open();

        Assert.Contains("is no certificate", Refused(Chain + key.ExportSubjectPublicKeyInfoPem() + "\n"));
    }

    private static string Refused(string pem)
    {
        var message = Assert.Throws<PemException>(() => CertificateChain.Parse(Bytes(pem))).Message;
        Assert.DoesNotContain("\n", message);
        Assert.DoesNotContain("-----", message);
        return message;
    }
}
