using System.Globalization;

namespace LeGoFunc.ConformanceTests.SuccessHeaders;

public sealed class SuccessHeaderTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task Content_Type_says_what_it_is_without_a_charset(Dialect dialect, Route route, Form form) =>
        Assert.Equal(
            route == Route.Pfx ? "application/x-pkcs12" : "application/x-pem-file", (await AskAsync(dialect, route, form))["Content-Type"]);

    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task Content_Disposition_is_an_attachment_with_the_stored_name_and_the_routes_suffix(Dialect dialect, Route route, Form form) =>
        Assert.Equal(
            $"attachment; filename=\"{target.Everything.NameFor(route)}{route.Suffix()}\"",
            (await AskAsync(dialect, route, form))["Content-Disposition"]);

    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task Content_Length_is_always_there_never_chunked_never_compressed(Dialect dialect, Route route, Form form)
    {
        var answer = await AskAsync(dialect, route, form, ("Accept-Encoding", "gzip, deflate, br, zstd"), ("TE", "trailers"));
        Assert.Equal($"{answer.Body.Length}", answer["Content-Length"]);
        Assert.Null(answer["Transfer-Encoding"]);
        Assert.Null(answer["Content-Encoding"]);
    }

    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task ETag_is_strong(Dialect dialect, Route route, Form form) =>
        Assert.Matches("^\"[\\x21\\x23-\\x7E]+\"$", (await AskAsync(dialect, route, form))["ETag"]!);

    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task Last_Modified_is_when_the_served_material_was_published(Dialect dialect, Route route, Form form)
    {
        var item = target.Everything;
        var key = await target.Seed.Stores.Reader.FindPrivateKeyAsync(item.Key.Name, TestContext.Current.CancellationToken);
        var published = route == Route.PrivateKeys ? key!.Published : item.Order!.Published;
        Assert.Equal(
            published.UtcDateTime.ToString("R", CultureInfo.InvariantCulture), (await AskAsync(dialect, route, form))["Last-Modified"]);
    }

    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task Cache_Control_is_no_store_and_Pragma_no_cache(Dialect dialect, Route route, Form form)
    {
        var answer = await AskAsync(dialect, route, form);
        Assert.Equal("no-store", answer["Cache-Control"]);
        Assert.Equal("no-cache", answer["Pragma"]);
    }

    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task Vary_names_the_key_headers_on_the_header_form_and_is_absent_on_the_legacy_form(Dialect dialect, Route route, Form form) =>
        Assert.Equal(form == Form.Header ? "apiKey, X-API-Key, Authorization" : null, (await AskAsync(dialect, route, form))["Vary"]);

    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task Accept_Ranges_is_bytes(Dialect dialect, Route route, Form form) =>
        Assert.Equal("bytes", (await AskAsync(dialect, route, form))["Accept-Ranges"]);

    private async Task<Answer> AskAsync(Dialect dialect, Route route, Form form, params (string, string)[] headers)
    {
        var item = target.Everything;
        var answer = await target.Plain.AskAsync(form, item.Path(route, dialect), item.ApiKeyFor(route), "GET", headers);
        Assert.Equal(200, answer.Status);
        return answer;
    }
}
