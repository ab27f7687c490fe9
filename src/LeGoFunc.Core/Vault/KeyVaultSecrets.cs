using System.Text;
using Azure;
using Azure.Security.KeyVault.Secrets;
using LeGoFunc.Stores;

namespace LeGoFunc.Vault;

/// <summary>The secrets of one Key Vault. Safe for use by several threads.</summary>
public sealed class KeyVaultSecrets(SecretClient client) : ISecretReader
{
    /// <inheritdoc/>
    public Task<VaultSecret?> GetAsync(string name, string? version, CancellationToken cancellationToken) =>
        CallAsync(
            async () =>
            {
                try
                {
                    KeyVaultSecret secret = await client.GetSecretAsync(name, version, cancellationToken);
                    return new VaultSecret(secret.Properties.Version, Encoding.UTF8.GetBytes(secret.Value));
                }
                catch (RequestFailedException e) when (e.Status == 404 || IsDisabled(e))
                {
                    return null;
                }
            },
            cancellationToken);

    /// <summary>Writes a new version of a secret, or finds that the newest one holds the same bytes already.</summary>
    /// <returns>The version that holds the value.</returns>
    /// <exception cref="StoreException">The vault is away, throttles or refuses.</exception>
    public async Task<string> PutAsync(NewSecret secret, CancellationToken cancellationToken)
    {
        // A publish that was cut off after writing its secrets is repeated without leaving more versions behind.
        var newest = await GetAsync(secret.Name, version: null, cancellationToken);
        return newest is not null && newest.Value.Span.SequenceEqual(secret.Value.Span)
            ? newest.Version
            : await CallAsync(() => SetAsync(secret, cancellationToken), cancellationToken);
    }

    /// <summary>Deletes a secret with all its versions, as far as the vault's soft delete does; none is no error.</summary>
    /// <exception cref="StoreException">The vault is away, throttles or refuses.</exception>
    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        CallAsync(
            async () =>
            {
                try
                {
                    await client.StartDeleteSecretAsync(name, cancellationToken);
                    return true;
                }
                catch (RequestFailedException e) when (e.Status == 404)
                {
                    return false;
                }
            },
            cancellationToken);

    private static Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) =>
        StoreCall.Async(StoreCall.Vault, call, cancellationToken);

    private static bool IsDisabled(RequestFailedException e) =>
        e.Status == 403 && e.Message.Contains("SecretDisabled", StringComparison.Ordinal);

    private async Task<string> SetAsync(NewSecret secret, CancellationToken cancellationToken)
    {
        var request = new KeyVaultSecret(secret.Name, Encoding.UTF8.GetString(secret.Value.Span));
        request.Properties.ContentType = secret.ContentType;
        request.Properties.ExpiresOn = secret.Expires;
        foreach (var (key, value) in secret.Tags)
        {
            request.Properties.Tags[key] = value;
        }

        try
        {
            KeyVaultSecret stored = await client.SetSecretAsync(request, cancellationToken);
            return stored.Properties.Version;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // The name belongs to a secret that was deleted with its item and is still kept: bring it back first.
            var recovery = await client.StartRecoverDeletedSecretAsync(secret.Name, cancellationToken);
            await recovery.WaitForCompletionAsync(cancellationToken);
            KeyVaultSecret stored = await client.SetSecretAsync(request, cancellationToken);
            return stored.Properties.Version;
        }
    }
}

/// <summary>A secret that is to be written.</summary>
/// <param name="Name">The secret's name, see <see cref="SecretNames"/>.</param>
/// <param name="Value">The value's bytes, valid UTF-8, at most <see cref="SecretNames.MaxValueBytes"/>.</param>
/// <param name="ContentType">The media type that the vault shows.</param>
/// <param name="Tags">What an operator sees beside the name.</param>
/// <param name="Expires">The secret's own expiry: the vault announces it when it is near.</param>
public sealed record NewSecret(
    string Name,
    ReadOnlyMemory<byte> Value,
    string ContentType,
    IReadOnlyDictionary<string, string> Tags,
    DateTimeOffset? Expires = null)
{
    /// <summary>Does not show the value.</summary>
    public override string ToString() => $"secret {Name}";
}
