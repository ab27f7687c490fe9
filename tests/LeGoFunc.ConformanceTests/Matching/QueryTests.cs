namespace LeGoFunc.ConformanceTests.Matching;

public sealed class QueryTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.Form), MemberType = typeof(Every))]
    public async Task Unknown_query_parameters_are_ignored(Form form)
    {
        var item = target.Everything;
        var plain = await target.Plain.AskAsync(form, item.Path(Route.Certificates), item.ApiKey);
        var key = form == Form.Legacy ? $"/{item.ApiKey}" : "";
        var query = await target.Plain.GetAsync(
            $"{item.Path(Route.Certificates)}{key}?x=1&3des&&=&path=/../&x=2", form == Form.Header ? [("apiKey", item.ApiKey)] : []);
        query.AssertBody(item.Chain);
        Assert.Equal(plain.Fingerprint, query.Fingerprint);
    }

    [Theory]
    [InlineData("apiKey")]
    [InlineData("apikey")]
    [InlineData("api_key")]
    [InlineData("X-API-Key")]
    [InlineData("key")]
    [InlineData("code")]
    [InlineData("Authorization")]
    public async Task An_api_key_in_the_query_string_is_never_accepted(string parameter)
    {
        var key = target.Everything.Key;
        (await target.Plain.GetAsync($"{key.Path()}?{parameter}={key.ApiKey}")).AssertUnauthorized();
        (await target.Plain.GetAsync($"{key.Path()}/?{parameter}={key.ApiKey}")).AssertUnauthorized();
        (await target.Plain.GetAsync($"{key.Path()}?{key.ApiKey}")).AssertUnauthorized();
    }
}
