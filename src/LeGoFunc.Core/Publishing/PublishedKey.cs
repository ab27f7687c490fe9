using LeGoFunc.Catalog;

namespace LeGoFunc.Publishing;

/// <summary>
/// Makes a private key item serve the key of the newest order. Key and order are in different tables, so no transaction
/// covers both: combined downloads don't need one, since an order names its key's version; this brings
/// <c>privatekeys</c> into line, and publishing again repeats it after a crash.
/// </summary>
internal sealed class PublishedKey(CatalogWriter catalog, TableCatalog reader, TimeProvider time)
{
    /// <summary>Serves the key of <paramref name="order"/>, unless a newer order has taken over meanwhile.</summary>
    public Task FollowAsync(ItemName certificate, Order order, string algorithm, CancellationToken cancellationToken)
    {
        var key = order.FinalizedKey!;
        return catalog.RetryAsync(
            async () =>
            {
                // The item is read before the orders: whoever publishes in between changes the item after us and
                // makes our write fail, and then we see that order.
                var item = await reader.FindPrivateKeyAsync(key.Name, cancellationToken);
                var served = (await reader.FindCertificateAsync(certificate, cancellationToken))?.Served(time.GetUtcNow());
                if (item is null || item.Pem == key.Pem || served?.Order.Id != order.Id)
                {
                    return false;
                }

                await catalog.ReplaceAsync(item with { Pem = key.Pem, Algorithm = algorithm, Published = time.GetUtcNow() }, cancellationToken);
                return true;
            },
            cancellationToken);
    }
}
