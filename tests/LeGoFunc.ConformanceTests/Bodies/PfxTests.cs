using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LeGoFunc.Testing;

namespace LeGoFunc.ConformanceTests.Bodies;

public sealed class PfxTests(Target target)
{
    [Theory]
    [InlineData("", Form.Header)]
    [InlineData("", Form.Legacy)]
    [InlineData("?3des", Form.Header)]
    [InlineData("?3des", Form.Legacy)]
    public async Task A_pfx_holds_key_leaf_and_chain(string query, Form form)
    {
        var item = target.Everything;
        var certificates = await OpenAsync(item, query, form, item.Combined, item.Key.ApiKey);
        byte[][] expected = [item.Issued!.Der, .. item.Issued.Issuers];
        Assert.Equal(
            expected.Select(Convert.ToHexString).Order(StringComparer.Ordinal),
            certificates.Select(certificate => Convert.ToHexString(certificate.RawData)).Order(StringComparer.Ordinal));
        var leaf = Assert.Single(certificates, certificate => certificate.HasPrivateKey);
        Assert.Equal(item.Issued.Der, leaf.RawData);
        AssertKey(item.Issued.Key, leaf);
    }

    [Fact]
    public async Task A_pfx_of_an_rsa_key_holds_key_leaf_and_chain()
    {
        var issued = TestPki.Shared.Issue("rsa.example.com", TestKeyAlgorithm.Rsa2048);
        var item = await target.Seed.CertificateAsync("Rsa", new CertificateSpec { Issued = issued, KeyPem = issued.Key.TraditionalPem });
        var certificates = await OpenAsync(item, "", Form.Header, item.Combined, item.Key.ApiKey);
        var leaf = Assert.Single(certificates, certificate => certificate.HasPrivateKey);
        using var opened = issued.Key.Open();
        Assert.Equal(opened.ExportSubjectPublicKeyInfo(), leaf.GetRSAPrivateKey()!.ExportSubjectPublicKeyInfo());
    }

    [Theory]
    [InlineData("?3des=")]
    [InlineData("?3des=false")]
    [InlineData("?x=1&3des")]
    public async Task The_presence_of_3des_is_enough(string query)
    {
        var (path, key) = (target.Everything.Path(Route.Pfx), target.Everything.Combined);
        var plain = await target.Plain.GetWithKeyAsync(path, key);
        var wanted = await target.Plain.GetWithKeyAsync($"{path}?3des", key);
        var asked = await target.Plain.GetWithKeyAsync($"{path}{query}", key);
        Assert.Equal(wanted["ETag"], asked["ETag"]);
        Assert.NotEqual(plain["ETag"], asked["ETag"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?3des")]
    public async Task The_password_is_the_key_half_that_the_caller_presented(string query)
    {
        var item = target.Everything;
        Assert.NotEmpty(await OpenAsync(item, query, Form.Header, $"{item.ApiKey}.{item.Key.NewApiKey}", item.Key.NewApiKey));
        foreach (var wrong in (string[])[item.Key.ApiKey, item.ApiKey, item.Combined, ""])
        {
            await Assert.ThrowsAnyAsync<CryptographicException>(
                () => OpenAsync(item, query, Form.Header, $"{item.ApiKey}.{item.Key.NewApiKey}", wrong));
        }
    }

    [Theory]
    [InlineData("", TestKeyAlgorithm.EcdsaP256)]
    [InlineData("", TestKeyAlgorithm.Rsa2048)]
    [InlineData("?3des", TestKeyAlgorithm.EcdsaP256)]
    [InlineData("?3des", TestKeyAlgorithm.Rsa2048)]
    public async Task Openssl_opens_it_and_finds_the_algorithms_and_one_localKeyID(string query, TestKeyAlgorithm algorithm)
    {
        using var openssl = OpenSsl.OrSkip();
        var item = await target.Seed.CertificateAsync(
            "Pfx", new CertificateSpec { Issued = TestPki.Shared.Issue("pfx.example.com", algorithm) });
        var answer = await target.Plain.GetWithKeyAsync($"{item.Path(Route.Pfx)}{query}", item.Combined);
        var file = openssl.Write("all.pfx", answer.Body);
        var password = openssl.Write("password", System.Text.Encoding.ASCII.GetBytes(item.Key.ApiKey));
        string[] legacy = query.Length > 0 ? ["-legacy"] : [];
        var output = await openssl.RunAsync(["pkcs12", "-in", file, "-passin", $"file:{password}", "-info", "-nodes", .. legacy]);

        string[] expected = query.Length > 0
            ? ["MAC: sha1,", "Shrouded Keybag: pbeWithSHA1And3-KeyTripleDES-CBC", "PKCS7 Encrypted data: pbeWithSHA1And3-KeyTripleDES-CBC"]
            : ["MAC: sha256,", "Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC", "PKCS7 Encrypted data: PBES2, PBKDF2, AES-256-CBC", "PRF hmacWithSHA256"];
        Assert.All(expected, text => Assert.Contains(text, output, StringComparison.Ordinal));
        Assert.DoesNotContain("RC2", output, StringComparison.Ordinal);
        var ids = output.Split('\n').Where(line => line.Contains("localKeyID:", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, ids.Count);
        Assert.Equal(ids[0].Trim(), ids[1].Trim());
        Assert.Equal(1 + item.Issued!.Issuers.Count, output.Split("-----BEGIN CERTIFICATE-----").Length - 1);
        Assert.Contains("-----BEGIN PRIVATE KEY-----", output, StringComparison.Ordinal);
    }

    private static void AssertKey(TestKey expected, X509Certificate2 leaf)
    {
        using var opened = expected.Open();
        using var held = leaf.GetECDsaPrivateKey();
        Assert.Equal(opened.ExportSubjectPublicKeyInfo(), held!.ExportSubjectPublicKeyInfo());
    }

    private async Task<X509Certificate2Collection> OpenAsync(
        SeededCertificate item, string query, Form form, string presented, string password)
    {
        var path = form == Form.Header ? $"{item.Path(Route.Pfx)}{query}" : $"{item.Path(Route.Pfx)}/{presented}{query}";
        var answer = await target.Plain.GetAsync(path, form == Form.Header ? [("apiKey", presented)] : []);
        Assert.Equal(200, answer.Status);
        return X509CertificateLoader.LoadPkcs12Collection(answer.Body, password, X509KeyStorageFlags.EphemeralKeySet);
    }
}
