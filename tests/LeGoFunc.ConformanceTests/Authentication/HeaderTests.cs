namespace LeGoFunc.ConformanceTests.Authentication;

public sealed class HeaderTests(Target target)
{
    private const string Wrong = "wrong-key";

    private string Right => target.Everything.Key.ApiKey;

    [Theory]
    [InlineData("apiKey")]
    [InlineData("apikey")]
    [InlineData("APIKEY")]
    [InlineData("X-API-Key")]
    [InlineData("x-api-key")]
    public async Task The_api_key_is_read_from_the_header(string name) => await AcceptedAsync((name, Right));

    [Fact]
    public async Task The_api_key_is_read_from_a_bearer_authorization() => await AcceptedAsync(("Authorization", $"Bearer {Right}"));

    [Fact]
    public async Task Another_authorization_scheme_presents_no_api_key()
    {
        await RefusedAsync(("Authorization", $"Basic {Right}"));
        await RefusedAsync(("Authorization", $"ApiKey {Right}"));
        await RefusedAsync(("Authorization", Right));
    }

    [Fact]
    public async Task ApiKey_comes_before_X_API_Key_and_decides_alone()
    {
        await AcceptedAsync(("X-API-Key", Wrong), ("apiKey", Right));
        await RefusedAsync(("X-API-Key", Right), ("apiKey", Wrong));
    }

    [Fact]
    public async Task X_API_Key_comes_before_Authorization_and_decides_alone()
    {
        await AcceptedAsync(("Authorization", $"Bearer {Wrong}"), ("X-API-Key", Right));
        await RefusedAsync(("Authorization", $"Bearer {Right}"), ("X-API-Key", Wrong));
    }

    [Fact]
    public async Task ApiKey_comes_before_Authorization_and_decides_alone()
    {
        await AcceptedAsync(("Authorization", $"Bearer {Wrong}"), ("apiKey", Right));
        await RefusedAsync(("Authorization", $"Bearer {Right}"), ("apiKey", Wrong));
    }

    [Fact]
    public async Task An_empty_header_is_passed_over()
    {
        await AcceptedAsync(("apiKey", ""), ("X-API-Key", Right));
        await AcceptedAsync(("apiKey", ""), ("X-API-Key", ""), ("Authorization", $"Bearer {Right}"));
        await AcceptedAsync(("X-API-Key", ""), ("Authorization", $"Bearer {Right}"));
    }

    [Theory]
    [InlineData("apiKey")]
    [InlineData("X-API-Key")]
    public async Task Of_a_repeated_header_the_first_occurrence_counts(string name)
    {
        await RefusedAsync((name, Wrong), (name, Right));
        if (target.Settings.IsFunctionsHost)
        {
            await RefusedAsync((name, Right), (name, Wrong));
        }
        else
        {
            await AcceptedAsync((name, Right), (name, Wrong));
        }
    }

    [Fact]
    public async Task Of_a_repeated_authorization_the_first_occurrence_counts()
    {
        await RefusedAsync(("Authorization", $"Bearer {Wrong}"), ("Authorization", $"Bearer {Right}"));
        if (!target.Settings.IsFunctionsHost)
        {
            await AcceptedAsync(("Authorization", $"Bearer {Right}"), ("Authorization", $"Bearer {Wrong}"));
        }
    }

    [Fact]
    public async Task The_key_is_compared_exactly()
    {
        await RefusedAsync(("apiKey", Right[..^1]));
        await RefusedAsync(("apiKey", $"{Right}x"));
        await RefusedAsync(("apiKey", Right.ToUpperInvariant()));
        await RefusedAsync(("apiKey", $"{Right}, {Right}"));
    }

    // Raw, so that the order of the lines, repetitions and empty values arrive as written.
    private Task<Answer> AskAsync((string Name, string Value)[] headers) => target.Plain.RawAsync("GET", target.Everything.Key.Path(), headers);

    private async Task AcceptedAsync(params (string Name, string Value)[] headers) =>
        (await AskAsync(headers)).AssertBody(target.Everything.Key.Pem);

    private async Task RefusedAsync(params (string Name, string Value)[] headers) => (await AskAsync(headers)).AssertUnauthorized();
}
