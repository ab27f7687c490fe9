using System.Text;

namespace LeGoFunc.ConformanceTests.Matching;

public sealed class NameTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.Route), MemberType = typeof(Every))]
    public async Task Names_are_matched_without_regard_to_ascii_case_and_the_file_name_is_the_stored_spelling(Dialect dialect, Route route)
    {
        var item = target.Everything;
        var name = item.NameFor(route);
        foreach (var spelling in (string[])[name.Spelling.ToUpperInvariant(), name.Spelling.ToLowerInvariant()])
        {
            var answer = await target.Plain.GetWithKeyAsync(dialect.Path(route, spelling), item.ApiKeyFor(route));
            Assert.Equal(200, answer.Status);
            Assert.Equal($"attachment; filename=\"{name.Spelling}{route.Suffix()}\"", answer["Content-Disposition"]);
        }
    }

    [Fact]
    public async Task Letters_outside_ascii_are_no_other_case_of_ascii_letters()
    {
        // KELVIN SIGN becomes "k" wherever case is folded by Unicode's rules.
        var key = await target.Seed.PrivateKeyAsync("Kelvin");
        var (kelvin, plain) = (key.Name.Spelling.Replace("Kelvin", "%E2%84%AAelvin", StringComparison.Ordinal), key.Path());
        (await target.Plain.RawAsync("GET", Dialect.LeGo.Path(Route.PrivateKeys, kelvin), ("apiKey", key.ApiKey))).AssertUnauthorized();
        (await target.Plain.GetWithKeyAsync(plain, key.ApiKey)).AssertBody(key.Pem);
    }

    [Fact]
    public async Task Names_hold_letters_digits_hyphen_underscore_dot_and_tilde()
    {
        var name = target.Seed.NewName("AZ-az_09.~").Spelling;
        var item = await target.Seed.CertificateAsync("Characters", new CertificateSpec { Name = name, Legacy = true });
        var answer = await target.Plain.RawAsync("GET", item.Path(Route.Certificates), ("apiKey", item.ApiKey));
        answer.AssertBody(item.Chain);
        Assert.Equal($"attachment; filename=\"{name}.cert.pem\"", answer["Content-Disposition"]);
        (await target.Plain.RawAsync("GET", $"{item.Path(Route.Certificates)}/{item.ApiKey}")).AssertBody(item.Chain);
    }

    [Fact]
    public async Task Names_have_up_to_120_characters()
    {
        var name = new StringBuilder(target.Seed.NewName("Long").Spelling).Append('x', 120).ToString(0, 120);
        var item = await target.Seed.CertificateAsync("Long", new CertificateSpec { Name = name });
        (await target.Plain.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey)).AssertBody(item.Chain);
        (await target.Plain.GetWithKeyAsync($"{item.Path(Route.Certificates)}x", item.ApiKey)).AssertUnauthorized();
    }

    [Theory]
    [InlineData("a%20b")]
    [InlineData("a+b")]
    [InlineData("a%22b")]
    [InlineData("a:b")]
    [InlineData("%C3%BCber")]
    [InlineData("a%27%20or%20%271%27%20eq%20%271")]
    public async Task What_is_no_name_is_unauthorized(string name) =>
        (await target.Plain.RawAsync("GET", Dialect.LeGo.Path(Route.Certificates, name), ("apiKey", "wrong-key"))).AssertUnauthorized();
}
