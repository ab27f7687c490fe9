using LeGoFunc.Catalog;
using LeGoFunc.Testing;

namespace LeGoFunc.ConformanceTests.Seeding;

/// <summary>A private key that a test made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ApiKey">The API key in its current slot.</param>
/// <param name="NewApiKey">The API key in its new slot; empty when there is none.</param>
/// <param name="Pem">Its PEM.</param>
internal sealed record SeededKey(ItemName Name, string ApiKey, string NewApiKey, byte[] Pem)
{
    /// <summary>The path that serves it.</summary>
    public string Path(Dialect dialect = Dialect.LeGo) => dialect.Path(Route.PrivateKeys, Name);
}

/// <summary>A certificate that a test made, with its private key.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ApiKey">The API key in its current slot.</param>
/// <param name="NewApiKey">The API key in its new slot; empty when there is none.</param>
/// <param name="Key">Its private key.</param>
/// <param name="Issued">What was published for it; null when nothing was.</param>
internal sealed record SeededCertificate(ItemName Name, string ApiKey, string NewApiKey, SeededKey Key, IssuedCertificate? Issued)
{
    /// <summary>The chain as it was published.</summary>
    public byte[] Chain { get; init; } = Issued?.ChainPem ?? [];

    /// <summary>The order that was published.</summary>
    public Order? Order { get; init; }

    /// <summary>The API key of combined downloads.</summary>
    public string Combined => $"{ApiKey}.{Key.ApiKey}";

    /// <summary>The path of a route for this certificate, or for its private key.</summary>
    public string Path(Route route, Dialect dialect = Dialect.LeGo) => dialect.Path(route, NameFor(route));

    /// <summary>The name that the route asks for.</summary>
    public ItemName NameFor(Route route) => route == Route.PrivateKeys ? Key.Name : Name;

    /// <summary>The API key that the route asks for.</summary>
    public string ApiKeyFor(Route route) => route == Route.PrivateKeys ? Key.ApiKey : route.IsCombined() ? Combined : ApiKey;

    /// <summary>What the route serves; PKCS#12 is salted and not to be foreseen.</summary>
    public byte[] BodyFor(Dialect dialect, Route route) => (dialect, route) switch
    {
        (_, Route.PrivateKeys) => Key.Pem,
        (_, Route.Certificates) => Chain,
        (_, Route.CertRootChains) => Issued!.IssuersPem,
        (Dialect.CertWarden, Route.PrivateCerts) => [.. Key.Pem, (byte)'\n', .. Issued!.LeafPem],
        (_, Route.PrivateCerts or Route.PrivateCertChains) => [.. Key.Pem, (byte)'\n', .. Chain],
        _ => throw new ArgumentOutOfRangeException(nameof(route)),
    };
}

/// <summary>What a test wants of a certificate and its private key.</summary>
internal sealed record CertificateSpec
{
    public bool Legacy { get; init; }

    public bool KeyLegacy { get; init; }

    /// <summary>Whether both items have an API key in their new slot too.</summary>
    public bool BothSlots { get; init; }

    /// <summary>Whether there is an order.</summary>
    public bool Published { get; init; } = true;

    public IssuedCertificate? Issued { get; init; }

    /// <summary>The chain's PEM when it is not the plain one of <see cref="Issued"/>.</summary>
    public byte[]? Chain { get; init; }

    /// <summary>The private key's PEM when it is not the plain PKCS#8 of <see cref="Issued"/>.</summary>
    public byte[]? KeyPem { get; init; }

    public string? ApiKey { get; init; }

    public string? KeyApiKey { get; init; }

    /// <summary>The whole name of the certificate, when it matters.</summary>
    public string? Name { get; init; }
}
