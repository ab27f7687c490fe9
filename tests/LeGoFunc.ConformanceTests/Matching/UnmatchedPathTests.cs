namespace LeGoFunc.ConformanceTests.Matching;

public sealed class UnmatchedPathTests(Target target)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/favicon.ico")]
    [InlineData("/legocerthub")]
    [InlineData("/legocerthub/api/v1/download")]
    [InlineData("/legocerthub/api/v1/download/privatekeys")]
    [InlineData("/certwarden/api/v1/download/secrets/name/SECRET-IN-PATH")]
    [InlineData("/certwarden/api/v2/download/privatekeys/name/SECRET-IN-PATH")]
    [InlineData("/certwarden/v1/download/privatekeys/name/SECRET-IN-PATH")]
    [InlineData("/other/api/v1/download/privatekeys/name/SECRET-IN-PATH")]
    [InlineData("/prefix/certwarden/api/v1/download/privatekeys/name/SECRET-IN-PATH")]
    [InlineData("/certwarden/api/v1/download/privatekeysx/name/SECRET-IN-PATH")]
    [InlineData("/certwarden/api/health/SECRET-IN-PATH")]
    public async Task Unmatched_paths_are_not_found_and_the_body_never_echoes_the_path(string path)
    {
        target.OnlyOnKestrel("paths without a function get its own 404");
        var answer = await target.Plain.GetAsync(path);
        answer.AssertError(404, "not found");
        Assert.DoesNotContain("SECRET-IN-PATH", answer.Fingerprint, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Unmatched_paths_are_not_found_whatever_the_api_key()
    {
        var key = target.Everything.Key;
        var path = $"/certwarden/api/v1/download/keys/{key.Name}";
        Assert.Equal(404, (await target.Plain.GetWithKeyAsync(path, key.ApiKey)).Status);
        Assert.Equal(404, (await target.Plain.GetAsync($"{path}/{key.ApiKey}")).Status);
    }
}
