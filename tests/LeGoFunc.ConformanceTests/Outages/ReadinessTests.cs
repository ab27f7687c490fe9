namespace LeGoFunc.ConformanceTests.Outages;

/// <summary>Health and readiness while a store is away.</summary>
public sealed class ReadinessTests(Target target)
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Health_touches_no_backend_and_ready_says_that_one_does_not_answer(bool tables, bool vault)
    {
        await using var endpoint = await FragileEndpoint.StartAsync(target);
        endpoint.Cut(tables, vault);
        foreach (var dialect in Enum.GetValues<Dialect>())
        {
            var ready = await endpoint.Sender.GetAsync($"{dialect.Api()}/ready");
            ready.AssertError(503, "temporarily unavailable");
            Assert.Equal(204, (await endpoint.Sender.GetAsync($"{dialect.Api()}/health")).Status);
        }
    }

    [Fact]
    public async Task The_result_of_ready_is_cached_a_few_seconds()
    {
        await using var endpoint = await FragileEndpoint.StartAsync(target);
        endpoint.Cut(tables: true, vault: true);
        Assert.Equal(503, (await ReadyAsync()).Status);
        endpoint.Mend();
        Assert.Equal(503, (await ReadyAsync()).Status);
        Assert.Equal(204, (await target.EventuallyAsync(ReadyAsync, 204)).Status);
        endpoint.Cut(tables: true, vault: true);
        Assert.Equal(503, (await target.EventuallyAsync(ReadyAsync, 503)).Status);

        Task<Answer> ReadyAsync() => endpoint.Sender.GetAsync("/certwarden/api/ready");
    }
}
