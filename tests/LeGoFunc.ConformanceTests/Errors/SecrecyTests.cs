namespace LeGoFunc.ConformanceTests.Errors;

/// <summary>That no answer holds an API key is checked where answers are received, for every one.</summary>
public sealed class SecrecyTests(Target target)
{
    [Fact]
    public async Task No_log_line_holds_an_api_key_a_private_key_or_the_path_of_a_legacy_call()
    {
        var local = target.OnlyOnLocalStack("its log can't be read");
        var item = target.Everything;
        var marker = $"Marker-{target.Seed.NewName("secrecy")}";
        foreach (var route in Enum.GetValues<Route>())
        {
            var path = item.Path(route);
            await target.Plain.AskAsync(Form.Legacy, path, item.ApiKeyFor(route));
            await target.Plain.AskAsync(Form.Header, path, item.ApiKeyFor(route));
            await target.Plain.AskAsync(Form.Legacy, path, $"{marker}/{item.ApiKeyFor(route)}");
            await target.Plain.AskAsync(Form.Header, path, $"{marker}{item.ApiKeyFor(route)}");
            await target.Plain.GetAsync(Dialect.LeGo.Path(route, marker), ("apiKey", item.ApiKeyFor(route)));
            await target.Plain.RawAsync("POST", $"{path}/{marker}", ("Content-Length", "0"));
            await target.Plain.RawAsync("GET", $"{path}/{marker}%ZZ%00");
        }

        await target.Plain.GetAsync($"/{marker}/{item.ApiKey}");
        await target.Plain.RawAsync("GET", $"/{marker}\u0001/x HTTP/9");

        // A line that is surely written after all of these.
        var broken = await target.Seed.CertificateAsync("Last-line", new CertificateSpec { Published = false });
        await target.Seed.WriteOrderAsync(
            broken, broken.Issued!, order => order with { Chain = order.Chain! with { Sha256 = new string('0', 64) } });
        var last = (await target.Plain.GetWithKeyAsync(broken.Path(Route.Certificates), broken.ApiKey))["x-correlation-id"]!;
        await target.EventuallyAsync(
            () => target.Plain.GetAsync("/certwarden/api/health"), _ => local.Output.Contains(last, StringComparison.Ordinal));

        var log = local.Output;
        Assert.Contains(last, log, StringComparison.Ordinal);
        Assert.DoesNotContain(marker, log, StringComparison.OrdinalIgnoreCase);
        Assert.All(target.Seed.ApiKeys, key => Assert.DoesNotContain(key, log, StringComparison.OrdinalIgnoreCase));
        Assert.All(target.Seed.ApiKeys.Where(key => key.Length > 40), key => Assert.DoesNotContain(key[4..20], log, StringComparison.Ordinal));
        Assert.DoesNotContain("PRIVATE KEY-----", log, StringComparison.Ordinal);
        Assert.DoesNotContain("/v1/download/", log, StringComparison.OrdinalIgnoreCase);
    }
}
