namespace LeGoFunc.Catalog;

/// <summary>Finds items by name: the seam between downloads and the tables.</summary>
public interface ICatalogReader
{
    /// <summary>Finds a private key; null when there is none of that name.</summary>
    /// <exception cref="Stores.StoreException">The tables are away, throttle or refuse.</exception>
    ValueTask<PrivateKeyItem?> FindPrivateKeyAsync(ItemName name, CancellationToken cancellationToken);

    /// <summary>Finds a certificate and its newest orders; null when there is none of that name.</summary>
    /// <exception cref="Stores.StoreException">The tables are away, throttle or refuse.</exception>
    ValueTask<CertificateEntry?> FindCertificateAsync(ItemName name, CancellationToken cancellationToken);
}

/// <summary>A certificate and its orders, newest first, as far as they were needed to find one to serve.</summary>
public sealed record CertificateEntry(CertificateItem Item, IReadOnlyList<Order> Orders)
{
    /// <summary>The order that is served at <paramref name="now"/>, if there is one.</summary>
    public ServedOrder? Served(DateTimeOffset now) => ServedOrder.Choose(Orders, now);
}
