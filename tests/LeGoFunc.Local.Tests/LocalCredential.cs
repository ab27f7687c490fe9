using System.Buffers.Text;
using System.Text;
using Azure.Core;

namespace LeGoFunc.Local.Tests;

/// <summary>Mints the bearer tokens that the emulators accept.</summary>
internal sealed class LocalCredential(string secret) : TokenCredential
{
    internal static LocalCredential FromDirectory(string directory)
        => new(File.ReadAllText(Path.Combine(directory, LocalToken.FileName)));

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (from, until) = (now.AddMinutes(-5), now.AddHours(1));
        var payload = $$"""
            {"aud":"https://storage.azure.com","iss":"https://sts.windows.net/{{LocalToken.TenantId}}/","iat":{{from.ToUnixTimeSeconds()}},"nbf":{{from.ToUnixTimeSeconds()}},"exp":{{until.ToUnixTimeSeconds()}}}
            """;
        return new AccessToken($"{Encode("""{"alg":"none","typ":"JWT"}""")}.{Encode(payload)}.{secret}", until);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        => ValueTask.FromResult(GetToken(requestContext, cancellationToken));

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
