using LeGoFunc.Access;
using LeGoFunc.ApiKeys;

namespace LeGoFunc.Cli.Output.Documents;

/// <summary>The API keys of an item.</summary>
internal sealed record SlotsDocument(SlotDocument? Current, SlotDocument? New)
{
    public static SlotsDocument Of(ApiKeySlots slots, LastDownloads downloads) =>
        new(SlotDocument.Of(slots.Current, downloads.Current), SlotDocument.Of(slots.New, downloads.New));

    public IEnumerable<(string Name, Cell Value)> Fields(DateTimeOffset now) =>
    [
        ("current API key", SlotDocument.Describe(Current, now)),
        ("new API key", SlotDocument.Describe(New, now)),
    ];
}

/// <summary>The last downloads with the API keys of an item.</summary>
internal sealed record LastDownloads(AccessRecord? Current, AccessRecord? New)
{
    public static LastDownloads None { get; } = new(null, null);
}

/// <summary>What may be shown of an API key.</summary>
internal sealed record SlotDocument(string Hint, DateTimeOffset Created, DateTimeOffset? Expires, DownloadDocument? LastDownload)
{
    /// <remarks>A record from before the key was made is of the key that was there before it.</remarks>
    public static SlotDocument? Of(ApiKeySlot? slot, AccessRecord? last) => slot is null ? null : new SlotDocument(
        slot.Hint,
        slot.Created,
        slot.Expires,
        last is null || last.Time < slot.Created ? null : new DownloadDocument(last.Time, last.ClientAddress, last.OrderId));

    /// <summary>One line for a page about one item.</summary>
    public static Cell Describe(SlotDocument? slot, DateTimeOffset now)
    {
        if (slot is null)
        {
            return new Cell("none", Tone.Faint);
        }

        var use = slot.LastDownload is { } last ? $"used {RelativeTime.Of(last.Time, now)} from {last.From}" : "unused";
        var end = slot.Expires is not { } expires ? ""
            : expires > now ? $", ends {RelativeTime.Of(expires, now)}"
            : $", ended {RelativeTime.Of(expires, now)}";
        return new Cell($"{slot.Hint}, set {RelativeTime.Of(slot.Created, now)}, {use}{end}", Ended(slot, now) ? Tone.Bad : Tone.Normal);
    }

    /// <summary>A word or two for a table.</summary>
    public static Cell Summary(SlotDocument? slot, DateTimeOffset now) =>
        slot is null ? new Cell("-", Tone.Faint)
        : Ended(slot, now) ? new Cell("expired", Tone.Bad)
        : slot.LastDownload is { } last ? RelativeTime.Of(last.Time, now)
        : new Cell("unused", Tone.Faint);

    private static bool Ended(SlotDocument slot, DateTimeOffset now) => slot.Expires <= now;
}

/// <summary>A download.</summary>
/// <param name="Time">When.</param>
/// <param name="ClientAddress">From where; empty when the endpoint could not tell.</param>
/// <param name="Order">The order that was served; null for a private key alone.</param>
internal sealed record DownloadDocument(DateTimeOffset Time, string ClientAddress, long? Order)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public string From => ClientAddress.Length > 0 ? ClientAddress : "an unknown address";
}
