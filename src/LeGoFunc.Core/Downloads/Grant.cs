using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;

namespace LeGoFunc.Downloads;

/// <summary>What a caller who has shown the right API key may download.</summary>
/// <param name="Contents">What was asked for.</param>
/// <param name="Item">The item that the route names; its stored spelling goes into the file name.</param>
public sealed record Grant(Contents Contents, Item Item)
{
    /// <summary>The order that is served; null for a private key alone, or when there is none to serve.</summary>
    public ServedOrder? Served { get; init; }

    /// <summary>The private key's version that is served, if a key is asked for and known.</summary>
    public SecretReference? Key { get; init; }

    /// <summary>Which API keys were shown, for the record of last downloads.</summary>
    public required IReadOnlyList<UsedApiKey> Used { get; init; }

    /// <summary>The private key's half of a combined key: the password of a PKCS#12 file.</summary>
    public string? PfxPassword { get; init; }

    /// <summary>Whether there is something to serve.</summary>
    public bool HasMaterial => Contents switch
    {
        Contents.PrivateKey => Key is not null,
        Contents.Chain => Served is not null,
        Contents.Issuers => Served is { Order.IssuersSha256.Length: > 0 },
        _ => Served is not null && Key is not null,
    };

    /// <summary>Does not show the password.</summary>
    public override string ToString() => $"{Contents} of {Item.Name}";
}

/// <summary>An API key that was shown.</summary>
/// <param name="Kind">The kind of its item.</param>
/// <param name="Item">The item's name.</param>
/// <param name="Slot">The slot that it is in.</param>
/// <param name="Hash">Its hash, as stored.</param>
public sealed record UsedApiKey(ItemKind Kind, ItemName Item, SlotName Slot, string Hash);
