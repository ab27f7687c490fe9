using Azure;

namespace LeGoFunc.Catalog;

/// <summary>One issued certificate chain of a certificate, and the private key it was finalized with.</summary>
public sealed record Order
{
    /// <summary>The status of an order that may be served.</summary>
    public const string Valid = "valid";

    /// <summary>The number of the order, unique within its certificate and rising.</summary>
    public required long Id { get; init; }

    /// <summary>The ACME status; only <see cref="Valid"/> is ever served.</summary>
    public required string Status { get; init; }

    /// <summary>When the order was revoked; null: it was not.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>The leaf's start of validity. It does not decide what is served.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>The leaf's end of validity.</summary>
    public DateTimeOffset NotAfter { get; init; }

    /// <summary>When the order was created; the last one created is served.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the order came here.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>The chain as it was published, leaf first; null for an order that was never issued.</summary>
    public SecretReference? Chain { get; init; }

    /// <summary>SHA-256 of the chain without its leaf, 64 lower-case hexadecimal digits; empty when there is no more than the leaf.</summary>
    public string IssuersSha256 { get; init; } = "";

    /// <summary>The private key of the leaf; null when it is not known any more.</summary>
    public FinalizedKey? FinalizedKey { get; init; }

    /// <summary>SHA-256 of the leaf's DER, 64 lower-case hexadecimal digits.</summary>
    public string LeafFingerprint { get; init; } = "";

    /// <summary>The leaf's serial number in hexadecimal.</summary>
    public string Serial { get; init; } = "";

    /// <summary>The names that the leaf is for.</summary>
    public IReadOnlyList<string> SubjectNames { get; init; } = [];

    /// <summary>The row's version, for writers.</summary>
    public ETag ETag { get; init; }

    /// <summary>Whether the order may be served at <paramref name="now"/>. <see cref="NotBefore"/> is not looked at.</summary>
    public bool IsServable(DateTimeOffset now) =>
        Status == Valid && Revoked is null && NotAfter > now && Chain is not null;
}

/// <summary>The private key with which an order was finalized: its item, and the exact secret version.</summary>
public sealed record FinalizedKey(ItemName Name, SecretReference Pem);
