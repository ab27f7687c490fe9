namespace LeGoFunc.ConformanceTests.Outages;

/// <summary>Downloads while a store is away and no copy is held.</summary>
public sealed class UnavailableTests(Target target)
{
    [Theory]
    [InlineData(true, Form.Header)]
    [InlineData(true, Form.Legacy)]
    [InlineData(false, Form.Header)]
    [InlineData(false, Form.Legacy)]
    public async Task Without_a_last_known_copy_a_download_is_temporarily_unavailable(bool tables, Form form)
    {
        await using var endpoint = await FragileEndpoint.StartAsync(target);
        await endpoint.WarmUpAsync();
        endpoint.Cut(tables, vault: !tables);
        var item = target.Everything;
        var answers = await Task.WhenAll(
            Enum.GetValues<Route>().Select(route => endpoint.Sender.AskAsync(form, item.Path(route), item.ApiKeyFor(route))));
        Assert.All(answers, answer =>
        {
            answer.AssertError(503, "temporarily unavailable");
            Assert.Matches("^[1-9][0-9]*$", answer["Retry-After"]!);
            Assert.Equal("no-store", answer["Cache-Control"]);
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_is_slow_past_its_deadline_makes_a_download_temporarily_unavailable(bool tables)
    {
        await using var endpoint = await FragileEndpoint.StartAsync(target);
        await endpoint.WarmUpAsync();
        (tables ? endpoint.Tables : endpoint.Vault).Stall();
        var item = target.Everything;
        var start = TimeProvider.System.GetTimestamp();
        var answer = await endpoint.Sender.GetWithKeyAsync(item.Path(Route.PrivateCertChains), item.Combined);
        answer.AssertError(503, "temporarily unavailable");
        Assert.Matches("^[1-9][0-9]*$", answer["Retry-After"]!);

        // The deadline of this endpoint is one second; the store would never have answered.
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(10), "it waited longer than its deadline");
    }

    [Fact]
    public async Task A_download_works_again_when_the_stores_do()
    {
        await using var endpoint = await FragileEndpoint.StartAsync(target);
        endpoint.Cut(tables: true, vault: true);
        var item = target.Everything;
        Assert.Equal(503, (await AskAsync()).Status);
        endpoint.Mend();
        (await target.EventuallyAsync(AskAsync, 200)).AssertBody(item.Chain);

        Task<Answer> AskAsync() => endpoint.Sender.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey);
    }
}
