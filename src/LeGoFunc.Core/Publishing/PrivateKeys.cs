using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Vault;

namespace LeGoFunc.Publishing;

/// <summary>Adds and removes private keys.</summary>
public sealed class PrivateKeys(
    CatalogWriter catalog, CatalogLister lister, TableCatalog reader, KeyVaultSecrets vault, ApiKeyIssuer apiKeys, TimeProvider time)
{
    private readonly MaterialStore store = new(vault);

    /// <summary>Adds a private key.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="pem">Its PEM.</param>
    /// <param name="chosenApiKey">Its API key; null: make one.</param>
    /// <param name="legacy">Whether the API key may be presented in the URL.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidInputException">The PEM or the API key is not usable.</exception>
    /// <exception cref="ConflictException">There is one of that name.</exception>
    public async Task<IssuedApiKey> AddAsync(
        ItemName name, ReadOnlyMemory<byte> pem, string? chosenApiKey, bool legacy, CancellationToken cancellationToken)
    {
        var key = CheckedKey.Check(name, pem);
        var issued = await apiKeys.IssueAsync(ItemKind.PrivateKey, name, chosenApiKey, cancellationToken);
        if (await reader.FindPrivateKeyAsync(name, cancellationToken) is { } there)
        {
            throw new ConflictException($"private key '{there.Name}' is there already");
        }

        var secret = await store.PutAsync(name, key, cancellationToken);
        var now = time.GetUtcNow();
        await catalog.AddAsync(
            new PrivateKeyItem(name, key.Key.Algorithm, secret, now)
            {
                ApiKeys = new ApiKeySlots(issued.Slot, New: null),
                Legacy = legacy,
                Created = now,
                Updated = now,
            },
            cancellationToken);
        return issued;
    }

    /// <summary>Removes a private key and its secret.</summary>
    /// <exception cref="NoSuchItemException">There is none of that name.</exception>
    /// <exception cref="ConflictException">A certificate uses it.</exception>
    public async Task RemoveAsync(ItemName name, CancellationToken cancellationToken)
    {
        var key = await catalog.RetryAsync(() => RemoveRowAsync(name, cancellationToken), cancellationToken);
        await vault.DeleteAsync(key.Pem.Name, cancellationToken);
    }

    private async Task<PrivateKeyItem> RemoveRowAsync(ItemName name, CancellationToken cancellationToken)
    {
        var key = await reader.FindPrivateKeyAsync(name, cancellationToken)
            ?? throw new NoSuchItemException($"there is no private key '{name}'");
        var users = await lister.UsersOfAsync(name, cancellationToken);
        if (users.Count > 0)
        {
            throw new ConflictException($"private key '{key.Name}' is used by certificate '{users[0]}'"
                + (users.Count > 1 ? $" and {users.Count - 1} more" : "") + ": remove the certificate or prune its orders first");
        }

        await catalog.RemovePrivateKeyAsync(key, cancellationToken);
        return key;
    }
}
