using System.Net;
using Azure;
using LeGoFunc.Local.KeyVault;
using LeGoFunc.Testing;

namespace LeGoFunc.Local.Tests.KeyVault;

public sealed class AuthorisationTests(EmulatorStores stores)
{
    private readonly string name = $"auth-{Guid.CreateVersion7():N}";

    [Fact]
    public async Task Get_WithAnotherUsersToken_Is401AndNoCall()
    {
        var client = stores.Client(new LocalCredential(new string('A', 43)));

        var error = await Assert.ThrowsAsync<RequestFailedException>(() => client.GetSecretAsync(name, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(401, error.Status);
        Assert.Equal(0, stores.Calls.Count(name));
    }

    [Fact]
    public async Task Get_WithoutAToken_IsAChallengeThatNamesAuthorityAndResource()
    {
        using var http = TrustingTransport.CreateClient(stores.AuthorityFile);

        using var answer = await http.GetAsync(new Uri(stores.VaultUri, $"secrets/{name}?api-version=7.6"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var expected = $"Bearer authorization=\"{stores.VaultUri}{LocalToken.TenantId}\", resource=\"https://vault.azure.net\"";
        Assert.Equal(expected, answer.Headers.WwwAuthenticate.ToString());
        Assert.Empty(answer.Headers.Server);
    }

    [Fact]
    public async Task Get_WithoutApiVersion_Is400()
    {
        using var http = TrustingTransport.CreateClient(stores.AuthorityFile);
        var token = LocalCredential.FromDirectory(stores.EmulatorDirectory).GetToken(default, TestContext.Current.CancellationToken).Token;
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);

        using var answer = await http.GetAsync(new Uri(stores.VaultUri, $"secrets/{name}"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1, stores.Calls.Count(VaultOperation.GetSecret, name));
    }
}
