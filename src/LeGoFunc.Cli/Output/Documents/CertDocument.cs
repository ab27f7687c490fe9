using LeGoFunc.Catalog;

namespace LeGoFunc.Cli.Output.Documents;

/// <summary>A certificate with the order that is served.</summary>
/// <param name="Served">The order that clients get; null: none.</param>
/// <param name="Orders">How many orders are kept.</param>
internal sealed record CertDocument(
    string Kind,
    string Name,
    string PrivateKey,
    bool Legacy,
    bool Disabled,
    string Description,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    SlotsDocument ApiKeys,
    OrderDocument? Served,
    int Orders) : IDocument
{
    public static CertDocument Of(CertificateEntry entry, LastDownloads downloads, DateTimeOffset now)
    {
        var item = entry.Item;
        var served = entry.Served(now)?.Order;
        return new CertDocument(
            Commands.Kinds.Word(item.Kind),
            item.Name.Spelling,
            item.PrivateKeyName.Spelling,
            item.Legacy,
            item.Disabled,
            item.Description,
            item.Created,
            item.Updated,
            SlotsDocument.Of(item.ApiKeys, downloads),
            served is null ? null : OrderDocument.Of(served, served.Id, now),
            entry.Orders.Count);
    }

    public Cell Expiry(DateTimeOffset now) => Served?.Expiry(now)
        ?? (Orders > 0 ? new Cell("nothing to serve", Tone.Bad) : new Cell("no order", Tone.Faint));

    public void Print(Page page) => page.Fields(
    [
        ("certificate", Name),
        ("private key", PrivateKey),
        ("flags", Flags.Cell(Legacy, Disabled)),
        .. Flags.Note(Description),
        .. ServedFields(page.Now),
        ("orders kept", $"{Orders}"),
        .. ApiKeys.Fields(page.Now),
    ]);

    private IEnumerable<(string Name, Cell Value)> ServedFields(DateTimeOffset now) => Served is null
        ? [("serves", Expiry(now))]
        :
        [
            ("serves", $"order {Served.Id}"),
            ("names", Served.Names()),
            ("expires", RelativeTime.Expiry(Served.NotAfter!.Value, now, full: true)),
            ("published", RelativeTime.Full(Served.Published, now)),
            ("serial", Served.Serial),
            ("SHA-256", Served.Fingerprint),
        ];
}
