using LeGoFunc.Catalog;

namespace LeGoFunc.Publishing;

/// <summary>Revokes and prunes the orders of a certificate.</summary>
public sealed class Orders(CatalogWriter catalog, CatalogLister lister, TimeProvider time)
{
    /// <summary>Takes an order out of service, for good. Revoking a revoked one changes nothing.</summary>
    /// <returns>The order that is served from now on; null: none is left.</returns>
    /// <exception cref="NoSuchItemException">There is no such certificate or order.</exception>
    public Task<Order?> RevokeAsync(ItemName certificate, long id, CancellationToken cancellationToken) =>
        catalog.RetryAsync(
            async () =>
            {
                var entry = await FindAsync(certificate, cancellationToken);
                var order = entry.Orders.FirstOrDefault(order => order.Id == id)
                    ?? throw new NoSuchItemException($"certificate '{entry.Item.Name}' has no order {id}");
                var now = time.GetUtcNow();
                if (order.Revoked is null)
                {
                    await catalog.UpdateOrderAsync(entry.Item.Name, order with { Revoked = now }, cancellationToken);
                }

                return ServedOrder.Choose(entry.Orders.Where(other => other.Id != id), now)?.Order;
            },
            cancellationToken);

    /// <summary>
    /// Removes old orders: the newest <paramref name="keep"/> stay, and the one that is served always does. Their
    /// secret versions stay in the vault.
    /// </summary>
    /// <returns>The orders that were removed.</returns>
    /// <exception cref="InvalidInputException"><paramref name="keep"/> is less than 1.</exception>
    /// <exception cref="NoSuchItemException">There is no such certificate.</exception>
    public async Task<IReadOnlyList<Order>> PruneAsync(ItemName certificate, int keep, CancellationToken cancellationToken)
    {
        if (keep < 1)
        {
            throw new InvalidInputException($"{certificate}: at least 1 order has to be kept");
        }

        var entry = await FindAsync(certificate, cancellationToken);
        var served = entry.Served(time.GetUtcNow())?.Order.Id;
        var old = entry.Orders.Skip(keep).Where(order => order.Id != served).ToList();
        await catalog.RemoveOrdersAsync(entry.Item, old, itemToo: false, cancellationToken);
        return old;
    }

    private async Task<CertificateEntry> FindAsync(ItemName certificate, CancellationToken cancellationToken) =>
        await lister.CertificateAsync(certificate, cancellationToken)
        ?? throw new NoSuchItemException($"there is no certificate '{certificate}'");
}
