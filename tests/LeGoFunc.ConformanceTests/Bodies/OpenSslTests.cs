using LeGoFunc.Testing;

namespace LeGoFunc.ConformanceTests.Bodies;

/// <summary>Another implementation agrees with what is served.</summary>
public sealed class OpenSslTests(Target target)
{
    [Theory]
    [InlineData(TestKeyAlgorithm.EcdsaP256)]
    [InlineData(TestKeyAlgorithm.Rsa2048)]
    public async Task The_private_key_matches_the_certificate(TestKeyAlgorithm algorithm)
    {
        using var openssl = OpenSsl.OrSkip();
        var item = await target.Seed.CertificateAsync(
            "Openssl", new CertificateSpec { Issued = TestPki.Shared.Issue("openssl.example.com", algorithm) });
        var key = openssl.Write("key.pem", (await target.Plain.GetWithKeyAsync(item.Key.Path(), item.Key.ApiKey)).Body);
        var certificate = openssl.Write("cert.pem", (await target.Plain.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey)).Body);
        var ofCertificate = await openssl.RunAsync("x509", "-in", certificate, "-noout", "-pubkey");
        var ofKey = await openssl.RunAsync("pkey", "-in", key, "-pubout");
        Assert.Contains("BEGIN PUBLIC KEY", ofKey, StringComparison.Ordinal);
        Assert.Equal(ofKey.Trim(), ofCertificate.Trim());
    }

    [Theory]
    [InlineData(Route.PrivateCerts, Dialect.LeGo)]
    [InlineData(Route.PrivateCerts, Dialect.CertWarden)]
    [InlineData(Route.PrivateCertChains, Dialect.LeGo)]
    public async Task A_combined_file_is_one_that_openssl_reads_key_and_certificate_from(Route route, Dialect dialect)
    {
        using var openssl = OpenSsl.OrSkip();
        var item = target.Everything;
        var file = openssl.Write("combined.pem", (await target.Plain.GetWithKeyAsync(item.Path(route, dialect), item.Combined)).Body);
        var ofCertificate = await openssl.RunAsync("x509", "-in", file, "-noout", "-pubkey");
        Assert.Equal((await openssl.RunAsync("pkey", "-in", file, "-pubout")).Trim(), ofCertificate.Trim());
    }

    [Fact]
    public async Task The_leaf_is_accepted_with_the_chain_of_certrootchains()
    {
        using var openssl = OpenSsl.OrSkip();
        var item = target.Everything;
        var leaf = openssl.Write("leaf.pem", (await target.Plain.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey)).Body);
        var chain = openssl.Write("chain.pem", (await target.Plain.GetWithKeyAsync(item.Path(Route.CertRootChains), item.ApiKey)).Body);
        var output = await openssl.RunAsync("verify", "-no-CAfile", "-no-CApath", "-CAfile", chain, leaf);
        Assert.Contains(": OK", output, StringComparison.Ordinal);
    }
}
