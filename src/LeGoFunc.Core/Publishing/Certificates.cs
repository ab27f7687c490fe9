using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Vault;

namespace LeGoFunc.Publishing;

/// <summary>Adds and removes certificates.</summary>
public sealed class Certificates(
    CatalogWriter catalog, CatalogLister lister, TableCatalog reader, KeyVaultSecrets vault, ApiKeyIssuer apiKeys, TimeProvider time)
{
    /// <summary>Adds a certificate without an order.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="privateKey">The private key that its orders are finalized with.</param>
    /// <param name="chosenApiKey">Its API key; null: make one.</param>
    /// <param name="legacy">Whether the API key may be presented in the URL.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidInputException">The API key is not usable.</exception>
    /// <exception cref="NoSuchItemException">There is no such private key.</exception>
    /// <exception cref="ConflictException">There is a certificate of that name.</exception>
    public async Task<IssuedApiKey> AddAsync(
        ItemName name, ItemName privateKey, string? chosenApiKey, bool legacy, CancellationToken cancellationToken)
    {
        var issued = await apiKeys.IssueAsync(ItemKind.Certificate, name, chosenApiKey, cancellationToken);
        var key = await reader.FindPrivateKeyAsync(privateKey, cancellationToken)
            ?? throw new NoSuchItemException($"there is no private key '{privateKey}'");
        await catalog.AddAsync(New(name, key.Name, issued.Slot, legacy, time.GetUtcNow()), cancellationToken);
        return issued;
    }

    /// <summary>Removes a certificate with its orders and their secret. Its private key stays.</summary>
    /// <exception cref="NoSuchItemException">There is none of that name.</exception>
    public async Task RemoveAsync(ItemName name, CancellationToken cancellationToken)
    {
        var entry = await lister.CertificateAsync(name, cancellationToken)
            ?? throw new NoSuchItemException($"there is no certificate '{name}'");
        await catalog.RemoveOrdersAsync(entry.Item, entry.Orders, itemToo: true, cancellationToken);
        foreach (var secret in entry.Orders.Select(order => order.Chain?.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            await vault.DeleteAsync(secret, cancellationToken);
        }
    }

    internal static CertificateItem New(ItemName name, ItemName privateKey, ApiKeySlot apiKey, bool legacy, DateTimeOffset now) =>
        new(name, privateKey, LastOrderId: 0)
        {
            ApiKeys = new ApiKeySlots(apiKey, New: null),
            Legacy = legacy,
            Created = now,
            Updated = now,
        };
}
