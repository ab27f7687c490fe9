using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Stores;

namespace LeGoFunc.Access;

/// <summary>The table of last downloads: one row for each item and slot.</summary>
public sealed class AccessTable(TableServiceClient service)
{
    private readonly TableClient table = service.GetTableClient(TableNames.Access);

    /// <summary>Writes a record over the one before.</summary>
    /// <exception cref="StoreException">The tables are away, throttle or refuse.</exception>
    public Task WriteAsync(AccessRecord record, CancellationToken cancellationToken)
    {
        var row = new TableEntity(record.Item.Key, RowKey(record.Kind, record.Slot))
        {
            ["SchemaVersion"] = 1,
            ["Name"] = record.Item.Spelling,
            ["Time"] = record.Time,
            ["ClientAddress"] = record.ClientAddress,
        };
        if (record.OrderId is { } order)
        {
            row["OrderId"] = order;
        }

        return StoreCall.Async(
            StoreCall.Tables, () => table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken), cancellationToken);
    }

    /// <summary>All records.</summary>
    /// <exception cref="StoreException">The tables are away, throttle or refuse.</exception>
    public async IAsyncEnumerable<AccessRecord> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in StoreCall.Rows(table, filter: null, cancellationToken))
        {
            if (ItemName.TryParse(row.GetString("Name"), out var name) && row.RowKey.Split('-') is [var kind, var slot])
            {
                yield return new AccessRecord(
                    kind == "key" ? ItemKind.PrivateKey : ItemKind.Certificate,
                    name,
                    slot == "new" ? SlotName.New : SlotName.Current,
                    row.GetDateTimeOffset("Time") ?? default,
                    row.GetString("ClientAddress") ?? "",
                    row.GetInt64("OrderId"));
            }
        }
    }

    private static string RowKey(ItemKind kind, SlotName slot) =>
        $"{(kind == ItemKind.PrivateKey ? "key" : "certificate")}-{(slot == SlotName.New ? "new" : "current")}";
}
