using LeGoFunc.Access;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands;

/// <summary>The last downloads by item and slot.</summary>
internal sealed class DownloadBook
{
    private readonly Dictionary<(ItemKind Kind, ItemName Name, SlotName Slot), AccessRecord> records = [];

    public static async Task<DownloadBook> ReadAsync(AccessTable table, CancellationToken cancellationToken)
    {
        var book = new DownloadBook();
        await foreach (var record in table.ReadAllAsync(cancellationToken))
        {
            book.records[(record.Kind, record.Item, record.Slot)] = record;
        }

        return book;
    }

    public LastDownloads Of(Item item) => new(Find(item, SlotName.Current), Find(item, SlotName.New));

    private AccessRecord? Find(Item item, SlotName slot) => records.GetValueOrDefault((item.Kind, item.Name, slot));
}
