namespace LeGoFunc.ConformanceTests.Matching;

public sealed class MethodTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task HEAD_gives_the_status_and_headers_of_GET_with_no_body(Dialect dialect, Route route, Form form)
    {
        var item = target.Everything;
        var get = await target.Plain.AskAsync(form, item.Path(route, dialect), item.ApiKeyFor(route));
        var head = await target.Plain.AskAsync(form, item.Path(route, dialect), item.ApiKeyFor(route), "HEAD");
        Assert.Equal(200, head.Status);
        Assert.Empty(head.Body);
        Assert.Equal((get with { Body = [] }).Fingerprint, head.Fingerprint);
    }

    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task HEAD_of_an_error_gives_the_status_and_headers_of_GET_with_no_body(Dialect dialect, Route route, Form form)
    {
        var item = target.Everything;
        var get = await target.Plain.AskAsync(form, item.Path(route, dialect), "wrong-key");
        var head = await target.Plain.AskAsync(form, item.Path(route, dialect), "wrong-key", "HEAD");
        Assert.Equal(401, head.Status);
        Assert.Empty(head.Body);
        Assert.Equal((get with { Body = [] }).Fingerprint, head.Fingerprint);
    }

    [Fact]
    public async Task HEAD_sends_nothing_after_the_head()
    {
        var key = target.Everything.Key;
        var answer = await target.Plain.RawAsync("HEAD", key.Path(), ("apiKey", key.ApiKey));
        Assert.Equal(200, answer.Status);
        Assert.Equal($"{key.Pem.Length}", answer["Content-Length"]);
        Assert.Empty(answer.Body);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    [InlineData("get")]
    public async Task Any_other_method_is_not_allowed(string method)
    {
        var item = target.Everything;
        foreach (var path in (string[])[item.Path(Route.PrivateCertChains), $"{item.Path(Route.Certificates, Dialect.CertWarden)}/{item.ApiKey}"])
        {
            var answer = await target.Plain.RawAsync(method, path, ("apiKey", item.Combined), ("Content-Length", "0"));
            if (target.Settings.IsFunctionsHost)
            {
                Assert.Contains(answer.Status, new[] { 404, 405 });
                continue;
            }

            answer.AssertError(405, "method not allowed");
            Assert.Equal("GET, HEAD", answer["Allow"]);
        }
    }
}
