namespace LeGoFunc.ConformanceTests.Outages;

/// <summary>What is answered while Table Storage or Key Vault is away.</summary>
public sealed class OutageTests(Target target)
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Health_touches_no_backend_and_ready_says_that_one_does_not_answer(bool tables, bool vault)
    {
        await using var endpoint = await FragileEndpoint.StartAsync(target);
        Cut(endpoint, tables, vault);
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
        endpoint.CutBoth();
        Assert.Equal(503, (await ReadyAsync()).Status);
        endpoint.MendBoth();
        Assert.Equal(503, (await ReadyAsync()).Status);
        Assert.Equal(204, (await target.EventuallyAsync(ReadyAsync, 204)).Status);
        endpoint.CutBoth();
        Assert.Equal(503, (await target.EventuallyAsync(ReadyAsync, 503)).Status);

        Task<Answer> ReadyAsync() => endpoint.Sender.GetAsync("/certwarden/api/ready");
    }

    [Theory]
    [InlineData(true, Form.Header)]
    [InlineData(true, Form.Legacy)]
    [InlineData(false, Form.Header)]
    [InlineData(false, Form.Legacy)]
    public async Task Without_a_last_known_copy_a_download_is_temporarily_unavailable(bool tables, Form form)
    {
        await using var endpoint = await FragileEndpoint.StartAsync(target);
        await WarmUpAsync(endpoint);
        Cut(endpoint, tables, !tables);
        var item = target.Everything;
        foreach (var route in Enum.GetValues<Route>())
        {
            var answer = await endpoint.Sender.AskAsync(form, item.Path(route), item.ApiKeyFor(route));
            answer.AssertError(503, "temporarily unavailable");
            Assert.Matches("^[1-9][0-9]*$", answer["Retry-After"]!);
            Assert.Equal("no-store", answer["Cache-Control"]);
        }
    }

    [Fact]
    public async Task A_download_works_again_when_the_stores_do()
    {
        await using var endpoint = await FragileEndpoint.StartAsync(target);
        endpoint.CutBoth();
        var item = target.Everything;
        Assert.Equal(503, (await AskAsync()).Status);
        endpoint.MendBoth();
        (await target.EventuallyAsync(AskAsync, 200)).AssertBody(item.Chain);

        Task<Answer> AskAsync() => endpoint.Sender.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey);
    }

    [Theory]
    [MemberData(nameof(Every.Route), MemberType = typeof(Every))]
    public async Task A_last_known_copy_is_served_past_the_cache_time(Dialect dialect, Route route)
    {
        await using var endpoint = await FragileEndpoint.StartAsync(target);
        var item = target.Everything;
        Assert.Equal(200, (await AskAsync()).Status);
        endpoint.CutBoth();
        var start = TimeProvider.System.GetTimestamp();
        var last = await target.EventuallyAsync(
            AskAsync, answer => answer.Status != 200 || TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(1.5));
        Assert.Equal(200, last.Status);

        Task<Answer> AskAsync() => endpoint.Sender.GetWithKeyAsync(item.Path(route, dialect), item.ApiKeyFor(route));
    }

    [Theory]
    [MemberData(nameof(Every.Route), MemberType = typeof(Every))]
    public async Task Not_modified_costs_no_Key_Vault_call(Dialect dialect, Route route)
    {
        await using var endpoint = await FragileEndpoint.StartAsync(target);
        var item = target.Everything;
        var tag = (await target.Plain.GetWithKeyAsync(item.Path(route, dialect), item.ApiKeyFor(route)))["ETag"]!;
        await WarmUpAsync(endpoint);
        endpoint.Vault.Cut();
        foreach (var condition in (string[])[tag, "*"])
        {
            var answer = await endpoint.Sender.GetWithKeyAsync(
                item.Path(route, dialect), item.ApiKeyFor(route), ("If-None-Match", condition));
            Assert.Equal(304, answer.Status);
            Assert.Equal(tag, answer["ETag"]);
        }

        // The proof that the vault is away and none of the material was known.
        Assert.Equal(503, (await endpoint.Sender.GetWithKeyAsync(item.Path(route, dialect), item.ApiKeyFor(route))).Status);
    }

    private static void Cut(FragileEndpoint endpoint, bool tables, bool vault)
    {
        if (tables)
        {
            endpoint.Tables.Cut();
        }

        if (vault)
        {
            endpoint.Vault.Cut();
        }
    }

    // The pepper is read from the vault once in a process's life, with the first request of all.
    private static async Task WarmUpAsync(FragileEndpoint endpoint) =>
        (await endpoint.Sender.GetWithKeyAsync(Dialect.LeGo.Path(Route.PrivateKeys, "no-such-name"), "wrong-key")).AssertUnauthorized();
}
