namespace LeGoFunc.Catalog;

/// <summary>The order that a certificate's routes serve, and since when.</summary>
/// <param name="Order">The order.</param>
/// <param name="Since">
/// When it became the one that is served: when it was published, or when a newer one stopped being servable. A client
/// that asks with If-Modified-Since so learns that an order was revoked.
/// </param>
public sealed record ServedOrder(Order Order, DateTimeOffset Since)
{
    /// <summary>
    /// Chooses among <paramref name="newestFirst"/>: the last one created that is valid, not revoked and not expired.
    /// </summary>
    public static ServedOrder? Choose(IEnumerable<Order> newestFirst, DateTimeOffset now)
    {
        var since = DateTimeOffset.MinValue;
        foreach (var order in newestFirst)
        {
            if (order.IsServable(now))
            {
                return new ServedOrder(order, order.Published > since ? order.Published : since);
            }

            // An order that never was valid was never served, so its end changed nothing.
            if (order is { Status: Order.Valid, Chain: not null })
            {
                var ended = order.Revoked < order.NotAfter ? order.Revoked.Value : order.NotAfter;
                since = ended > since && ended <= now ? ended : since;
            }
        }

        return null;
    }
}
