using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LeGoFunc.Stores;

namespace LeGoFunc.Catalog;

/// <summary>Reads whole tables, for an operator's overview. Rows arrive as the tables hand them out, page by page.</summary>
public sealed class CatalogLister(TableServiceClient service)
{
    private readonly TableClient privateKeys = service.GetTableClient(TableNames.PrivateKeys);
    private readonly TableClient certificates = service.GetTableClient(TableNames.Certificates);

    /// <summary>Every private key, by name.</summary>
    public async IAsyncEnumerable<PrivateKeyItem> PrivateKeysAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in StoreCall.Rows(privateKeys, filter: null, cancellationToken))
        {
            yield return Rows.ToPrivateKey(row);
        }
    }

    /// <summary>Every certificate with all its orders, newest first, by name.</summary>
    public IAsyncEnumerable<CertificateEntry> CertificatesAsync(CancellationToken cancellationToken) =>
        GroupAsync(filter: null, cancellationToken);

    /// <summary>One certificate with all its orders, newest first; null when there is none of that name.</summary>
    public async Task<CertificateEntry?> CertificateAsync(ItemName name, CancellationToken cancellationToken)
    {
        await foreach (var entry in GroupAsync(TableClient.CreateQueryFilter($"PartitionKey eq {name.Key}"), cancellationToken))
        {
            return entry;
        }

        return null;
    }

    /// <summary>The certificates that use a private key: for new orders, or in an order that is still kept.</summary>
    public async Task<IReadOnlyList<ItemName>> UsersOfAsync(ItemName privateKey, CancellationToken cancellationToken)
    {
        var users = new List<ItemName>();
        await foreach (var entry in CertificatesAsync(cancellationToken))
        {
            if (entry.Item.PrivateKeyName == privateKey || entry.Orders.Any(order => order.FinalizedKey?.Name == privateKey))
            {
                users.Add(entry.Item.Name);
            }
        }

        return users;
    }

    private async IAsyncEnumerable<CertificateEntry> GroupAsync(string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CertificateItem? item = null;
        var orders = new List<Order>();
        await foreach (var row in StoreCall.Rows(certificates, filter, cancellationToken))
        {
            if (row.RowKey == OrderKey.ItemRow)
            {
                if (item is not null)
                {
                    yield return new CertificateEntry(item, orders);
                }

                item = Rows.ToCertificate(row);
                orders = [];
            }
            else if (item is not null && row.PartitionKey == item.Name.Key)
            {
                orders.Add(OrderRows.ToOrder(row));
            }
        }

        if (item is not null)
        {
            yield return new CertificateEntry(item, orders);
        }
    }
}
