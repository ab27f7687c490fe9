using LeGoFunc.Caching;
using LeGoFunc.Stores;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ZiggyCreatures.Caching.Fusion;

namespace LeGoFunc.Catalog;

/// <summary>
/// Keeps what the tables said for a few seconds: one load at a time for an item, made ahead of need for one in use.
/// While the tables can't be read, the last known state is served for a while; never after they answered that the item
/// is gone or that reading is forbidden. Safe for use by several threads.
/// </summary>
public sealed class CachedCatalog : ICatalogReader, IDisposable
{
    private readonly ICatalogReader tables;
    private readonly CacheOptions options;
    private readonly MemoryCache items;
    private readonly MemoryCache unknown;
    private readonly FusionCache cache;

    /// <summary>Puts a cache in front of <paramref name="tables"/>.</summary>
    public CachedCatalog(ICatalogReader tables, IOptions<CacheOptions> options, ILogger<FusionCache>? logger = null)
    {
        this.tables = tables;
        this.options = options.Value;
        items = new MemoryCache(new MemoryCacheOptions { SizeLimit = this.options.Items });
        unknown = new MemoryCache(new MemoryCacheOptions { SizeLimit = this.options.UnknownNames });

        // The jitter is taken off the time first, so that the promised longest time holds.
        var jitter = this.options.CatalogSeconds * 0.15;
        var lastKnownGood = TimeSpan.FromMinutes(this.options.LastKnownGoodMinutes);
        cache = new FusionCache(
            new FusionCacheOptions
            {
                CacheName = "catalog",
                DefaultEntryOptions = new FusionCacheEntryOptions
                {
                    Duration = TimeSpan.FromSeconds(this.options.CatalogSeconds - jitter),
                    JitterMaxDuration = TimeSpan.FromSeconds(jitter),
                    EagerRefreshThreshold = 0.8f,
                    Size = 1,
                    IsFailSafeEnabled = lastKnownGood > TimeSpan.Zero,
                    FailSafeMaxDuration = lastKnownGood,
                    FailSafeThrottleDuration = TimeSpan.FromSeconds(2),
                    FactorySoftTimeout = TimeSpan.FromSeconds(this.options.SoftTimeoutSeconds),
                    FactoryHardTimeout = TimeSpan.FromSeconds(this.options.HardTimeoutSeconds),
                },
            },
            items,
            logger);
    }

    /// <inheritdoc/>
    public ValueTask<PrivateKeyItem?> FindPrivateKeyAsync(ItemName name, CancellationToken cancellationToken) =>
        FindAsync($"k:{name.Key}", token => tables.FindPrivateKeyAsync(name, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CertificateEntry?> FindCertificateAsync(ItemName name, CancellationToken cancellationToken) =>
        FindAsync($"c:{name.Key}", token => tables.FindCertificateAsync(name, token), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        cache.Dispose();
        items.Dispose();
        unknown.Dispose();
    }

    private async ValueTask<T?> FindAsync<T>(
        string key, Func<CancellationToken, ValueTask<T?>> load, CancellationToken cancellationToken)
        where T : class
    {
        if (unknown.TryGetValue(key, out _))
        {
            return null;
        }

        try
        {
            var answer = await cache.GetOrSetAsync<Answer<T>>(key, (_, token) => LoadAsync(load, token), token: cancellationToken);
            if (answer.Refusal is { } refusal)
            {
                throw new StoreException(refusal.Failure, refusal.Message, refusal.RetryAfter, refusal);
            }

            if (answer.Value is null)
            {
                // Kept apart, so that invented names can't drive real items out.
                using (var entry = unknown.CreateEntry(key))
                {
                    entry.Size = 1;
                    entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(options.UnknownNameSeconds);
                }

                await cache.RemoveAsync(key, token: cancellationToken);
            }

            return answer.Value;
        }
        catch (SyntheticTimeoutException e)
        {
            throw new StoreException(StoreFailure.Unavailable, "Table Storage did not answer in time", retryAfter: null, e);
        }
    }

    private static async Task<Answer<T>> LoadAsync<T>(Func<CancellationToken, ValueTask<T?>> load, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return new Answer<T>(await load(cancellationToken), Refusal: null);
        }
        catch (StoreException e) when (e.Failure == StoreFailure.Refused)
        {
            // An answer, not a failure: it must replace the last known state.
            return new Answer<T>(Value: null, e);
        }
    }

    private sealed record Answer<T>(T? Value, StoreException? Refusal);
}
