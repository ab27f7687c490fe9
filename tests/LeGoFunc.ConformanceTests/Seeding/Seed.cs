using System.Collections.Concurrent;
using System.Security.Cryptography;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Publishing;
using LeGoFunc.Testing;

namespace LeGoFunc.ConformanceTests.Seeding;

/// <summary>Makes items for tests under names that no other run has, and removes them at the end.</summary>
internal sealed class Seed(StoreSet stores)
{
    private readonly string run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private readonly ConcurrentBag<(ItemKind Kind, ItemName Name)> made = [];
    private readonly ConcurrentQueue<string> apiKeys = [];
    private int count;

    /// <summary>The stores, for what the contract knows and publishing refuses.</summary>
    public StoreSet Stores { get; } = stores;

    /// <summary>Every API key that was ever given to an item.</summary>
    public IEnumerable<string> ApiKeys => apiKeys;

    /// <summary>A name, in mixed case.</summary>
    public ItemName NewName(string what) => ItemName.Parse($"Conf-{run}-{what}-{Interlocked.Increment(ref count)}");

    /// <summary>A certificate and its private key.</summary>
    public async Task<SeededCertificate> CertificateAsync(string what, CertificateSpec? wanted = null)
    {
        var spec = wanted ?? new CertificateSpec();
        var name = spec.Name is { } text ? ItemName.Parse(text) : NewName(what);
        var issued = spec.Issued ?? TestPki.Shared.Issue("www.example.com");
        var key = await PrivateKeyAsync(what, spec.KeyPem ?? issued.KeyPem, spec.KeyApiKey, spec.KeyLegacy, spec.BothSlots);
        made.Add((ItemKind.Certificate, name));
        var apiKey = await Stores.Certificates.AddAsync(name, key.Name, spec.ApiKey, spec.Legacy, CancellationToken.None);
        var certificate = new SeededCertificate(
            name, Remember(apiKey.ApiKey ?? spec.ApiKey!), spec.BothSlots ? await StageAsync(ItemKind.Certificate, name) : "", key, issued);
        return spec.Published ? await PublishAsync(certificate, issued, spec.Chain) : certificate;
    }

    /// <summary>A private key.</summary>
    public async Task<SeededKey> PrivateKeyAsync(
        string what, byte[]? pem = null, string? apiKey = null, bool legacy = false, bool bothSlots = false)
    {
        var name = NewName($"{what}.key");
        var bytes = pem ?? TestKey.Of(TestKeyAlgorithm.EcdsaP256).Pkcs8Pem;
        made.Add((ItemKind.PrivateKey, name));
        var issued = await Stores.PrivateKeys.AddAsync(name, bytes, apiKey, legacy, CancellationToken.None);
        return new SeededKey(
            name, Remember(issued.ApiKey ?? apiKey!), bothSlots ? await StageAsync(ItemKind.PrivateKey, name) : "", bytes);
    }

    /// <summary>Publishes a certificate, with its key when that is not the one that is there.</summary>
    public async Task<SeededCertificate> PublishAsync(SeededCertificate certificate, IssuedCertificate issued, byte[]? chain = null)
    {
        var isSame = issued.Key == certificate.Issued?.Key;
        var result = await Stores.Publisher.PublishAsync(
            new PublishRequest(certificate.Name, chain ?? issued.ChainPem)
            {
                KeyName = certificate.Key.Name,
                KeyPem = isSame ? certificate.Key.Pem : issued.KeyPem,
            },
            CancellationToken.None);
        return certificate with
        {
            Issued = issued,
            Chain = chain ?? issued.ChainPem,
            Key = isSame ? certificate.Key : certificate.Key with { Pem = issued.KeyPem },
            Order = result.Order,
        };
    }

    /// <summary>Puts an API key into the new slot.</summary>
    public async Task<string> StageAsync(ItemKind kind, ItemName name)
    {
        var issued = await Stores.ApiKeys.IssueAsync(kind, name, chosen: null, CancellationToken.None);
        await ChangeAsync(kind, name, item => ApiKeyRotation.Stage(item, issued.Slot));
        return Remember(issued.ApiKey!);
    }

    /// <summary>Changes an item as an operator would.</summary>
    public Task ChangeAsync(ItemKind kind, ItemName name, Func<Item, Item> change) =>
        Stores.Writer.ChangeAsync(kind, name, change, CancellationToken.None);

    /// <summary>Changes a certificate as an operator would.</summary>
    public Task ChangeAsync(SeededCertificate certificate, Func<Item, Item> change) =>
        ChangeAsync(ItemKind.Certificate, certificate.Name, change);

    /// <summary>Changes a private key as an operator would.</summary>
    public Task ChangeAsync(SeededKey key, Func<Item, Item> change) => ChangeAsync(ItemKind.PrivateKey, key.Name, change);

    /// <summary>Removes all that was made.</summary>
    public Task RemoveAllAsync() => Removal.RemoveAsync(Stores, made);

    private string Remember(string apiKey)
    {
        apiKeys.Enqueue(apiKey);
        return apiKey;
    }
}
