using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure.Core;
using Azure.Data.Tables;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Stores;
using LeGoFunc.Vault;

namespace LeGoFunc.Setup;

/// <summary>What one check found.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="IsGood">Whether it is as it has to be.</param>
/// <param name="Detail">What was found; never a secret.</param>
public sealed record Finding(string Subject, bool IsGood, string Detail);

/// <summary>
/// Looks at everything that downloads rely on and changes nothing: the sign-in, the tables, the peppers, and every
/// secret version that the catalog names for what may be served.
/// </summary>
public sealed class Doctor(
    TableServiceClient service, CatalogLister lister, KeyVaultSecrets vault, TokenCredential credential, TimeProvider time)
{
    private const string StorageScope = "https://storage.azure.com/.default";
    private const int AtOnce = 8;

    /// <summary>Makes the checks one after the other. A store's failure is a finding; it is not thrown.</summary>
    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await CheckAsync(
            "sign-in",
            () => StoreCall.Async(StoreCall.Tables, () => SignInAsync(cancellationToken), cancellationToken));

        var readable = true;
        foreach (var table in TableNames.All)
        {
            var finding = await CheckAsync($"table {table}", () => TouchAsync(table, cancellationToken));
            readable &= finding.IsGood;
            yield return finding;
        }

        using var peppers = new PepperSource(vault);
        var pepper = await CheckAsync("pepper", async () => $"version {(await peppers.GetAsync([], cancellationToken)).Current.Version}");
        yield return pepper;
        if (!readable || !pepper.IsGood)
        {
            yield break;
        }

        var items = new List<Item>();
        var pins = new List<Pin>();
        var catalog = await CheckAsync("catalog", () => ReadCatalogAsync(items, pins, cancellationToken));
        yield return catalog;
        if (!catalog.IsGood)
        {
            yield break;
        }

        var bad = new ConcurrentBag<Finding>();
        yield return await CheckAsync("API keys", () => CheckApiKeysAsync(peppers, items, bad, cancellationToken));
        yield return await CheckAsync("secrets", () => CheckSecretsAsync(pins, bad, cancellationToken));
        foreach (var finding in bad.OrderBy(finding => finding.Subject, StringComparer.Ordinal))
        {
            yield return finding;
        }
    }

    private static async Task<Finding> CheckAsync(string subject, Func<Task<string>> check)
    {
        try
        {
            return new Finding(subject, true, await check());
        }
        catch (Exception e) when (e is LeGoFuncException or InvalidDataException or Azure.RequestFailedException)
        {
            return new Finding(subject, false, e.Message.Split('\n', 2)[0].Trim());
        }
    }

    private async Task<string> SignInAsync(CancellationToken cancellationToken)
    {
        await credential.GetTokenAsync(new TokenRequestContext([StorageScope]), cancellationToken);
        return credential.GetType().Name;
    }

    private async Task<string> TouchAsync(string table, CancellationToken cancellationToken)
    {
        await foreach (var _ in StoreCall.Rows(service.GetTableClient(table), filter: null, cancellationToken))
        {
            break;
        }

        return "readable";
    }

    private async Task<string> ReadCatalogAsync(List<Item> items, List<Pin> pins, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await foreach (var key in lister.PrivateKeysAsync(cancellationToken))
        {
            items.Add(key);
            pins.Add(new Pin($"private key '{key.Name}'", key.Pem));
        }

        await foreach (var entry in lister.CertificatesAsync(cancellationToken))
        {
            items.Add(entry.Item);
            foreach (var order in entry.Orders.Where(order => order.IsServable(now)))
            {
                var subject = $"certificate '{entry.Item.Name}', order {order.Id}";
                pins.Add(new Pin(subject, order.Chain!));
                if (order.FinalizedKey is { } key)
                {
                    pins.Add(new Pin(subject, key.Pem));
                }
            }
        }

        var privateKeys = items.Count(item => item.Kind == ItemKind.PrivateKey);
        return $"{privateKeys} private keys, {items.Count - privateKeys} certificates";
    }

    private static async Task<string> CheckApiKeysAsync(
        PepperSource peppers, List<Item> items, ConcurrentBag<Finding> bad, CancellationToken cancellationToken)
    {
        var known = await peppers.GetAsync(items.Select(item => item.ApiKeys).ToArray(), cancellationToken);
        var slots = 0;
        foreach (var item in items)
        {
            foreach (var slot in new[] { item.ApiKeys.Current, item.ApiKeys.New }.OfType<ApiKeySlot>())
            {
                slots++;
                if (!ApiKeyHash.TryParse(slot.Hash, out var hash))
                {
                    bad.Add(new Finding(Describe(item), false, "the hash of an API key is damaged: set another one"));
                }
                else if (known.Find(hash.PepperVersion) is null)
                {
                    bad.Add(new Finding(Describe(item), false, "the pepper of an API key is gone: set another one"));
                }
            }
        }

        return $"{slots} looked at";
    }

    private async Task<string> CheckSecretsAsync(List<Pin> pins, ConcurrentBag<Finding> bad, CancellationToken cancellationToken)
    {
        // Orders share the versions of their key: each is read once.
        var versions = pins.GroupBy(pin => pin.Secret).ToList();
        await Parallel.ForEachAsync(
            versions,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (version, token) =>
            {
                if (await ProblemAsync(version.Key, token) is { } problem)
                {
                    foreach (var pin in version)
                    {
                        bad.Add(new Finding(pin.Subject, false, problem));
                    }
                }
            });
        return $"{versions.Count} versions looked at";
    }

    private async Task<string?> ProblemAsync(SecretReference pinned, CancellationToken cancellationToken)
    {
        var secret = await vault.GetAsync(pinned.Name, pinned.Version, cancellationToken);
        return secret is null ? $"secret '{pinned.Name}', version {pinned.Version}, is missing or disabled: recover or enable it in the vault"
            : Convert.ToHexStringLower(SHA256.HashData(secret.Value.Span)) != pinned.Sha256
                ? $"secret '{pinned.Name}', version {pinned.Version}, is not what the catalog says: publish a renewed certificate"
                : null;
    }

    private static string Describe(Item item) => $"{CatalogWriter.Describe(item.Kind)} '{item.Name}'";

    private sealed record Pin(string Subject, SecretReference Secret);
}
