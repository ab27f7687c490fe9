using Azure;
using Azure.Data.Tables;
using LeGoFunc.Stores;

namespace LeGoFunc.Catalog;

/// <summary>
/// Changes the catalog. Every change of a row names the version it was made from; when somebody else was faster it is
/// made again from what is there then. Safe for use by several threads.
/// </summary>
public sealed class CatalogWriter(TableServiceClient service, TimeProvider time)
{
    /// <summary>Longer than many writers of one item need to take turns.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TableClient privateKeys = service.GetTableClient(TableNames.PrivateKeys);
    private readonly TableClient certificates = service.GetTableClient(TableNames.Certificates);

    /// <summary>Makes the tables that are missing.</summary>
    public Task CreateTablesAsync(CancellationToken cancellationToken) => CallAsync(
        async () =>
        {
            foreach (var table in TableNames.All)
            {
                await service.CreateTableIfNotExistsAsync(table, cancellationToken);
            }

            return true;
        },
        cancellationToken);

    /// <summary>Adds an item.</summary>
    /// <exception cref="ConflictException">There is an item of that name, perhaps in another spelling.</exception>
    public async Task AddAsync(Item item, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(() => Table(item.Kind).AddEntityAsync(ToRow(item), cancellationToken), cancellationToken);
        }
        catch (LostRaceException)
        {
            var there = await FindAsync(item.Kind, item.Name, cancellationToken);
            if (there?.Created == item.Created && there.ApiKeys == item.ApiKeys)
            {
                return; // Our own: the first answer was lost and the call made again.
            }

            throw new ConflictException($"{Describe(item.Kind)} '{there?.Name ?? item.Name}' is there already");
        }
    }

    /// <summary>Changes an item.</summary>
    /// <param name="kind">The item's kind.</param>
    /// <param name="name">The item's name.</param>
    /// <param name="change">
    /// Makes the changed item from the stored one; may be called again, and may throw to leave everything as it is.
    /// The very same instance means that nothing is to change.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NoSuchItemException">There is no item of that name.</exception>
    public Task<Item> ChangeAsync(ItemKind kind, ItemName name, Func<Item, Item> change, CancellationToken cancellationToken) =>
        RetryAsync(
            async () =>
            {
                var item = await FindAsync(kind, name, cancellationToken)
                    ?? throw new NoSuchItemException($"there is no {Describe(kind)} '{name}'");
                var changed = change(item);
                return ReferenceEquals(changed, item) ? item : await ReplaceAsync(changed, cancellationToken);
            },
            cancellationToken);

    /// <summary>Writes an item over the version that it was made from.</summary>
    /// <exception cref="LostRaceException">Somebody else changed it since it was read.</exception>
    public async Task<Item> ReplaceAsync(Item item, CancellationToken cancellationToken)
    {
        var changed = item with { Updated = time.GetUtcNow() };
        await CallAsync(
            () => Table(item.Kind).UpdateEntityAsync(ToRow(changed), item.ETag, TableUpdateMode.Replace, cancellationToken),
            cancellationToken);
        return changed;
    }

    /// <summary>Removes an item row, whatever its state.</summary>
    public Task RemovePrivateKeyAsync(PrivateKeyItem key, CancellationToken cancellationToken) => CallAsync(
        () => privateKeys.DeleteEntityAsync(key.Name.Key, OrderKey.ItemRow, key.ETag, cancellationToken), cancellationToken);

    /// <summary>
    /// Adds an order and updates its certificate in one transaction: a reader sees both or neither.
    /// </summary>
    /// <exception cref="LostRaceException">Somebody else changed the certificate since it was read.</exception>
    public Task AddOrderAsync(CertificateItem certificate, Order order, CancellationToken cancellationToken)
    {
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.Add, OrderRows.ToRow(certificate.Name, order)),
            new(TableTransactionActionType.UpdateReplace, ToRow(certificate), certificate.ETag),
        ];
        return CallAsync(() => certificates.SubmitTransactionAsync(actions, cancellationToken), cancellationToken);
    }

    /// <summary>Writes a changed order over the stored one.</summary>
    /// <exception cref="LostRaceException">Somebody else changed it since it was read.</exception>
    public Task UpdateOrderAsync(ItemName certificate, Order order, CancellationToken cancellationToken) =>
        CallAsync(
            () => certificates.UpdateEntityAsync(
                OrderRows.ToRow(certificate, order), order.ETag, TableUpdateMode.Replace, cancellationToken),
            cancellationToken);

    /// <summary>
    /// Removes orders and, with <paramref name="itemToo"/>, the certificate itself. The oldest go first and the item
    /// with the newest, so that a removal that was cut off never brings an older order to light.
    /// </summary>
    public async Task RemoveOrdersAsync(
        CertificateItem certificate, IEnumerable<Order> orders, bool itemToo, CancellationToken cancellationToken)
    {
        const int perTransaction = 100;
        var rows = orders.OrderBy(order => order.Created).ThenBy(order => order.Id)
            .Select(order => OrderKey.For(order.Created, order.Id)).ToList();
        if (itemToo)
        {
            rows.Add(OrderKey.ItemRow);
        }

        foreach (var chunk in rows.Chunk(perTransaction))
        {
            var actions = chunk.Select(row => new TableTransactionAction(
                TableTransactionActionType.Delete, new TableEntity(certificate.Name.Key, row), ETag.All));
            await CallAsync(() => certificates.SubmitTransactionAsync(actions, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Does <paramref name="attempt"/> again after a short random while, as long as it loses races.</summary>
    /// <exception cref="ConflictException">It lost them for a minute.</exception>
    public async Task<T> RetryAsync<T>(Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        for (var pause = 10; ; pause = Math.Min(pause * 2, 500))
        {
            try
            {
                return await attempt();
            }
            catch (LostRaceException)
            {
                if (time.GetElapsedTime(start) > Patience)
                {
                    throw new ConflictException("others keep changing the same item: try again later");
                }
            }

            var jitter = System.Security.Cryptography.RandomNumberGenerator.GetInt32(pause) + 1;
            await Task.Delay(TimeSpan.FromMilliseconds(jitter), time, cancellationToken);
        }
    }

    internal static string Describe(ItemKind kind) => kind == ItemKind.PrivateKey ? "private key" : "certificate";

    private static TableEntity ToRow(Item item) => item switch
    {
        PrivateKeyItem key => Rows.ToRow(key),
        CertificateItem certificate => Rows.ToRow(certificate),
        _ => throw new ArgumentException("not a kind of item that has a row", nameof(item)),
    };

    private static async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await StoreCall.Async(StoreCall.Tables, call, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            throw new LostRaceException(e);
        }
    }

    private TableClient Table(ItemKind kind) => kind == ItemKind.PrivateKey ? privateKeys : certificates;

    private async Task<Item?> FindAsync(ItemKind kind, ItemName name, CancellationToken cancellationToken)
    {
        var row = await CallAsync(
            () => Table(kind).GetEntityIfExistsAsync<TableEntity>(name.Key, OrderKey.ItemRow, cancellationToken: cancellationToken),
            cancellationToken);
        return !row.HasValue ? null : kind == ItemKind.PrivateKey ? Rows.ToPrivateKey(row.Value!) : Rows.ToCertificate(row.Value!);
    }
}
