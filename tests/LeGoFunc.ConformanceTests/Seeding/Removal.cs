using Azure.Data.Tables;
using LeGoFunc.Catalog;

namespace LeGoFunc.ConformanceTests.Seeding;

/// <summary>Removes what a run has left in the stores.</summary>
internal static class Removal
{
    public static Task RemoveAsync(StoreSet stores, IEnumerable<(ItemKind Kind, ItemName Name)> items) => Parallel.ForEachAsync(
        items,
        new ParallelOptions { MaxDegreeOfParallelism = 4 },
        async (item, token) =>
        {
            // Row by row, because the operator's way asks who else uses a key, and here everything goes.
            await ClearAsync(stores.Tables.GetTableClient(TableNames.Access), item.Name, token);
            await ClearAsync(stores.Tables.GetTableClient(item.Kind == ItemKind.PrivateKey ? TableNames.PrivateKeys : TableNames.Certificates), item.Name, token);
            await stores.Vault.DeleteAsync(Vault.SecretNames.For(item.Kind, item.Name), token);
        });

    private static async Task ClearAsync(TableClient table, ItemName name, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {name.Key}");
        var rows = new List<TableTransactionAction>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
        {
            rows.Add(new TableTransactionAction(TableTransactionActionType.Delete, row, Azure.ETag.All));
        }

        foreach (var chunk in rows.Chunk(100))
        {
            await table.SubmitTransactionAsync(chunk, cancellationToken);
        }
    }
}
