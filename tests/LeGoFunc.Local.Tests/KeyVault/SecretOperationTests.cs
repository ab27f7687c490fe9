using System.Net;
using Azure;
using Azure.Security.KeyVault.Secrets;
using LeGoFunc.Testing;

namespace LeGoFunc.Local.Tests.KeyVault;

public sealed class SecretOperationTests(EmulatorStores stores)
{
    private readonly SecretClient client = stores.Client();
    private readonly string name = $"op-{Guid.CreateVersion7():N}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Set_WithProperties_GivesThemBack()
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds(2_000_000_000);
        var secret = new KeyVaultSecret(name, "v1") { Properties = { ContentType = "application/x-pem-file", ExpiresOn = expires, NotBefore = expires.AddDays(-1), Tags = { ["kind"] = "key" } } };

        var set = (await client.SetSecretAsync(secret, Cancellation)).Value;
        var got = (await client.GetSecretAsync(name, cancellationToken: Cancellation)).Value;

        Assert.Equal("v1", got.Value);
        Assert.Equal(set.Properties.Version, got.Properties.Version);
        Assert.Matches("^[0-9a-f]{32}$", got.Properties.Version);
        Assert.Equal(("application/x-pem-file", expires, expires.AddDays(-1)), (got.Properties.ContentType, got.Properties.ExpiresOn, got.Properties.NotBefore));
        Assert.Equal("key", got.Properties.Tags["kind"]);
        Assert.True(got.Properties.Enabled);
        Assert.Equal(TimeProvider.System.GetUtcNow(), got.Properties.CreatedOn!.Value, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Get_ByVersion_GivesThatVersionAndWithoutOneTheLatest()
    {
        var first = (await client.SetSecretAsync(name, "v1", Cancellation)).Value.Properties.Version;
        await client.SetSecretAsync(name, "v2", Cancellation);

        Assert.Equal("v1", (await client.GetSecretAsync(name, first, cancellationToken: Cancellation)).Value.Value);
        Assert.Equal("v2", (await client.GetSecretAsync(name.ToUpperInvariant(), cancellationToken: Cancellation)).Value.Value);
    }

    [Fact]
    public async Task List_MoreThanOnePage_GivesEachSecretOnce()
    {
        var names = Enumerable.Range(0, 60).Select(number => $"{name}-{number}").ToList();
        await Task.WhenAll(names.Select(each => client.SetSecretAsync(each, "v", Cancellation)));

        var listed = new List<string>();
        await foreach (var properties in client.GetPropertiesOfSecretsAsync(Cancellation))
        {
            listed.Add(properties.Name);
        }

        Assert.Equal(names.Order(), listed.Where(each => each.StartsWith(name, StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task ListVersions_MoreThanOnePage_GivesEachVersionOnce()
    {
        var versions = new List<string>();
        for (var number = 0; number < 30; number++)
        {
            versions.Add((await client.SetSecretAsync(name, $"v{number}", Cancellation)).Value.Properties.Version);
        }

        var listed = new List<string>();
        await foreach (var page in client.GetPropertiesOfSecretVersionsAsync(name, Cancellation).AsPages())
        {
            Assert.InRange(page.Values.Count, 1, 25);
            listed.AddRange(page.Values.Select(properties => properties.Version));
        }

        Assert.Equal(versions.Order(), listed.Order());
    }

    [Fact]
    public async Task Update_EnabledExpiryTypeAndTags_ChangesThemAndNotTheValue()
    {
        var properties = (await client.SetSecretAsync(name, "v1", Cancellation)).Value.Properties;
        properties.ContentType = "text/plain";
        properties.ExpiresOn = DateTimeOffset.FromUnixTimeSeconds(2_100_000_000);
        properties.Tags["a"] = "b";

        await client.UpdateSecretPropertiesAsync(properties, Cancellation);
        var got = (await client.GetSecretAsync(name, cancellationToken: Cancellation)).Value;

        Assert.Equal(("v1", "text/plain", properties.ExpiresOn, "b"), (got.Value, got.Properties.ContentType, got.Properties.ExpiresOn, got.Properties.Tags["a"]));
        Assert.Equal(properties.Version, got.Properties.Version);
    }

    [Fact]
    public async Task Delete_ThenRecover_GivesTheSecretBack()
    {
        await client.SetSecretAsync(name, "v1", Cancellation);

        var deleted = await (await client.StartDeleteSecretAsync(name, Cancellation)).WaitForCompletionAsync(Cancellation);
        await AssertFailsAsync(HttpStatusCode.NotFound, "SecretNotFound", () => client.GetSecretAsync(name, cancellationToken: Cancellation));
        await AssertFailsAsync(HttpStatusCode.Conflict, "Conflict", () => client.SetSecretAsync(name, "v2", Cancellation), "ObjectIsDeletedButRecoverable");
        Assert.NotNull(deleted.Value.DeletedOn);
        Assert.Equal(name, (await client.GetDeletedSecretAsync(name, Cancellation)).Value.Name);
        Assert.Contains(name, await DeletedNamesAsync());

        await (await client.StartRecoverDeletedSecretAsync(name, Cancellation)).WaitForCompletionAsync(Cancellation);
        Assert.Equal("v1", (await client.GetSecretAsync(name, cancellationToken: Cancellation)).Value.Value);
        Assert.DoesNotContain(name, await DeletedNamesAsync());
    }

    [Fact]
    public async Task Purge_ThenSet_StartsAnew()
    {
        await client.SetSecretAsync(name, "v1", Cancellation);
        await client.StartDeleteSecretAsync(name, Cancellation);
        await client.PurgeDeletedSecretAsync(name, Cancellation);

        await AssertFailsAsync(HttpStatusCode.NotFound, "SecretNotFound", () => client.GetDeletedSecretAsync(name, Cancellation));
        await client.SetSecretAsync(name, "v2", Cancellation);
        Assert.Single(await client.GetPropertiesOfSecretVersionsAsync(name, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public Task Get_UnknownName_Is404()
        => AssertFailsAsync(HttpStatusCode.NotFound, "SecretNotFound", () => client.GetSecretAsync(name, cancellationToken: Cancellation));

    [Fact]
    public async Task Get_UnknownVersion_Is404()
    {
        await client.SetSecretAsync(name, "v1", Cancellation);

        await AssertFailsAsync(HttpStatusCode.NotFound, "SecretNotFound", () => client.GetSecretAsync(name, new string('0', 32), cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Get_Disabled_Is403WithInnerCode()
    {
        var properties = (await client.SetSecretAsync(name, "v1", Cancellation)).Value.Properties;
        properties.Enabled = false;
        await client.UpdateSecretPropertiesAsync(properties, Cancellation);

        await AssertFailsAsync(HttpStatusCode.Forbidden, "Forbidden", () => client.GetSecretAsync(name, cancellationToken: Cancellation), "SecretDisabled");
    }

    [Fact]
    public async Task Set_ValueOf25600Characters_WorksAndOneMoreIs400()
    {
        await client.SetSecretAsync(name, new string('x', 25_600), Cancellation);

        await AssertFailsAsync(HttpStatusCode.BadRequest, "BadParameter", () => client.SetSecretAsync(name, new string('x', 25_601), Cancellation));
    }

    [Theory]
    [InlineData("under_score")]
    [InlineData("dot.ted")]
    [InlineData("L128")]
    public Task Set_BadName_Is400(string bad)
        => AssertFailsAsync(HttpStatusCode.BadRequest, "BadParameter", () => client.SetSecretAsync(bad == "L128" ? new string('n', 128) : bad, "v", Cancellation));

    private static async Task AssertFailsAsync(HttpStatusCode status, string code, Func<Task> call, string? innerCode = null)
    {
        var error = await Assert.ThrowsAsync<RequestFailedException>(call);
        Assert.Equal(((int)status, code), (error.Status, error.ErrorCode));
        Assert.Contains(innerCode ?? code, error.Message, StringComparison.Ordinal);
    }

    private async Task<List<string>> DeletedNamesAsync()
        => await client.GetDeletedSecretsAsync(Cancellation).Select(secret => secret.Name).ToListAsync(Cancellation);
}
