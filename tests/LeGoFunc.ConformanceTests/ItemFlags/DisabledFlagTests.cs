namespace LeGoFunc.ConformanceTests.ItemFlags;

public sealed class DisabledFlagTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.Form), MemberType = typeof(Every))]
    public async Task Disabled_on_a_private_key_blocks_privatekeys_and_every_combined_call_and_nothing_else(Form form)
    {
        var item = await MakeAsync("Key-disabled");
        await target.Seed.ChangeAsync(item.Key, changed => changed with { Disabled = true });
        foreach (var dialect in Enum.GetValues<Dialect>())
        {
            foreach (var route in Enum.GetValues<Route>())
            {
                var answer = await target.Plain.AskAsync(form, item.Path(route, dialect), item.ApiKeyFor(route));
                if (route is Route.Certificates or Route.CertRootChains)
                {
                    answer.AssertBody(item.BodyFor(dialect, route));
                }
                else
                {
                    answer.AssertUnauthorized();
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Every.Form), MemberType = typeof(Every))]
    public async Task Disabled_on_a_certificate_blocks_all_its_routes(Form form)
    {
        var item = await MakeAsync("Certificate-disabled");
        await target.Seed.ChangeAsync(item, changed => changed with { Disabled = true });
        foreach (var dialect in Enum.GetValues<Dialect>())
        {
            foreach (var route in Enum.GetValues<Route>().Where(route => route != Route.PrivateKeys))
            {
                (await target.Plain.AskAsync(form, item.Path(route, dialect), item.ApiKeyFor(route))).AssertUnauthorized();
            }
        }
    }

    [Fact]
    public async Task Disabled_on_a_certificate_leaves_its_private_key_alone()
    {
        var item = await MakeAsync("Key-alone");
        await target.Seed.ChangeAsync(item, changed => changed with { Disabled = true });
        (await target.Plain.GetWithKeyAsync(item.Key.Path(), item.Key.ApiKey)).AssertBody(item.Key.Pem);
    }

    [Fact]
    public async Task An_item_can_be_disabled_and_enabled_while_it_is_in_use()
    {
        var item = await MakeAsync("Toggled");
        (await AskAsync()).AssertBody(item.Chain);
        await target.Seed.ChangeAsync(item, changed => changed with { Disabled = true });
        (await target.EventuallyAsync(AskAsync, 401)).AssertUnauthorized();
        await target.Seed.ChangeAsync(item, changed => changed with { Disabled = false });
        (await target.EventuallyAsync(AskAsync, 200)).AssertBody(item.Chain);

        Task<Answer> AskAsync() => target.Plain.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey);
    }

    private Task<SeededCertificate> MakeAsync(string what) =>
        target.Seed.CertificateAsync(what, new CertificateSpec { Legacy = true, KeyLegacy = true });
}
