using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;

namespace LeGoFunc.Downloads;

/// <summary>
/// Finds what is asked for and judges the API key. One answer, null, covers an unknown name, a wrong or expired key,
/// a disabled item and a key in a URL that may not be there; the same work is done for each.
/// </summary>
public sealed class Authorizer(ICatalogReader catalog, PepperSource peppers, TimeProvider time)
{
    /// <summary>Judges a request.</summary>
    /// <param name="contents">What is asked for.</param>
    /// <param name="name">A private key's name for <see cref="Contents.PrivateKey"/>, else a certificate's.</param>
    /// <param name="presented">What the caller presented as API key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What may be downloaded, or null when nothing may.</returns>
    /// <exception cref="Stores.StoreException">A store is away and nothing usable is in memory.</exception>
    public Task<Grant?> AuthorizeAsync(
        Contents contents, ItemName name, PresentedApiKey presented, CancellationToken cancellationToken) => contents switch
        {
            Contents.PrivateKey => PrivateKeyAsync(name, presented, cancellationToken),
            Contents.Chain or Contents.Issuers => CertificateAsync(contents, name, presented, cancellationToken),
            _ => CombinedAsync(contents, name, presented, cancellationToken),
        };

    private async Task<Grant?> PrivateKeyAsync(ItemName name, PresentedApiKey presented, CancellationToken cancellationToken)
    {
        var key = await catalog.FindPrivateKeyAsync(name, cancellationToken);
        var slot = await MatchAsync(ItemKind.PrivateKey, name, key, presented, cancellationToken);
        return slot is not null & IsOpen(key, presented)
            ? new Grant(Contents.PrivateKey, key!) { Key = key!.Pem, Used = [Used(key, slot!.Value)] }
            : null;
    }

    private async Task<Grant?> CertificateAsync(
        Contents contents, ItemName name, PresentedApiKey presented, CancellationToken cancellationToken)
    {
        var entry = await catalog.FindCertificateAsync(name, cancellationToken);
        var slot = await MatchAsync(ItemKind.Certificate, name, entry?.Item, presented, cancellationToken);
        return slot is not null & IsOpen(entry?.Item, presented)
            ? new Grant(contents, entry!.Item) { Served = entry.Served(time.GetUtcNow()), Used = [Used(entry.Item, slot!.Value)] }
            : null;
    }

    private async Task<Grant?> CombinedAsync(
        Contents contents, ItemName name, PresentedApiKey presented, CancellationToken cancellationToken)
    {
        // The key to show is the one that the served order was finalized with, whatever the certificate names now.
        // An unknown certificate leads to the key of its own name: a look-up all the same.
        var now = time.GetUtcNow();
        var entry = await catalog.FindCertificateAsync(name, cancellationToken);
        var served = entry?.Served(now);
        var keyName = served?.Order.FinalizedKey?.Name ?? entry?.Item.PrivateKeyName ?? name;
        var key = await catalog.FindPrivateKeyAsync(keyName, cancellationToken);

        var certificateSlots = entry?.Item.ApiKeys ?? ApiKeySlots.None;
        var keySlots = key?.ApiKeys ?? ApiKeySlots.None;
        var set = await peppers.GetAsync([certificateSlots, keySlots], cancellationToken);

        var whole = MatchBoth(presented.Whole);
        var first = presented.FirstSegment is { } segment ? MatchBoth(segment) : default;
        var match = whole.IsMatch ? whole : first;
        if (!(match.IsMatch & IsOpen(entry?.Item, presented) & IsOpen(key, presented)))
        {
            return null;
        }

        return new Grant(contents, entry!.Item)
        {
            Served = served,
            Key = served?.Order.FinalizedKey?.Pem,
            Used = [Used(entry.Item, match.Certificate!.Value), Used(key!, match.Key!.Value)],
            PfxPassword = contents.IsPfx() ? match.Password : null,
        };

        Match MatchBoth(string candidate)
        {
            var halves = CombinedApiKey.Split(candidate);
            return new Match(
                ApiKeyVerifier.Match(ItemKind.Certificate, name, certificateSlots, halves.Certificate, set, now),
                ApiKeyVerifier.Match(ItemKind.PrivateKey, keyName, keySlots, halves.PrivateKey, set, now),
                contents.IsPfx() ? halves.PrivateKey.ToString() : null);
        }
    }

    private async ValueTask<SlotName?> MatchAsync(
        ItemKind kind, ItemName name, Item? item, PresentedApiKey presented, CancellationToken cancellationToken)
    {
        var slots = item?.ApiKeys ?? ApiKeySlots.None;
        var set = await peppers.GetAsync([slots], cancellationToken);
        var now = time.GetUtcNow();
        var whole = ApiKeyVerifier.Match(kind, name, slots, presented.Whole, set, now);
        var first = presented.FirstSegment is { } segment ? ApiKeyVerifier.Match(kind, name, slots, segment, set, now) : null;
        return whole ?? first;
    }

    private static bool IsOpen(Item? item, PresentedApiKey presented) =>
        item is { Disabled: false } && (item.Legacy || !presented.InUrl);

    private static UsedApiKey Used(Item item, SlotName slot) => new(item.Kind, item.Name, slot, item.ApiKeys[slot]!.Hash);

    private readonly record struct Match(SlotName? Certificate, SlotName? Key, string? Password)
    {
        public bool IsMatch => Certificate is not null & Key is not null;
    }
}
