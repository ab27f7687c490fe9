using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;

namespace LeGoFunc.Access;

/// <summary>The last download with one API key of an item.</summary>
/// <param name="Kind">The item's kind.</param>
/// <param name="Item">The item's name.</param>
/// <param name="Slot">The slot of the API key.</param>
/// <param name="Time">When.</param>
/// <param name="ClientAddress">From where, as far as the endpoint can tell; empty when it can't.</param>
/// <param name="OrderId">The order that was served; null for a private key alone.</param>
public sealed record AccessRecord(
    ItemKind Kind, ItemName Item, SlotName Slot, DateTimeOffset Time, string ClientAddress, long? OrderId);
