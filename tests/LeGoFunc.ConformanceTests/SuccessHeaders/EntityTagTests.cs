using LeGoFunc.Testing;

namespace LeGoFunc.ConformanceTests.SuccessHeaders;

public sealed class EntityTagTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.PemRoute), MemberType = typeof(Every))]
    public async Task The_same_bytes_have_the_same_ETag_in_both_forms_and_for_both_api_keys(Dialect dialect, Route route)
    {
        var item = target.Everything;
        var other = route switch
        {
            Route.PrivateKeys => item.Key.NewApiKey,
            Route.Certificates or Route.CertRootChains => item.NewApiKey,
            _ => $"{item.NewApiKey}.{item.Key.NewApiKey}",
        };
        var header = await target.Plain.AskAsync(Form.Header, item.Path(route, dialect), item.ApiKeyFor(route));
        var legacy = await target.Plain.AskAsync(Form.Legacy, item.Path(route, dialect), other);
        Assert.NotNull(header["ETag"]);
        Assert.Equal(header.Body, legacy.Body);
        Assert.Equal(header["ETag"], legacy["ETag"]);
    }

    [Fact]
    public async Task Other_bytes_have_another_ETag()
    {
        var item = target.Everything;
        var bodies = new Dictionary<string, string>();
        foreach (var dialect in Enum.GetValues<Dialect>())
        {
            foreach (var route in Enum.GetValues<Route>().Where(route => route != Route.Pfx))
            {
                var answer = await target.Plain.GetWithKeyAsync(item.Path(route, dialect), item.ApiKeyFor(route));
                bodies[answer.Text] = answer["ETag"]!;
            }
        }

        Assert.Equal(5, bodies.Count);
        Assert.Equal(5, bodies.Values.Distinct().Count());
    }

    [Theory]
    [InlineData(Route.Certificates)]
    [InlineData(Route.PrivateCerts)]
    [InlineData(Route.PrivateCertChains)]
    [InlineData(Route.Pfx)]
    public async Task A_renewed_certificate_has_another_ETag(Route route)
    {
        var item = await target.Seed.CertificateAsync("Other-tag");
        var first = await AskAsync();
        await target.Seed.PublishAsync(item, TestPki.Shared.Issue("other-tag.example.com", key: item.Issued!.Key));
        var second = await target.EventuallyAsync(AskAsync, answer => answer["ETag"] != first["ETag"]);
        Assert.Equal(200, second.Status);
        Assert.NotEqual(first["ETag"], second["ETag"]);
        Assert.NotEqual(first.Body, second.Body);

        Task<Answer> AskAsync() => target.Plain.GetWithKeyAsync(item.Path(route), item.ApiKeyFor(route));
    }

    [Fact]
    public async Task A_renewal_by_the_same_issuers_leaves_the_ETag_of_certrootchains_alone()
    {
        var item = await target.Seed.CertificateAsync("Same-issuers");
        var first = await target.Plain.GetWithKeyAsync(item.Path(Route.CertRootChains), item.ApiKey);
        var second = await target.Seed.PublishAsync(item, TestPki.Shared.Issue("same-issuers.example.com", key: item.Issued!.Key));
        (await target.EventuallyAsync(
            () => target.Plain.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey), answer => !answer.Body.SequenceEqual(item.Chain)))
            .AssertBody(second.Chain);
        var after = await target.Plain.GetWithKeyAsync(item.Path(Route.CertRootChains), item.ApiKey);
        after.AssertBody(first.Body);
        Assert.Equal(first["ETag"], after["ETag"]);
    }

    [Fact]
    public async Task The_ETag_of_a_pfx_comes_from_secrets_and_options_and_not_from_the_salted_bytes()
    {
        var (path, key) = (target.Everything.Path(Route.Pfx), target.Everything.Combined);
        var first = await target.Plain.GetWithKeyAsync(path, key);
        var second = await target.Plain.GetWithKeyAsync(path, key);
        var legacy = await target.Plain.GetWithKeyAsync($"{path}?3des", key);
        Assert.NotEqual(first.Body, second.Body);
        Assert.Equal(first["ETag"], second["ETag"]);
        Assert.NotEqual(first["ETag"], legacy["ETag"]);
        Assert.Equal(304, (await target.Plain.GetWithKeyAsync(path, key, ("If-None-Match", first["ETag"]!))).Status);
        Assert.Equal(200, (await target.Plain.GetWithKeyAsync($"{path}?3des", key, ("If-None-Match", first["ETag"]!))).Status);
    }
}
