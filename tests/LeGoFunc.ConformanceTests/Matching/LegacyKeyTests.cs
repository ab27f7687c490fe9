namespace LeGoFunc.ConformanceTests.Matching;

public sealed class LegacyKeyTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.Route), MemberType = typeof(Every))]
    public async Task The_first_segment_after_the_name_is_tried_so_that_a_file_name_may_follow(Dialect dialect, Route route)
    {
        var item = target.Everything;
        var path = $"{item.Path(route, dialect)}/{item.ApiKeyFor(route)}";
        foreach (var tail in (string[])["/fullchain.pem", "/a/b/c.pem", "/"])
        {
            var answer = await target.Plain.GetAsync($"{path}{tail}");
            Assert.Equal(200, answer.Status);
        }
    }

    [Fact]
    public async Task The_whole_remainder_may_be_the_key()
    {
        const string apiKey = "first-segment/second-segment";
        var key = await target.Seed.PrivateKeyAsync("Slashed", apiKey: apiKey, legacy: true);
        (await target.Plain.GetAsync($"{key.Path()}/{apiKey}")).AssertBody(key.Pem);
        (await target.Plain.RawAsync("GET", $"{key.Path()}/{apiKey.Replace("/", "%2F", StringComparison.Ordinal)}")).AssertBody(key.Pem);
    }

    [Fact]
    public async Task Nothing_but_the_whole_remainder_and_its_first_segment_is_tried()
    {
        var key = await target.Seed.PrivateKeyAsync("Nothing-but", apiKey: "one-segment/two-segment", legacy: true);
        foreach (var tail in (string[])["one-segment", "one-segment/", "two-segment", "one-segment/two-segment/file.pem", "x/one-segment/two-segment"])
        {
            (await target.Plain.GetAsync($"{key.Path()}/{tail}")).AssertUnauthorized();
        }
    }

    [Fact]
    public async Task The_key_is_not_looked_for_in_later_segments()
    {
        var key = target.Everything.Key;
        (await target.Plain.GetAsync($"{key.Path()}/folder/{key.ApiKey}")).AssertUnauthorized();
        (await target.Plain.RawAsync("GET", $"{key.Path()}//{key.ApiKey}")).AssertUnauthorized();
    }
}
