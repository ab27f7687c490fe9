using LeGoFunc.Catalog;

namespace LeGoFunc.ConformanceTests.Errors;

public sealed class ErrorTests(Target target)
{
    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task Unauthorized_is_compact_json_without_a_trailing_newline(Dialect dialect, Route route, Form form)
    {
        var answer = await target.Plain.AskAsync(form, target.Everything.Path(route, dialect), "wrong-key");
        Assert.Equal(401, answer.Status);
        Assert.Equal("""{"status_code":401,"message":"unauthorized"}""", answer.Text);
        Assert.Equal("application/json", answer["Content-Type"]);
    }

    [Theory]
    [MemberData(nameof(Every.RouteAndForm), MemberType = typeof(Every))]
    public async Task Unauthorized_has_a_challenge_on_the_header_form_only(Dialect dialect, Route route, Form form)
    {
        var answer = await target.Plain.AskAsync(form, target.Everything.Path(route, dialect), "wrong-key");
        Assert.Equal(form == Form.Header ? "ApiKey realm=\"LeGoFunc\"" : null, answer["WWW-Authenticate"]);
    }

    [Theory]
    [MemberData(nameof(Every.CertificateRoute), MemberType = typeof(Every))]
    public async Task Not_found_is_only_for_a_caller_who_has_shown_the_right_key(Dialect dialect, Route route)
    {
        var item = await target.Seed.CertificateAsync("No-order", new CertificateSpec { Published = false, Legacy = true, KeyLegacy = true });
        foreach (var form in Enum.GetValues<Form>())
        {
            (await target.Plain.AskAsync(form, item.Path(route, dialect), item.ApiKeyFor(route))).AssertError(404, "not found");
            (await target.Plain.AskAsync(form, item.Path(route, dialect), "wrong-key")).AssertUnauthorized();
            (await target.Plain.AskAsync(form, item.Path(route, dialect), $"{item.ApiKey}.wrong-key")).AssertUnauthorized();
        }
    }

    [Fact]
    public async Task Without_its_material_in_the_vault_a_download_is_not_found()
    {
        var item = await target.Seed.CertificateAsync("No-material", new CertificateSpec { Published = false });
        var never = new string('0', 32);
        await target.Seed.WriteOrderAsync(item, item.Issued!, order => order with { Chain = order.Chain! with { Version = never } });
        (await target.Plain.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey)).AssertError(404, "not found");
        (await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCertChains), item.Combined)).AssertError(404, "not found");
        (await target.Plain.GetWithKeyAsync(item.Path(Route.Certificates), "wrong-key")).AssertUnauthorized();

        await target.Seed.ChangeAsync(item.Key, key => (PrivateKeyItem)key is var stored ? stored with { Pem = stored.Pem with { Version = never } } : key);
        (await target.EventuallyAsync(() => target.Plain.GetWithKeyAsync(item.Key.Path(), item.Key.ApiKey), 404)).AssertError(404, "not found");
    }

    [Fact]
    public async Task A_defect_says_no_more_than_its_correlation_id()
    {
        var answer = await DefectAsync();
        answer.AssertError(500, "internal error");
        Assert.False(string.IsNullOrWhiteSpace(answer["x-correlation-id"]));
        Assert.Equal("no-store", answer["Cache-Control"]);
    }

    [Fact]
    public async Task The_log_has_the_correlation_id_of_a_defect()
    {
        var local = target.OnlyOnLocalStack("its log can't be read");
        var id = (await DefectAsync())["x-correlation-id"]!;
        await target.EventuallyAsync(
            () => target.Plain.GetAsync("/certwarden/api/health"), _ => local.Output.Contains(id, StringComparison.Ordinal));
        Assert.Contains(id, local.Output, StringComparison.Ordinal);
    }

    /// <summary>The catalog says something else of the material than the vault holds: nobody foresees that.</summary>
    private async Task<Answer> DefectAsync()
    {
        var item = await target.Seed.CertificateAsync("Defect", new CertificateSpec { Published = false });
        await target.Seed.WriteOrderAsync(
            item, item.Issued!, order => order with { Chain = order.Chain! with { Sha256 = new string('0', 64) } });
        return await target.Plain.GetWithKeyAsync(item.Path(Route.Certificates), item.ApiKey);
    }
}
