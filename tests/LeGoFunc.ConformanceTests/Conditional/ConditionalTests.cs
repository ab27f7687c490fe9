using System.Globalization;

namespace LeGoFunc.ConformanceTests.Conditional;

public sealed class ConditionalTests(Target target)
{
    private const string Other = "\"something-else\"";

    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task If_None_Match_with_the_ETag_is_not_modified_and_keeps_its_headers(Dialect dialect, Route route, Form form)
    {
        var item = target.Everything;
        var full = await AskAsync();
        var answer = await AskAsync(("If-None-Match", full["ETag"]!));
        Assert.Equal(304, answer.Status);
        Assert.Empty(answer.Body);
        foreach (var header in (string[])["ETag", "Vary", "Content-Disposition", "Cache-Control"])
        {
            Assert.Equal((header, full[header]), (header, answer[header]));
        }

        Task<Answer> AskAsync(params (string, string)[] headers) =>
            target.Plain.AskAsync(form, item.Path(route, dialect), item.ApiKeyFor(route), "GET", headers);
    }

    [Fact]
    public async Task If_None_Match_matches_exact_weak_listed_and_any()
    {
        var tag = await TagAsync();
        foreach (var value in (string[])[tag, $"W/{tag}", $"{Other}, {tag}", $"{Other},W/{tag},\"x\"", "*"])
        {
            Assert.Equal((value, 304), (value, (await AskAsync(("If-None-Match", value))).Status));
        }
    }

    [Fact]
    public async Task If_None_Match_with_another_ETag_gets_the_download()
    {
        var tag = await TagAsync();
        foreach (var value in (string[])[Other, $"W/{Other}", "\"\"", $"\"x{tag[1..]}"])
        {
            (await AskAsync(("If-None-Match", value))).AssertBody(target.Everything.Chain);
        }
    }

    [Fact]
    public async Task If_Modified_Since_is_not_modified_from_the_publication_on()
    {
        var published = await PublishedAsync();
        Assert.Equal(304, (await AskAsync(("If-Modified-Since", Date(published)))).Status);
        Assert.Equal(304, (await AskAsync(("If-Modified-Since", Date(published.AddHours(1))))).Status);
        (await AskAsync(("If-Modified-Since", Date(published.AddSeconds(-1))))).AssertBody(target.Everything.Chain);
    }

    [Fact]
    public async Task If_None_Match_beats_If_Modified_Since()
    {
        var (tag, published) = (await TagAsync(), await PublishedAsync());
        (await AskAsync(("If-None-Match", Other), ("If-Modified-Since", Date(published.AddHours(1))))).AssertBody(target.Everything.Chain);
        Assert.Equal(304, (await AskAsync(("If-None-Match", tag), ("If-Modified-Since", Date(published.AddHours(-1))))).Status);
    }

    [Fact]
    public async Task If_Match_with_another_ETag_fails()
    {
        var tag = await TagAsync();
        foreach (var value in (string[])[Other, $"W/{tag}", $"{Other}, \"x\""])
        {
            Assert.Equal((value, 412), (value, (await AskAsync(("If-Match", value))).Status));
        }

        foreach (var value in (string[])[tag, $"{Other}, {tag}", "*"])
        {
            (await AskAsync(("If-Match", value))).AssertBody(target.Everything.Chain);
        }
    }

    [Fact]
    public async Task If_Unmodified_Since_before_the_publication_fails()
    {
        var published = await PublishedAsync();
        Assert.Equal(412, (await AskAsync(("If-Unmodified-Since", Date(published.AddSeconds(-1))))).Status);
        (await AskAsync(("If-Unmodified-Since", Date(published)))).AssertBody(target.Everything.Chain);
    }

    [Theory]
    [InlineData("If-None-Match", "*")]
    [InlineData("If-Match", Other)]
    [InlineData("If-Modified-Since", "Fri, 31 Dec 2100 23:59:59 GMT")]
    [InlineData("If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT")]
    [InlineData("Range", "bytes=9999999-")]
    [InlineData("Range", "bytes=0-0")]
    public async Task Conditions_are_judged_after_authentication(string header, string value)
    {
        var path = target.Everything.Path(Route.Certificates);
        (await target.Plain.GetWithKeyAsync(path, "wrong-key", (header, value))).AssertUnauthorized();
        (await target.Plain.GetAsync($"{path}/wrong-key", (header, value))).AssertUnauthorized();
    }

    [Fact]
    public async Task HEAD_is_conditional_too()
    {
        var item = target.Everything;
        var answer = await target.Plain.SendAsync("HEAD", item.Path(Route.Certificates), ("apiKey", item.ApiKey), ("If-None-Match", "*"));
        Assert.Equal(304, answer.Status);
    }

    private static string Date(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);

    private Task<Answer> AskAsync(params (string, string)[] headers) =>
        target.Plain.GetWithKeyAsync(target.Everything.Path(Route.Certificates), target.Everything.ApiKey, headers);

    private async Task<string> TagAsync() => (await AskAsync())["ETag"]!;

    private async Task<DateTimeOffset> PublishedAsync() =>
        DateTimeOffset.Parse((await AskAsync())["Last-Modified"]!, CultureInfo.InvariantCulture);
}
