namespace LeGoFunc.ConformanceTests.Outages;

/// <summary>Downloads while a store is away and a copy is held.</summary>
public sealed class LastKnownCopyTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.Dialect), MemberType = typeof(Every))]
    public async Task A_last_known_copy_is_served_past_the_cache_time(Dialect dialect)
    {
        await using var endpoint = await FragileEndpoint.StartAsync(target);
        var item = target.Everything;
        Assert.All(await AskAllAsync(), answer => Assert.Equal(200, answer.Status));
        endpoint.Cut(tables: true, vault: true);

        // Twice the cache time of this endpoint.
        var cutAt = TimeProvider.System.GetTimestamp();
        var later = await target.EventuallyAsync(
            () => endpoint.Sender.GetAsync("/certwarden/api/health"),
            _ => TimeProvider.System.GetElapsedTime(cutAt) > TimeSpan.FromSeconds(2));
        Assert.Equal(204, later.Status);
        Assert.All(await AskAllAsync(), answer => Assert.Equal(200, answer.Status));

        Task<Answer[]> AskAllAsync() => Task.WhenAll(Enum.GetValues<Route>().Select(
            route => endpoint.Sender.GetWithKeyAsync(item.Path(route, dialect), item.ApiKeyFor(route))));
    }

    [Fact]
    public async Task A_last_known_copy_is_for_nobody_with_a_wrong_key()
    {
        await using var endpoint = await FragileEndpoint.StartAsync(target);
        var (path, key) = (target.Everything.Path(Route.Certificates), target.Everything.ApiKey);
        (await endpoint.Sender.GetWithKeyAsync(path, key)).AssertBody(target.Everything.Chain);
        endpoint.Cut(tables: true, vault: true);
        (await endpoint.Sender.GetWithKeyAsync(path, "wrong-key")).AssertUnauthorized();
    }
}
