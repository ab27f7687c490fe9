using Azure.Core;
using Azure.Security.KeyVault.Secrets;
using LeGoFunc.Testing;

namespace LeGoFunc.Local.Tests.KeyVault;

internal static class VaultClients
{
    internal static SecretClient Client(this EmulatorStores stores, TokenCredential? credential = null)
        => Create(stores.VaultUri, stores.AuthorityFile, credential ?? LocalCredential.FromDirectory(stores.EmulatorDirectory));

    /// <summary>The real client, without retries so that a test sees the first answer.</summary>
    internal static SecretClient Create(Uri vault, string authorityFile, TokenCredential credential)
        => new(vault, credential, new SecretClientOptions
        {
            DisableChallengeResourceVerification = true,
            Transport = TrustingTransport.Create(authorityFile),
            Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(20) },
        });
}
