using LeGoFunc.Catalog;
using LeGoFunc.Publishing;

namespace LeGoFunc.Cli.Output.Documents;

/// <summary>What <c>publish</c> did.</summary>
/// <param name="Certificate">The certificate's name.</param>
/// <param name="PrivateKey">The private key's name.</param>
/// <param name="Order">The order that holds the material.</param>
/// <param name="New">False when the same material was there before and nothing had to change.</param>
/// <param name="Reordered">Whether the chain had to be put leaf first.</param>
/// <param name="ApiKeys">The API keys of items that were made; empty when none was.</param>
internal sealed record PublishedDocument(
    string Certificate,
    string PrivateKey,
    OrderDocument Order,
    bool New,
    bool Reordered,
    IReadOnlyList<IssuedKeyDocument> ApiKeys) : IDocument
{
    public static PublishedDocument Of(ItemName certificate, PublishResult result, DateTimeOffset now) => new(
        certificate.Spelling,
        result.Order.FinalizedKey!.Name.Spelling,
        OrderDocument.Of(result.Order, result.IsServed ? result.Order.Id : null, now),
        result.IsNew,
        result.Reordered,
        [.. result.Issued.Select(IssuedKeyDocument.Of)]);

    public void Print(Page page)
    {
        page.Line(New
            ? $"certificate '{Certificate}': order {Order.Id} is published"
            : $"certificate '{Certificate}': order {Order.Id} holds this material already, nothing was changed");
        page.Fields(
        [
            ("names", Order.Names()),
            ("expires", RelativeTime.Expiry(Order.NotAfter!.Value, page.Now, full: true)),
            ("private key", PrivateKey),
        ]);
        foreach (var key in ApiKeys)
        {
            key.Print(page);
        }
    }
}

/// <summary>The orders of a certificate, newest first.</summary>
internal sealed record OrdersDocument(string Certificate, IReadOnlyList<OrderDocument> Orders) : IDocument
{
    public static OrdersDocument Of(CertificateEntry entry, DateTimeOffset now)
    {
        var served = entry.Served(now)?.Order.Id;
        return new OrdersDocument(entry.Item.Name.Spelling, [.. entry.Orders.Select(order => OrderDocument.Of(order, served, now))]);
    }

    public void Print(Page page)
    {
        if (Orders.Count == 0)
        {
            page.Line($"certificate '{Certificate}' has no order");
            return;
        }

        page.Table(
            ["Order", "State", "Expires", "Published", "Private key", "Names"],
            [
                .. Orders.Select(order => new Cell[]
                {
                    $"{order.Id}",
                    order.StateCell(),
                    order.Expiry(page.Now),
                    RelativeTime.Of(order.Published, page.Now),
                    order.PrivateKey ?? "-",
                    order.Names(),
                }),
            ]);
    }
}

/// <summary>What <c>order revoke</c> did.</summary>
/// <param name="Certificate">The certificate's name.</param>
/// <param name="Revoked">The order that is revoked.</param>
/// <param name="Served">The order that clients get from now on; null: none.</param>
internal sealed record RevokedDocument(string Certificate, long Revoked, long? Served) : IDocument
{
    public void Print(Page page) => page.Line(
        $"certificate '{Certificate}': order {Revoked} is revoked, "
        + (Served is null ? "nothing is left to serve" : $"order {Served} is served"));
}

/// <summary>What <c>order prune</c> did.</summary>
internal sealed record PrunedDocument(string Certificate, IReadOnlyList<long> Removed) : IDocument
{
    public void Print(Page page) => page.Line(
        $"certificate '{Certificate}': " + (Removed.Count == 0
            ? "there was nothing to remove"
            : $"removed {(Removed.Count == 1 ? "order" : "orders")} {string.Join(", ", Removed)}"));
}
