namespace LeGoFunc.ConformanceTests.Conditional;

public sealed class RangeTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.PemRoute), MemberType = typeof(Every))]
    public async Task A_range_gets_its_part_of_the_body(Dialect dialect, Route route)
    {
        var item = target.Everything;
        var body = item.BodyFor(dialect, route);
        foreach (var (range, first, last) in ((string, int, int)[])[
            ("0-9", 0, 9), ("10-10", 10, 10), ("5-", 5, body.Length - 1), ("-7", body.Length - 7, body.Length - 1),
            ("3-9999999", 3, body.Length - 1), ("-9999999", 0, body.Length - 1)])
        {
            var answer = await target.Plain.GetWithKeyAsync(item.Path(route, dialect), item.ApiKeyFor(route), ("Range", $"bytes={range}"));
            Assert.Equal(206, answer.Status);
            Assert.Equal(body[first..(last + 1)], answer.Body);
            Assert.Equal($"bytes {first}-{last}/{body.Length}", answer["Content-Range"]);
            Assert.Equal($"{answer.Body.Length}", answer["Content-Length"]);
        }
    }

    [Fact]
    public async Task A_range_by_url_gets_its_part_of_the_body()
    {
        var item = target.Everything;
        var answer = await target.Plain.GetAsync($"{item.Path(Route.Certificates)}/{item.ApiKey}", ("Range", "bytes=0-26"));
        Assert.Equal(206, answer.Status);
        Assert.Equal("-----BEGIN CERTIFICATE-----", answer.Text);
    }

    [Theory]
    [InlineData("bytes=9999999-")]
    [InlineData("bytes=-0")]
    public async Task An_unsatisfiable_range_is_refused(string range)
    {
        var item = target.Everything;
        var answer = await target.Plain.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey, ("Range", range));
        Assert.Equal(416, answer.Status);
        Assert.Equal($"bytes */{item.Chain.Length}", answer["Content-Range"]);
    }

    [Theory]
    [InlineData("lines=1-2")]
    [InlineData("bytes=b-a")]
    public async Task A_range_that_is_none_gets_the_whole_body(string range)
    {
        var item = target.Everything;
        (await target.Plain.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey, ("Range", range))).AssertBody(item.Chain);
    }

    [Fact]
    public async Task If_Range_with_another_ETag_gets_the_whole_body()
    {
        var item = target.Everything;
        var (path, key) = (item.Path(Route.Certificates), item.ApiKey);
        var tag = (await target.Plain.GetWithKeyAsync(path, key))["ETag"]!;
        (await target.Plain.GetWithKeyAsync(path, key, ("Range", "bytes=0-9"), ("If-Range", "\"other\""))).AssertBody(item.Chain);
        Assert.Equal(206, (await target.Plain.GetWithKeyAsync(path, key, ("Range", "bytes=0-9"), ("If-Range", tag))).Status);
    }
}
