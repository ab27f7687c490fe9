using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Vault;

namespace LeGoFunc.Publishing;

/// <summary>
/// Publishes issued certificates. Everything is checked first; then the secrets are written; then one transaction
/// makes the order and its certificate visible, whole. What is cut off in between leaves an unreferenced secret version
/// and nothing else, and the same call again finishes the work.
/// </summary>
public sealed class Publisher(
    CatalogWriter catalog, TableCatalog reader, KeyVaultSecrets vault, ApiKeyIssuer apiKeys, TimeProvider time)
{
    private readonly MaterialStore store = new(vault);
    private readonly PublishedKey publishedKey = new(catalog, reader, time);

    /// <summary>Publishes a chain, and its private key when it is new.</summary>
    /// <exception cref="InvalidInputException">The material is not fit to be served; nothing was changed.</exception>
    /// <exception cref="NoSuchItemException">An item is missing and was not to be made.</exception>
    /// <exception cref="ConflictException">The same material was published and revoked, or others keep publishing.</exception>
    /// <exception cref="Stores.StoreException">A store is away or refuses.</exception>
    public async Task<PublishResult> PublishAsync(PublishRequest request, CancellationToken cancellationToken)
    {
        var name = request.Certificate;
        var chain = CheckedChain.Check(name, request.Chain, time.GetUtcNow());
        var entry = await reader.FindCertificateAsync(name, cancellationToken);
        if (entry is null && !request.Create)
        {
            throw new NoSuchItemException($"there is no certificate '{name}': add it, or publish with --create");
        }

        var plan = await PlanKeyAsync(request, entry?.Item, chain, cancellationToken);
        var issued = new List<IssuedApiKey>();
        var chainSecret = await store.PutAsync(name, chain, cancellationToken);
        var keySecret = plan.Material is { } key ? await store.PutAsync(plan.Name, key, cancellationToken) : plan.Item!.Pem;
        await CreateMissingAsync(request, plan, keySecret, entry is null, issued, cancellationToken);

        var (order, isNew, isServed) = await catalog.RetryAsync(
            () => AddOrderAsync(name, chain, chainSecret, new FinalizedKey(plan.Name, keySecret), cancellationToken), cancellationToken);
        if (isServed && plan.Material is { } material)
        {
            await publishedKey.FollowAsync(name, order, material.Key.Algorithm, cancellationToken);
        }

        return new PublishResult(order, isNew, isServed, chain.Reordered, issued);
    }

    private async Task<KeyPlan> PlanKeyAsync(
        PublishRequest request, CertificateItem? certificate, CheckedChain chain, CancellationToken cancellationToken)
    {
        var name = request.KeyName ?? certificate?.PrivateKeyName ?? request.Certificate;
        var item = await reader.FindPrivateKeyAsync(name, cancellationToken);
        if (item is null && (request.KeyPem is null || !request.Create))
        {
            throw new NoSuchItemException($"there is no private key '{name}': add it, or publish with --key-pem and --create");
        }

        var pem = request.KeyPem
            ?? (await vault.GetAsync(item!.Pem.Name, item.Pem.Version, cancellationToken))?.Value
            ?? throw new ConflictException($"private key '{name}' has lost its secret: publish with --key-pem");
        var key = CheckedKey.Check(name, pem);
        if (!key.Key.Matches(chain.Leaf))
        {
            throw new InvalidInputException(
                $"{request.Certificate}: private key '{name}' does not belong to the certificate: give the one it was requested with by --key-pem");
        }

        var known = item is not null && item.Pem.Sha256 == key.Sha256;
        return new KeyPlan(item?.Name ?? name, item, known ? null : key);
    }

    private async Task CreateMissingAsync(
        PublishRequest request,
        KeyPlan plan,
        SecretReference keySecret,
        bool certificateToo,
        List<IssuedApiKey> issued,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (plan.Item is null)
        {
            var slot = await apiKeys.IssueAsync(ItemKind.PrivateKey, plan.Name, chosen: null, cancellationToken);
            var item = new PrivateKeyItem(plan.Name, plan.Material!.Key.Algorithm, keySecret, now)
            {
                ApiKeys = new ApiKeySlots(slot.Slot, New: null),
                Legacy = request.Legacy,
                Created = now,
                Updated = now,
            };
            await catalog.AddAsync(item, cancellationToken);
            issued.Add(slot);
        }

        if (certificateToo)
        {
            var slot = await apiKeys.IssueAsync(ItemKind.Certificate, request.Certificate, chosen: null, cancellationToken);
            await catalog.AddAsync(
                Certificates.New(request.Certificate, plan.Name, slot.Slot, request.Legacy, now), cancellationToken);
            issued.Add(slot);
        }
    }

    private async Task<(Order Order, bool IsNew, bool IsServed)> AddOrderAsync(
        ItemName name, CheckedChain chain, SecretReference chainSecret, FinalizedKey key, CancellationToken cancellationToken)
    {
        var entry = await reader.FindCertificateAsync(name, cancellationToken)
            ?? throw new ConflictException($"certificate '{name}' was removed meanwhile");
        var now = time.GetUtcNow();
        var served = entry.Served(now)?.Order;
        if (entry.Orders.FirstOrDefault(order => order.Chain?.Sha256 == chain.Sha256) is { } same)
        {
            return same.Revoked is null
                ? (same, false, same.Id == served?.Id)
                : throw new ConflictException($"certificate '{name}': this material is order {same.Id}, which was revoked: publish a new one");
        }

        // A publisher whose clock is behind must not publish into the past.
        var newest = entry.Orders.Count > 0 ? entry.Orders[0].Created.AddTicks(1) : DateTimeOffset.MinValue;
        var facts = chain.Leaf.Facts;
        var order = new Order
        {
            Id = entry.Item.LastOrderId + 1,
            Status = Order.Valid,
            NotBefore = facts.NotBefore,
            NotAfter = facts.NotAfter,
            Created = now > newest ? now : newest,
            Published = now,
            Chain = chainSecret,
            IssuersSha256 = chain.IssuersSha256,
            FinalizedKey = key,
            LeafFingerprint = facts.Fingerprint,
            Serial = facts.SerialNumber,
            SubjectNames = facts.SubjectNames,
        };
        var certificate = entry.Item with { LastOrderId = order.Id, PrivateKeyName = key.Name, Updated = now };
        await catalog.AddOrderAsync(certificate, order, cancellationToken);
        return (order, true, true);
    }

    /// <param name="Name">The private key's name.</param>
    /// <param name="Item">The item, if it exists.</param>
    /// <param name="Material">The key when it is not the one that the item serves.</param>
    private sealed record KeyPlan(ItemName Name, PrivateKeyItem? Item, CheckedKey? Material);
}
