using System.Buffers.Text;
using System.Text;
using Azure.Core;

namespace LeGoFunc.Stores;

/// <summary>
/// Signs in to the emulators of the local stack with the token in its data directory. What it sends has the form of a
/// JWT, which Azurite wants to see; the third part is the token, which the Key Vault emulator compares.
/// </summary>
public sealed class EmulatorCredential(string directory, TimeProvider time) : TokenCredential
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var expires = now + Lifetime;
        var from = (now - TimeSpan.FromMinutes(5)).ToUnixTimeSeconds();
        var header = """{"alg":"none","typ":"JWT"}""";
        var payload = $$"""
            {"aud":"https://storage.azure.com","iss":"https://sts.windows.net/00000000-0000-0000-0000-000000000001/","iat":{{from}},"nbf":{{from}},"exp":{{expires.ToUnixTimeSeconds()}}}
            """;
        var secret = Emulator.Read(directory, Emulator.TokenFile).Trim();
        return new AccessToken($"{Encode(header)}.{Encode(payload)}.{secret}", expires);
    }

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
