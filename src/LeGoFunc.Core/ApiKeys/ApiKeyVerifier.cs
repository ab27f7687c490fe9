using System.Security.Cryptography;
using LeGoFunc.Catalog;

namespace LeGoFunc.ApiKeys;

/// <summary>
/// Compares a presented API key with an item's. Both slots are always hashed for and compared, in constant time; a
/// slot that is empty or expired, and an item that does not exist, are compared with a decoy, so that neither the
/// answer's time nor its form tells them apart.
/// </summary>
public static class ApiKeyVerifier
{
    private static readonly byte[] DecoyDigest = RandomNumberGenerator.GetBytes(ApiKeyHash.Size);

    /// <summary>The slot whose key was presented, or null when none was.</summary>
    /// <param name="kind">The item's kind.</param>
    /// <param name="name">The name that was asked for; it is part of what is hashed.</param>
    /// <param name="slots">The item's API keys; <see cref="ApiKeySlots.None"/> when it does not exist.</param>
    /// <param name="presented">What the caller presented; empty is never right.</param>
    /// <param name="peppers">The peppers in use.</param>
    /// <param name="now">The time against which expiry is judged.</param>
    public static SlotName? Match(
        ItemKind kind, ItemName name, ApiKeySlots slots, ReadOnlySpan<char> presented, PepperSet peppers, DateTimeOffset now)
    {
        var current = Matches(kind, name, slots.Current, presented, peppers, now);
        var next = Matches(kind, name, slots.New, presented, peppers, now);
        return current ? SlotName.Current : next ? SlotName.New : null;
    }

    private static bool Matches(
        ItemKind kind, ItemName name, ApiKeySlot? slot, ReadOnlySpan<char> presented, PepperSet peppers, DateTimeOffset now)
    {
        // No short circuits here: every branch hashes once and compares once.
        var stored = ApiKeyHash.TryParse(slot?.Hash, out var hash) ? hash : null;
        var pepper = peppers.Find(stored?.PepperVersion);
        var live = stored is not null & pepper is not null & (slot?.IsLive(now) ?? false);

        Span<byte> digest = stackalloc byte[ApiKeyHash.Size];
        var usable = ApiKeyHash.TryCompute(pepper ?? peppers.Current, kind, name, presented, digest);
        var equal = CryptographicOperations.FixedTimeEquals(digest, live ? stored!.Digest.Span : DecoyDigest);
        return usable & live & equal;
    }
}
