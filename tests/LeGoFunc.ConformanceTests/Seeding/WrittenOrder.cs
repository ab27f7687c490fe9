using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LeGoFunc.Catalog;
using LeGoFunc.Testing;
using LeGoFunc.Vault;

namespace LeGoFunc.ConformanceTests.Seeding;

/// <summary>Writes orders straight into the catalog: those that an import can bring and publishing refuses.</summary>
internal static class WrittenOrder
{
    /// <summary>
    /// Adds an order for <paramref name="issued"/>, created now unless <paramref name="shape"/> says otherwise. The
    /// private key item keeps what it holds.
    /// </summary>
    public static async Task<Order> WriteOrderAsync(
        this Seed seed, SeededCertificate certificate, IssuedCertificate issued, Func<Order, Order>? shape = null)
    {
        var stores = seed.Stores;
        var now = TimeProvider.System.GetUtcNow();
        var entry = await stores.Reader.FindCertificateAsync(certificate.Name, CancellationToken.None);
        var item = entry!.Item with { LastOrderId = entry.Item.LastOrderId + 1 };
        using var leaf = X509CertificateLoader.LoadCertificate(issued.Der);
        var order = new Order
        {
            Id = item.LastOrderId,
            Status = Order.Valid,
            NotBefore = new DateTimeOffset(leaf.NotBefore),
            NotAfter = new DateTimeOffset(leaf.NotAfter),
            Created = now,
            Published = now,
            Chain = await PutAsync(stores, ItemKind.Certificate, certificate.Name, issued.ChainPem),
            IssuersSha256 = issued.Issuers.Count == 0 ? "" : Hash(issued.IssuersPem),
            FinalizedKey = new FinalizedKey(
                certificate.Key.Name, await PutAsync(stores, ItemKind.PrivateKey, certificate.Key.Name, issued.KeyPem)),
            LeafFingerprint = Hash(issued.Der),
            Serial = Convert.ToHexStringLower(leaf.SerialNumberBytes.Span),
        };
        var shaped = shape is null ? order : shape(order);
        await stores.Writer.AddOrderAsync(item, shaped, CancellationToken.None);
        return shaped;
    }

    private static async Task<SecretReference> PutAsync(StoreSet stores, ItemKind kind, ItemName name, byte[] pem)
    {
        var secret = new NewSecret(SecretNames.For(kind, name), pem, "application/x-pem-file", new Dictionary<string, string>());
        return new SecretReference(secret.Name, await stores.Vault.PutAsync(secret, CancellationToken.None), Hash(pem));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
