using Azure;
using LeGoFunc.ApiKeys;

namespace LeGoFunc.Catalog;

/// <summary>What is common to private keys and certificates.</summary>
/// <param name="Kind">Which of the two it is.</param>
/// <param name="Name">The item's name in its stored spelling.</param>
public abstract record Item(ItemKind Kind, ItemName Name)
{
    /// <summary>The hashed API keys.</summary>
    public ApiKeySlots ApiKeys { get; init; } = ApiKeySlots.None;

    /// <summary>Whether the API key may be presented in the URL.</summary>
    public bool Legacy { get; init; }

    /// <summary>Whether nothing of the item may be downloaded.</summary>
    public bool Disabled { get; init; }

    /// <summary>A person's note.</summary>
    public string Description { get; init; } = "";

    /// <summary>When the item was made.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When anything of the item was changed last.</summary>
    public DateTimeOffset Updated { get; init; }

    /// <summary>The row's version, for writers; default for an item that is not stored.</summary>
    public ETag ETag { get; init; }
}

/// <summary>A private key.</summary>
/// <param name="Name">The key's name in its stored spelling.</param>
/// <param name="Algorithm">Such as <c>rsa2048</c> or <c>ecdsap256</c>.</param>
/// <param name="Pem">The secret version that is served.</param>
/// <param name="Published">When that version was published.</param>
public sealed record PrivateKeyItem(ItemName Name, string Algorithm, SecretReference Pem, DateTimeOffset Published)
    : Item(ItemKind.PrivateKey, Name);

/// <summary>A certificate: the item under which orders are published.</summary>
/// <param name="Name">The certificate's name in its stored spelling.</param>
/// <param name="PrivateKeyName">The private key with which new orders are finalized.</param>
/// <param name="LastOrderId">The highest order id that was given away; 0 before the first order.</param>
public sealed record CertificateItem(ItemName Name, ItemName PrivateKeyName, long LastOrderId)
    : Item(ItemKind.Certificate, Name);
