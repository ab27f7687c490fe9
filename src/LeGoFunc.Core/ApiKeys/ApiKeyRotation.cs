using LeGoFunc.Catalog;

namespace LeGoFunc.ApiKeys;

/// <summary>
/// Moves an item from one API key to the next: stage a new one beside the current one, move the clients, retire the
/// old one. Pure: each takes an item and gives the changed one.
/// </summary>
public static class ApiKeyRotation
{
    /// <summary>Puts a key into the new slot.</summary>
    /// <param name="item">The item.</param>
    /// <param name="key">The new key.</param>
    /// <param name="currentExpires">When the current key ends by itself, unless it does so earlier already; null: as before.</param>
    /// <exception cref="ConflictException">There is a new key already.</exception>
    public static Item Stage(Item item, ApiKeySlot key, DateTimeOffset? currentExpires = null) => item.ApiKeys.New is null
        ? item with { ApiKeys = new ApiKeySlots(Expire(item.ApiKeys.Current, currentExpires), key) }
        : throw new ConflictException($"'{item.Name}' has a new API key already: retire the current one or revoke the new one first");

    /// <summary>Ends the current key; the new one takes its place.</summary>
    /// <exception cref="ConflictException">There is no new one: clients would be locked out.</exception>
    public static Item Retire(Item item) => item.ApiKeys.New is { } next
        ? item with { ApiKeys = new ApiKeySlots(next, New: null) }
        : throw new ConflictException($"'{item.Name}' has no new API key to take over: stage one first");

    /// <summary>Replaces the current key at once.</summary>
    public static Item Set(Item item, ApiKeySlot key) => item with { ApiKeys = item.ApiKeys.With(SlotName.Current, key) };

    /// <summary>Ends the key in a slot at once.</summary>
    /// <exception cref="NoSuchItemException">The slot is empty.</exception>
    public static Item Revoke(Item item, SlotName slot) => item.ApiKeys[slot] is not null
        ? item with { ApiKeys = item.ApiKeys.With(slot, null) }
        : throw new NoSuchItemException($"'{item.Name}' has no {(slot == SlotName.New ? "new" : "current")} API key");

    private static ApiKeySlot? Expire(ApiKeySlot? slot, DateTimeOffset? time) =>
        slot is null || time is null || slot.Expires <= time ? slot : slot with { Expires = time };
}
