using System.CommandLine;
using LeGoFunc.Catalog;
using LeGoFunc.Cli.Output;
using LeGoFunc.Cli.Output.Documents;

namespace LeGoFunc.Cli.Commands.Overview;

internal sealed class ListCommand : CliCommand
{
    private readonly Option<int?> expiring = Numbers.Days(
        "--expiring", "Only certificates that expire within so many days, or have orders and none left to serve");

    public ListCommand(CommandHost host)
        : base("list", "List everything: names, expiry, flags, the last download with each API key", "{privateKeys, certificates}, each as 'show' has it")
    {
        Add(expiring);
        host.Run(this, RunAsync);
    }

    private async Task RunAsync(Session session, ParseResult result, CancellationToken cancellationToken)
    {
        var document = await session.Screen.WhileAsync(
            "Reading the tables", () => ReadAsync(session, result.GetValue(expiring), cancellationToken));
        session.Screen.Show(document, CliJson.Default.ListDocument);
    }

    private static async Task<ListDocument> ReadAsync(Session session, int? days, CancellationToken cancellationToken)
    {
        // Three tables, three questions at once.
        var stores = session.Stores;
        var (downloads, keys, entries) = (
            DownloadBook.ReadAsync(stores.Access, cancellationToken),
            ReadAllAsync(stores.Lister.PrivateKeysAsync(cancellationToken)),
            ReadAllAsync(stores.Lister.CertificatesAsync(cancellationToken)));
        await Task.WhenAll(downloads, keys, entries);
        var book = await downloads;
        var certificates = await entries;
        var shown = days is { } limit ? certificates.Where(entry => IsExpiring(entry, session.Now, limit)) : certificates;
        return new ListDocument(
            days is null ? [.. (await keys).Select(key => KeyDocument.Of(key, book.Of(key), UsersOf(key, certificates)))] : [],
            [.. shown.Select(entry => CertDocument.Of(entry, book.Of(entry.Item), session.Now))]);
    }

    private static bool IsExpiring(CertificateEntry entry, DateTimeOffset now, int days) =>
        entry.Served(now)?.Order is { } served ? served.NotAfter <= now.AddDays(days) : entry.Orders.Count > 0;

    private static List<string> UsersOf(PrivateKeyItem key, List<CertificateEntry> certificates) =>
    [
        .. certificates
            .Where(entry => entry.Item.PrivateKeyName == key.Name || entry.Orders.Any(order => order.FinalizedKey?.Name == key.Name))
            .Select(entry => entry.Item.Name.Spelling),
    ];

    private static async Task<List<T>> ReadAllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }
}
