using Azure.Core;
using Azure.Data.Tables;
using Azure.Security.KeyVault.Secrets;

namespace LeGoFunc.Stores;

/// <summary>Makes the clients of the two stores. Making one does no I/O.</summary>
public static class StoreClients
{
    /// <summary>The client of the table service.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="credential">How to sign in; ignored for the local stack.</param>
    /// <param name="patience">How long and how often to try.</param>
    public static TableServiceClient Tables(StoreOptions options, TokenCredential credential, StorePatience patience)
    {
        var settings = new TableClientOptions();
        patience.ApplyTo(settings.Retry);
        if (options.EmulatorDirectory is { } directory)
        {
            settings.Transport = Emulator.Transport(directory);
            credential = new EmulatorCredential(directory, TimeProvider.System);
        }

        return new TableServiceClient(options.TablesEndpoint!, credential, settings);
    }

    /// <summary>The client of the vault's secrets.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="credential">How to sign in; ignored for the local stack.</param>
    /// <param name="patience">How long and how often to try.</param>
    public static SecretClient Vault(StoreOptions options, TokenCredential credential, StorePatience patience)
    {
        var settings = new SecretClientOptions();
        patience.ApplyTo(settings.Retry);
        if (options.EmulatorDirectory is { } directory)
        {
            settings.Transport = Emulator.Transport(directory);
            settings.DisableChallengeResourceVerification = true;
            credential = new EmulatorCredential(directory, TimeProvider.System);
        }

        return new SecretClient(options.VaultUri!, credential, settings);
    }
}

/// <summary>How long a caller is ready to wait for a store.</summary>
/// <param name="Tries">How often a call is made again after a failure that may pass.</param>
/// <param name="TryTimeout">How long one try may take.</param>
public sealed record StorePatience(int Tries, TimeSpan TryTimeout)
{
    /// <summary>A download: somebody is waiting.</summary>
    public static StorePatience Download { get; } = new(2, TimeSpan.FromSeconds(3));

    /// <summary>An operator's command: better late than not at all.</summary>
    public static StorePatience Operator { get; } = new(3, TimeSpan.FromSeconds(10));

    internal void ApplyTo(RetryOptions retry)
    {
        retry.MaxRetries = Tries;
        retry.NetworkTimeout = TryTimeout;
        retry.Delay = TimeSpan.FromMilliseconds(200);
        retry.MaxDelay = TimeSpan.FromSeconds(4);
        retry.Mode = RetryMode.Exponential;
    }
}
