using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;

namespace LeGoFunc.Publishing;

/// <summary>A certificate that is to be published.</summary>
/// <param name="Certificate">The certificate item's name.</param>
/// <param name="Chain">The chain's PEM, at best leaf first.</param>
public sealed record PublishRequest(ItemName Certificate, ReadOnlyMemory<byte> Chain)
{
    /// <summary>The private key's PEM; null: the one that the private key item holds.</summary>
    public ReadOnlyMemory<byte>? KeyPem { get; init; }

    /// <summary>The private key item; null: the certificate's, or with <see cref="Create"/> one named like it.</summary>
    public ItemName? KeyName { get; init; }

    /// <summary>Whether to make the items that are missing.</summary>
    public bool Create { get; init; }

    /// <summary>Whether items that are made allow the API key in the URL.</summary>
    public bool Legacy { get; init; }

    /// <summary>Does not show the key.</summary>
    public override string ToString() => $"publish {Certificate}";
}

/// <summary>What publishing did.</summary>
/// <param name="Order">The order that holds the material.</param>
/// <param name="IsNew">False when the same material was published before and nothing had to change.</param>
/// <param name="IsServed">Whether this order is the one that clients get.</param>
/// <param name="Reordered">Whether the chain had to be put leaf first.</param>
/// <param name="Issued">API keys of items that were made, to be shown once.</param>
public sealed record PublishResult(
    Order Order, bool IsNew, bool IsServed, bool Reordered, IReadOnlyList<IssuedApiKey> Issued);
