namespace LeGoFunc.ConformanceTests.Matching;

public sealed class PathTests(Target target)
{
    [Theory]
    [InlineData("/LeGoCertHub/API/V1/Download/PrivateKeys/")]
    [InlineData("/LEGOCERTHUB/API/V1/DOWNLOAD/PRIVATEKEYS/")]
    [InlineData("/CertWarden/Api/v1/dOWNLOAD/pRIVATEkEYS/")]
    public async Task The_fixed_part_of_the_path_is_matched_without_regard_to_case(string prefix)
    {
        var key = target.Everything.Key;
        (await target.Plain.GetWithKeyAsync($"{prefix}{key.Name}", key.ApiKey)).AssertBody(key.Pem);
        (await target.Plain.GetAsync($"{prefix}{key.Name}/{key.ApiKey}")).AssertBody(key.Pem);
    }

    [Theory]
    [MemberData(nameof(Every.Route), MemberType = typeof(Every))]
    public async Task A_doubled_slash_in_front_still_answers(Dialect dialect, Route route)
    {
        target.OnlyOnKestrel("it answers a doubled slash in front with a 404 of its own");
        var item = target.Everything;
        var answer = await target.Plain.RawAsync("GET", $"/{item.Path(route, dialect)}", ("apiKey", item.ApiKeyFor(route)));
        Assert.Equal(200, answer.Status);
        var legacy = await target.Plain.RawAsync("GET", $"/{item.Path(route, dialect)}/{item.ApiKeyFor(route)}");
        Assert.Equal(200, legacy.Status);
    }

    [Theory]
    [InlineData("%2F")]
    [InlineData("%2f")]
    public async Task An_encoded_slash_separates_like_a_slash(string slash)
    {
        var item = target.Everything;
        (await target.Plain.RawAsync("GET", $"{item.Key.Path()}{slash}{item.Key.ApiKey}")).AssertBody(item.Key.Pem);
        (await target.Plain.RawAsync("GET", $"{item.Path(Route.PrivateCertChains)}{slash}{item.Combined}"))
            .AssertBody(item.BodyFor(Dialect.LeGo, Route.PrivateCertChains));
    }

    [Fact]
    public async Task An_encoded_slash_makes_the_legacy_form_which_reads_no_header()
    {
        var key = target.Everything.Key;
        var answer = await target.Plain.RawAsync("GET", $"{key.Path()}%2Fwrong-key-in-url", ("apiKey", key.ApiKey));
        answer.AssertUnauthorized();
        Assert.Null(answer["Vary"]);
        Assert.Null(answer["WWW-Authenticate"]);
    }

    [Fact]
    public async Task An_encoded_slash_separates_the_key_from_a_file_name()
    {
        var item = target.Everything;
        (await target.Plain.RawAsync("GET", $"{item.Path(Route.Certificates)}/{item.ApiKey}%2Ffullchain.pem")).AssertBody(item.Chain);
    }

    [Fact]
    public async Task An_encoded_slash_separates_in_the_fixed_part_too()
    {
        target.OnlyOnKestrel("its own router reads the fixed part first");
        var key = target.Everything.Key;
        var answer = await target.Plain.RawAsync(
            "GET", $"/legocerthub/api/v1/download%2Fprivatekeys%2F{key.Name}", ("apiKey", key.ApiKey));
        answer.AssertBody(key.Pem);
    }

    [Theory]
    [MemberData(nameof(Every.Route), MemberType = typeof(Every))]
    public async Task A_trailing_slash_is_the_legacy_form_with_an_empty_key_and_is_unauthorized(Dialect dialect, Route route)
    {
        var item = target.Everything;
        var answer = await target.Plain.GetWithKeyAsync($"{item.Path(route, dialect)}/", item.ApiKeyFor(route));
        answer.AssertUnauthorized();
        Assert.Null(answer["Vary"]);
        Assert.Null(answer["WWW-Authenticate"]);
    }

    [Fact]
    public async Task An_encoded_trailing_slash_is_the_legacy_form_with_an_empty_key_and_is_unauthorized()
    {
        var key = target.Everything.Key;
        (await target.Plain.RawAsync("GET", $"{key.Path()}%2F", ("apiKey", key.ApiKey))).AssertUnauthorized();
    }
}
