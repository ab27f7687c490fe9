using LeGoFunc.Catalog;

namespace LeGoFunc.Cli.Output.Documents;

/// <summary>An order.</summary>
/// <param name="Id">Its number within the certificate.</param>
/// <param name="State"><c>served</c>, <c>superseded</c> (servable, with a newer one before it), <c>revoked</c>,
/// <c>expired</c> or <c>invalid</c>.</param>
/// <param name="NotBefore">The leaf's start of validity; null when nothing was issued.</param>
/// <param name="NotAfter">The leaf's end of validity; null when nothing was issued.</param>
/// <param name="Created">When the order was made.</param>
/// <param name="Published">When it came here.</param>
/// <param name="Revoked">When it was revoked; null: it was not.</param>
/// <param name="PrivateKey">The private key's name; null when it is not known.</param>
/// <param name="Fingerprint">SHA-256 of the leaf.</param>
/// <param name="Serial">The leaf's serial number.</param>
/// <param name="SubjectNames">The names that the leaf is for.</param>
internal sealed record OrderDocument(
    long Id,
    string State,
    DateTimeOffset? NotBefore,
    DateTimeOffset? NotAfter,
    DateTimeOffset Created,
    DateTimeOffset Published,
    DateTimeOffset? Revoked,
    string? PrivateKey,
    string Fingerprint,
    string Serial,
    IReadOnlyList<string> SubjectNames)
{
    public const string Served = "served";

    public static OrderDocument Of(Order order, long? served, DateTimeOffset now) => new(
        order.Id,
        order.Id == served ? Served
            : order.Revoked is not null ? "revoked"
            : order.Status != Order.Valid || order.Chain is null ? "invalid"
            : order.IsServable(now) ? "superseded"
            : "expired",
        order.Chain is null ? null : order.NotBefore,
        order.Chain is null ? null : order.NotAfter,
        order.Created,
        order.Published,
        order.Revoked,
        order.FinalizedKey?.Name.Spelling,
        order.LeafFingerprint,
        order.Serial,
        order.SubjectNames);

    public Cell Expiry(DateTimeOffset now) => NotAfter is { } end ? RelativeTime.Expiry(end, now) : new Cell("-", Tone.Faint);

    public Cell StateCell() => new(State, State switch
    {
        Served => Tone.Good,
        "superseded" => Tone.Normal,
        _ => Tone.Faint,
    });

    public string Names() => string.Join(", ", SubjectNames);
}
