namespace LeGoFunc.ConformanceTests.Authentication;

public sealed class CombinedKeyTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.CombinedRoute), MemberType = typeof(Every))]
    public async Task A_combined_key_is_two_non_empty_parts_with_exactly_one_dot(Dialect dialect, Route route)
    {
        var item = target.Everything;
        var (certificate, key) = (item.ApiKey, item.Key.ApiKey);
        foreach (var presented in (string[])[
            $"{certificate}{key}", $"{certificate}..{key}", $"{certificate}.{key}.", $".{certificate}.{key}",
            $"{certificate}.{key}.{key}", $"{certificate}.", $".{key}", ".", "..", $"{certificate},{key}"])
        {
            (await target.Plain.GetWithKeyAsync(item.Path(route, dialect), presented)).AssertUnauthorized();
            (await target.Plain.RawAsync("GET", $"{item.Path(route, dialect)}/{presented}x")).AssertUnauthorized();
        }
    }

    [Theory]
    [MemberData(nameof(Every.Form), MemberType = typeof(Every))]
    public async Task A_private_keys_own_api_key_may_contain_dots(Form form)
    {
        const string apiKey = "with.two.dots";
        var key = await target.Seed.PrivateKeyAsync("Dotted", apiKey: apiKey, legacy: true);
        (await target.Plain.AskAsync(form, key.Path(), apiKey)).AssertBody(key.Pem);
    }

    [Fact]
    public async Task An_api_key_with_a_dot_is_of_no_use_in_a_combined_key()
    {
        var item = await target.Seed.CertificateAsync("Dotted-combined", new CertificateSpec { KeyApiKey = "with.one-dot" });
        (await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCertChains), item.Combined)).AssertUnauthorized();
        (await target.Plain.GetWithKeyAsync(item.Key.Path(), item.Key.ApiKey)).AssertBody(item.Key.Pem);
    }

    [Theory]
    [MemberData(nameof(Every.CombinedRoute), MemberType = typeof(Every))]
    public async Task A_combined_key_with_one_wrong_half_is_unauthorized(Dialect dialect, Route route)
    {
        var item = target.Everything;
        (await target.Plain.GetWithKeyAsync(item.Path(route, dialect), $"{item.ApiKey}.wrong-key")).AssertUnauthorized();
        (await target.Plain.GetWithKeyAsync(item.Path(route, dialect), $"wrong-key.{item.Key.ApiKey}")).AssertUnauthorized();
    }
}
