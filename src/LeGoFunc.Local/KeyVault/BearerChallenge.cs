namespace LeGoFunc.Local.KeyVault;

/// <summary>Lets only holders of the local token in and tells everyone else, as Key Vault does, where a token would come from.</summary>
internal sealed class BearerChallenge(LocalToken token)
{
    private const string Scheme = "Bearer ";

    /// <exception cref="VaultException">401: no token, or not this one.</exception>
    internal void Check(HttpContext context)
    {
        var presented = context.Request.Headers.Authorization.ToString();
        if (presented.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && token.Accepts(presented.AsSpan(Scheme.Length)))
        {
            return;
        }

        context.Response.Headers.WWWAuthenticate =
            $"Bearer authorization=\"https://{context.Request.Host}/{LocalToken.TenantId}\", resource=\"https://vault.azure.net\"";
        throw new VaultException(
            StatusCodes.Status401Unauthorized,
            "Unauthorized",
            presented.Length == 0 ? "AKV10000: Request is missing a Bearer or PoP token." : "AKV10046: The token is not the one of this emulator.");
    }
}
