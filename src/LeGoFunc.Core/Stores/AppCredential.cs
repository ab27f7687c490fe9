using Azure.Core;
using Azure.Identity;

namespace LeGoFunc.Stores;

/// <summary>How the endpoint signs in.</summary>
public static class AppCredential
{
    /// <summary>The managed identity of the app, and nothing else: trying other ways would cost seconds at start.</summary>
    public static TokenCredential For(StoreOptions options) => new ManagedIdentityCredential(
        string.IsNullOrEmpty(options.ManagedIdentityClientId)
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.FromUserAssignedClientId(options.ManagedIdentityClientId));
}
