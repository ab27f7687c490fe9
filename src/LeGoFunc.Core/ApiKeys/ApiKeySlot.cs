namespace LeGoFunc.ApiKeys;

/// <summary>What is kept of one API key.</summary>
/// <param name="Hash">The <see cref="ApiKeyHash"/> in its text form.</param>
/// <param name="Hint">What a person may see to tell one key from another: nothing that helps to guess it.</param>
/// <param name="Created">When the key was set.</param>
/// <param name="Expires">From when on it no longer matches; null: never.</param>
public sealed record ApiKeySlot(string Hash, string Hint, DateTimeOffset Created, DateTimeOffset? Expires)
{
    /// <summary>Whether the key still counts at <paramref name="now"/>.</summary>
    public bool IsLive(DateTimeOffset now) => Expires is null || Expires > now;
}

/// <summary>The place of an API key on its item.</summary>
public enum SlotName
{
    /// <summary>The key that clients use.</summary>
    Current,

    /// <summary>The key that clients are being moved to.</summary>
    New,
}

/// <summary>The API keys of an item: either one is accepted, so that clients can be moved one by one.</summary>
public sealed record ApiKeySlots(ApiKeySlot? Current, ApiKeySlot? New)
{
    /// <summary>An item without an API key: nothing matches.</summary>
    public static ApiKeySlots None { get; } = new(null, null);

    /// <summary>The key in <paramref name="slot"/>, if there is one.</summary>
    public ApiKeySlot? this[SlotName slot] => slot == SlotName.Current ? Current : New;

    /// <summary>The same keys with another one, or none, in <paramref name="slot"/>.</summary>
    public ApiKeySlots With(SlotName slot, ApiKeySlot? key) =>
        slot == SlotName.Current ? this with { Current = key } : this with { New = key };
}
