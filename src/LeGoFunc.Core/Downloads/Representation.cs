using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using LeGoFunc.Catalog;

namespace LeGoFunc.Downloads;

/// <summary>
/// What can be said of a download from the catalog alone, so that a client that has it already costs no vault call.
/// </summary>
/// <param name="ETag">A strong entity tag with its quotes: the same bytes have the same one. For PKCS#12, which is
/// salted, the same secrets, options and password have.</param>
/// <param name="LastModified">When what is served was published, in whole seconds.</param>
/// <param name="ContentType">The media type.</param>
public sealed record Representation(string ETag, DateTimeOffset LastModified, string ContentType)
{
    private const string PemType = "application/x-pem-file";
    private const string PfxType = "application/x-pkcs12";

    /// <summary>Describes what <paramref name="grant"/> gives.</summary>
    public static Representation Of(Grant grant) =>
        new(ETagOf(grant), LastModifiedOf(grant), grant.Contents.IsPfx() ? PfxType : PemType);

    private static string ETagOf(Grant grant)
    {
        var order = grant.Served?.Order;
        var key = grant.Key;
        string bytes = grant.Contents switch
        {
            Contents.PrivateKey => $"key {key!.Sha256}",
            Contents.Chain => $"chain {order!.Chain!.Sha256}",
            Contents.Issuers => $"chain {order!.IssuersSha256}",
            Contents.KeyAndLeaf => $"key {key!.Sha256} leaf {order!.LeafFingerprint}",
            Contents.KeyAndChain => $"key {key!.Sha256} chain {order!.Chain!.Sha256}",
            _ => Pfx(grant.Contents, key!, order!.Chain!, grant.Used),
        };
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(bytes));
        return $"\"{Base64Url.EncodeToString(hash.AsSpan(0, 18))}\"";
    }

    // The password decides which file a client can open, so the API key that was shown is part of it.
    private static string Pfx(Contents contents, SecretReference key, SecretReference chain, IReadOnlyList<UsedApiKey> used) =>
        $"{contents} key {key.Version} {key.Sha256} chain {chain.Version} {chain.Sha256} password {used[^1].Hash}";

    private static DateTimeOffset LastModifiedOf(Grant grant)
    {
        var time = grant.Served?.Since ?? ((PrivateKeyItem)grant.Item).Published;
        return new DateTimeOffset(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }
}
