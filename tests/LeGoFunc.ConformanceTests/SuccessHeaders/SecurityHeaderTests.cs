namespace LeGoFunc.ConformanceTests.SuccessHeaders;

/// <summary>What every answer has, whatever its status.</summary>
public sealed class SecurityHeaderTests(Target target)
{
    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(206)]
    [InlineData(304)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(412)]
    [InlineData(416)]
    public async Task Every_answer_has_the_security_headers(int status)
    {
        var answer = await AskAsync(target.Plain, status);
        Assert.Equal("nosniff", answer["X-Content-Type-Options"]);
        Assert.Equal("no-referrer", answer["Referrer-Policy"]);
        Assert.Equal("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", answer["Content-Security-Policy"]);
        Assert.Equal("DENY", answer["X-Frame-Options"]);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(304)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task Every_answer_over_https_has_Strict_Transport_Security(int status)
    {
        Assert.SkipUnless(target.Settings.SecureEndpoint.Scheme == Uri.UriSchemeHttps, "LEGOFUNC_TARGET_URL is not an https URL");
        Assert.Equal("max-age=63072000; includeSubDomains", (await AskAsync(target.Secure, status))["Strict-Transport-Security"]);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    public async Task No_answer_over_http_has_Strict_Transport_Security(int status)
    {
        Assert.SkipUnless(target.Settings.Endpoint.Scheme == Uri.UriSchemeHttp, "The endpoint is not reached over HTTP");
        Assert.Null((await AskAsync(target.Plain, status))["Strict-Transport-Security"]);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(304)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(405)]
    public async Task No_answer_names_its_server_or_allows_other_origins(int status)
    {
        var answer = await AskAsync(target.Plain, status);
        Assert.DoesNotContain("Server", answer.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(answer.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(412)]
    [InlineData(416)]
    public async Task Errors_are_not_stored_either(int status)
    {
        var answer = await AskAsync(target.Plain, status);
        Assert.Equal("no-store", answer["Cache-Control"]);
        Assert.Equal("no-cache", answer["Pragma"]);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(412)]
    [InlineData(416)]
    public async Task Errors_vary_like_downloads(int status)
    {
        var answer = await AskAsync(target.Plain, status);
        Assert.Equal("apiKey, X-API-Key, Authorization", answer["Vary"]);
        Assert.Null((await target.Plain.GetAsync($"{target.Everything.Path(Route.Certificates)}/wrong-key"))["Vary"]);
    }

    /// <summary>A request that is answered with the status, from a page of another origin.</summary>
    private async Task<Answer> AskAsync(Sender sender, int status)
    {
        if (status == 405)
        {
            target.OnlyOnKestrel("it answers undeclared methods by itself");
        }

        var item = target.Everything;
        var empty = status == 404 ? await target.Seed.CertificateAsync("No-order", new CertificateSpec { Published = false }) : item;
        var path = status == 204 ? $"{Dialect.LeGo.Api()}/health" : empty.Path(Route.Certificates);
        List<(string, string)> headers = [("Origin", "https://www.example.com"), ("apiKey", status == 401 ? "wrong-key" : empty.ApiKey)];
        headers.AddRange(status switch
        {
            206 => [("Range", "bytes=0-9")],
            304 => [("If-None-Match", "*")],
            412 => [("If-Match", "\"other\"")],
            416 => [("Range", "bytes=9999999-")],
            _ => [],
        });
        var answer = await sender.SendAsync(status == 405 ? "DELETE" : "GET", path, headers);
        Assert.Equal(status, answer.Status);
        return answer;
    }
}
