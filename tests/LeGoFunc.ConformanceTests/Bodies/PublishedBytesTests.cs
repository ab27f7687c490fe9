using System.Text;
using LeGoFunc.Testing;

namespace LeGoFunc.ConformanceTests.Bodies;

/// <summary>Bodies are the published bytes, whatever form these have.</summary>
public sealed class PublishedBytesTests(Target target)
{
    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\n", "# subject=www.example.com\n")]
    public async Task Certificates_is_the_published_chain_as_stored(string lineEnd, string comment)
    {
        var item = await PublishedAsync(lineEnd, comment, "");
        (await target.Plain.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey)).AssertBody(item.Chain);
        (await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCertChains), item.Combined))
            .AssertBody([.. item.Key.Pem, (byte)'\n', .. item.Chain]);
    }

    [Fact]
    public async Task Two_downloads_of_the_same_order_are_identical_to_the_byte()
    {
        var item = target.Everything;
        foreach (var dialect in Enum.GetValues<Dialect>())
        {
            foreach (var route in Enum.GetValues<Route>().Where(route => route != Route.Pfx))
            {
                var first = await target.Plain.GetWithKeyAsync(item.Path(route, dialect), item.ApiKeyFor(route));
                var second = await target.Plain.GetWithKeyAsync(item.Path(route, dialect), item.ApiKeyFor(route));
                Assert.Equal(first.Fingerprint, second.Fingerprint);
            }
        }
    }

    [Theory]
    [InlineData(TestKeyAlgorithm.Rsa2048, true, "RSA PRIVATE KEY")]
    [InlineData(TestKeyAlgorithm.EcdsaP256, true, "EC PRIVATE KEY")]
    [InlineData(TestKeyAlgorithm.EcdsaP384, true, "EC PRIVATE KEY")]
    [InlineData(TestKeyAlgorithm.Rsa2048, false, "PRIVATE KEY")]
    [InlineData(TestKeyAlgorithm.EcdsaP256, false, "PRIVATE KEY")]
    public async Task Privatekeys_is_the_key_as_stored_and_not_converted(TestKeyAlgorithm algorithm, bool traditional, string label)
    {
        var key = TestKey.Of(algorithm);
        var item = await KeyAsync(key, traditional ? key.TraditionalPem : key.Pkcs8Pem);
        var answer = await target.Plain.GetWithKeyAsync(item.Key.Path(), item.Key.ApiKey);
        answer.AssertBody(item.Key.Pem);
        Assert.StartsWith($"-----BEGIN {label}-----", answer.Text, StringComparison.Ordinal);
        (await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCerts), item.Combined)).AssertBody([.. item.Key.Pem, (byte)'\n', .. item.Chain]);
    }

    [Fact]
    public async Task A_keys_own_line_feed_makes_a_blank_line_before_the_certificate()
    {
        var item = target.Everything;
        var answer = await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCertChains), item.Combined);
        Assert.Contains("-----END PRIVATE KEY-----\n\n-----BEGIN CERTIFICATE-----\n", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_without_a_line_feed_of_its_own_is_followed_by_one()
    {
        var key = TestKey.Of(TestKeyAlgorithm.EcdsaP256);
        var item = await KeyAsync(key, key.Pkcs8Pem[..^1]);
        foreach (var dialect in Enum.GetValues<Dialect>())
        {
            var answer = await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCerts, dialect), item.Combined);
            Assert.Contains("-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\n", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\r\n", "Bag Attributes\r\n    friendlyName: x\r\n")]
    public async Task The_leaf_alone_is_encoded_anew_in_64_columns_with_line_feeds(string lineEnd, string comment)
    {
        var item = await PublishedAsync(lineEnd, comment, "");
        var answer = await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCerts, Dialect.CertWarden), item.Combined);
        answer.AssertBody([.. item.Key.Pem, (byte)'\n', .. TestPki.Pem("CERTIFICATE", item.Issued!.Der)]);
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\n", "\n\n")]
    [InlineData("\r\n", "\r\n \t\r\n")]
    public async Task Certrootchains_is_everything_after_the_leafs_block_without_leading_white_space(string lineEnd, string between)
    {
        var item = await PublishedAsync(lineEnd, "", between);
        var expected = Encoding.ASCII.GetString(item.Issued!.IssuersPem).Replace("\n", lineEnd, StringComparison.Ordinal);
        (await target.Plain.GetWithKeyAsync(item.Path(Route.CertRootChains), item.ApiKey)).AssertBody(Encoding.ASCII.GetBytes(expected));
    }

    [Theory]
    [MemberData(nameof(Every.Dialect), MemberType = typeof(Every))]
    public async Task A_chain_of_one_certificate_has_no_rest_and_never_gives_the_leaf(Dialect dialect)
    {
        var issued = TestPki.Shared.Issue("alone.example.com");
        var item = await target.Seed.CertificateAsync("Alone", new CertificateSpec { Issued = issued, Chain = issued.LeafPem });
        (await target.Plain.GetWithKeyAsync(item.Path(Route.CertRootChains, dialect), item.ApiKey)).AssertError(404, "not found");
        (await target.Plain.GetWithKeyAsync(item.Path(Route.Certificates, dialect), item.ApiKey)).AssertBody(issued.LeafPem);
        (await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCertChains, dialect), item.Combined))
            .AssertBody([.. item.Key.Pem, (byte)'\n', .. issued.LeafPem]);
    }

    private Task<SeededCertificate> KeyAsync(TestKey key, byte[] pem) => target.Seed.CertificateAsync(
        "As-stored", new CertificateSpec { Issued = TestPki.Shared.Issue("as-stored.example.com", key: key), KeyPem = pem });

    private Task<SeededCertificate> PublishedAsync(string lineEnd, string comment, string between)
    {
        var issued = TestPki.Shared.Issue("as-published.example.com");
        var text = Encoding.ASCII.GetString(issued.LeafPem).Replace("\n", lineEnd, StringComparison.Ordinal) + between
            + Encoding.ASCII.GetString(issued.IssuersPem).Replace("\n", lineEnd, StringComparison.Ordinal);
        return target.Seed.CertificateAsync(
            "As-published", new CertificateSpec { Issued = issued, Chain = Encoding.ASCII.GetBytes(comment + text) });
    }
}
