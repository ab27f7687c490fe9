namespace LeGoFunc.ConformanceTests.Health;

public sealed class HealthTests(Target target)
{
    [Theory]
    [InlineData("/legocerthub/api/health", "GET")]
    [InlineData("/legocerthub/api/health", "HEAD")]
    [InlineData("/certwarden/api/health", "GET")]
    [InlineData("/certwarden/api/health", "HEAD")]
    [InlineData("/LeGoCertHub/API/Health", "GET")]
    public async Task Health_answers_without_authentication_and_without_a_body(string path, string method) => await AssertWellAsync(path, method);

    [Theory]
    [InlineData("/legocerthub/api/ready", "GET")]
    [InlineData("/legocerthub/api/ready", "HEAD")]
    [InlineData("/certwarden/api/ready", "GET")]
    [InlineData("/certwarden/api/ready", "HEAD")]
    [InlineData("/CERTWARDEN/api/READY", "GET")]
    public async Task Ready_answers_when_both_stores_do(string path, string method) => await AssertWellAsync(path, method);

    [Theory]
    [InlineData("/legocerthub/api/health")]
    [InlineData("/certwarden/api/ready")]
    public async Task Other_methods_are_not_allowed(string path)
    {
        target.OnlyOnKestrel("it answers undeclared methods by itself");
        var answer = await target.Plain.RawAsync("POST", path, ("Content-Length", "0"));
        answer.AssertError(405, "method not allowed");
        Assert.Equal("GET, HEAD", answer["Allow"]);
    }

    private async Task AssertWellAsync(string path, string method)
    {
        var answer = await target.Plain.RawAsync(method, path);
        Assert.Equal(204, answer.Status);
        Assert.Empty(answer.Body);
        Assert.Null(answer["Content-Type"]);
        Assert.Equal("no-store", answer["Cache-Control"]);
    }
}
