using Azure.Data.Tables;
using LeGoFunc.Stores;

namespace LeGoFunc.Catalog;

/// <summary>Reads the catalog from Table Storage, one round trip for an item. Safe for use by several threads.</summary>
public sealed class TableCatalog(TableServiceClient service, TimeProvider time) : ICatalogReader
{
    /// <summary>The item row and this many orders less one: the served order is nearly always the first.</summary>
    private const int PageSize = 10;

    /// <summary>
    /// How long the order to serve must remain servable for the search to end with it: longer than any copy of the
    /// answer is kept, so that a copy holds the next order too when one is about to expire.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    private readonly TableClient privateKeys = service.GetTableClient(TableNames.PrivateKeys);
    private readonly TableClient certificates = service.GetTableClient(TableNames.Certificates);

    /// <inheritdoc/>
    public async ValueTask<PrivateKeyItem?> FindPrivateKeyAsync(ItemName name, CancellationToken cancellationToken)
    {
        var row = await StoreCall.Async(
            StoreCall.Tables,
            () => privateKeys.GetEntityIfExistsAsync<TableEntity>(name.Key, OrderKey.ItemRow, cancellationToken: cancellationToken),
            cancellationToken);
        return row.HasValue ? Rows.ToPrivateKey(row.Value!) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<CertificateEntry?> FindCertificateAsync(ItemName name, CancellationToken cancellationToken) =>
        await StoreCall.Async(StoreCall.Tables, () => ReadPartitionAsync(name, cancellationToken), cancellationToken);

    private async Task<CertificateEntry?> ReadPartitionAsync(ItemName name, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Margin;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {name.Key}");
        CertificateItem? item = null;
        var orders = new List<Order>();

        // The item's row key sorts before every order's, so it heads the first page.
        await foreach (var page in certificates.QueryAsync<TableEntity>(filter, PageSize, cancellationToken: cancellationToken).AsPages())
        {
            foreach (var row in page.Values)
            {
                if (row.RowKey == OrderKey.ItemRow)
                {
                    item = Rows.ToCertificate(row);
                }
                else
                {
                    orders.Add(OrderRows.ToOrder(row));
                }
            }

            if (item is null || orders.Exists(order => order.IsServable(until)))
            {
                break;
            }
        }

        return item is null ? null : new CertificateEntry(item, orders);
    }
}
