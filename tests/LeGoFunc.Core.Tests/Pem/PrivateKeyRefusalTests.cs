using System.Security.Cryptography;
using LeGoFunc.Pem;
using LeGoFunc.Testing;
using static LeGoFunc.Core.Tests.Pem.ChainBytes;

namespace LeGoFunc.Core.Tests.Pem;

public sealed class PrivateKeyRefusalTests
{
    private static string Key => Text(Www.KeyPem);

    public static TheoryData<string, string> Refusals => new()
    {
        { "is empty", "" },
        { "no private key", "\n" },
        { "not text in UTF-8", Key + "\0" },
        { "is encrypted", EncryptedPkcs8() },
        { "is encrypted", "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n"
            + "-----END RSA PRIVATE KEY-----\n" },
        { "also holds a certificate", Key + Text(Www.LeafPem) },
        { "also holds a certificate", Text(Www.LeafPem) },
        { "more than one private key", Key + Text(Www.Key.TraditionalPem) },
        { "more than one private key", Text(Www.Key.TraditionalPem) + Text(TestPki.Pem("EC PARAMETERS", [5, 0])) },
        { "no private key", Text(TestPki.Pem("EC PARAMETERS", [5, 0])) },
        { "of another form", Text(TestPki.Pem("EC PARAMETERS", [5, 0])) + Key },
        { "block of another type", Text(TestPki.Pem("OPENSSH PRIVATE KEY", [1, 2, 3])) },
        { "unfinished or damaged", Key + "-----BEGIN PRIVATE KEY-----" },
        { "unfinished or damaged", Key.Insert(60, "*") },
        { "is damaged", Text(TestPki.Pem("PRIVATE KEY", [1, 2, 3])) },
        { "is damaged", Text(TestPki.Pem("RSA PRIVATE KEY", [1, 2, 3])) },
        { "is damaged", Text(TestPki.Pem("EC PRIVATE KEY", [1, 2, 3])) },
        { "is damaged", Text(TestPki.Pem("PRIVATE KEY", [.. Www.Key.Pkcs8, 0])) },
        { "is damaged", Text(TestPki.Pem("RSA PRIVATE KEY", Www.Key.Pkcs8)) },
        { "Ed25519 keys can't be checked", Ed25519() },
        { "algorithm that LeGoFunc does not take", Ed25519().Replace("K2Vw", "K2Vx") },
        { "another curve", OtherCurve() },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void Parse_UnusableKey_IsRefusedWithItsReason(string reason, string pem)
    {
        var message = Assert.Throws<PemException>(() => PrivateKeyPem.Parse(Bytes(pem))).Message;

        Assert.Contains(reason, message);
        Assert.DoesNotContain("\n", message);
        Assert.DoesNotContain("-----", message);
    }

    [Fact]
    public void Parse_PublicHalfOfAnotherKey_IsRefused()
    {
        var ours = Ec().ExportParameters(includePrivateParameters: true);
        var other = Ec().ExportParameters(includePrivateParameters: false);
        var pkcs8 = Convert.ToHexString(Export(ours));
        var mixed = pkcs8.Replace(Convert.ToHexString(ours.Q.X!), Convert.ToHexString(other.Q.X!))
            .Replace(Convert.ToHexString(ours.Q.Y!), Convert.ToHexString(other.Q.Y!));

        Assert.NotEqual(pkcs8, mixed);
        Assert.Throws<PemException>(
            () => PrivateKeyPem.Parse(TestPki.Pem("PRIVATE KEY", Convert.FromHexString(mixed))));
    }

    [Fact]
    public void Parse_RsaModulusOfAnotherKey_IsRefused()
    {
        using var ours = RSA.Create(1024);
        using var other = RSA.Create(1024);
        var mixed = Convert.ToHexString(ours.ExportRSAPrivateKey()).Replace(
            Convert.ToHexString(ours.ExportParameters(false).Modulus!),
            Convert.ToHexString(other.ExportParameters(false).Modulus!));

        var pem = TestPki.Pem("RSA PRIVATE KEY", Convert.FromHexString(mixed));

        Assert.Contains("is damaged", Assert.Throws<PemException>(() => PrivateKeyPem.Parse(pem)).Message);
    }

    private static ECDsa Ec() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static byte[] Export(ECParameters parameters) => ECDsa.Create(parameters).ExportPkcs8PrivateKey();

    private static string EncryptedPkcs8()
    {
        using var key = (ECDsa)Www.Key.Open();
        return key.ExportEncryptedPkcs8PrivateKeyPem(
            "secret", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1)) + "\n";
    }

    private static string OtherCurve()
    {
        using var key = ECDsa.Create(ECCurve.CreateFromValue("1.3.132.0.10"));
        return key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    // RFC 8410, section 7: version, algorithm, and the key in two octet strings.
    private static string Ed25519()
    {
        var head = Convert.FromHexString("302e020100300506032b657004220420");
        return Text(TestPki.Pem("PRIVATE KEY", [.. head, .. new byte[32]]));
    }
}
