using System.Security.Cryptography;
using LeGoFunc.Caching;
using LeGoFunc.Catalog;
using LeGoFunc.Stores;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ZiggyCreatures.Caching.Fusion;

namespace LeGoFunc.Vault;

/// <summary>
/// The PEMs by secret version. A version never changes, so it is kept as long as there is room, and not by age.
/// Safe for use by several threads.
/// </summary>
public sealed class Material : IDisposable
{
    private static readonly TimeSpan Forever = TimeSpan.FromDays(365);

    private readonly ISecretReader vault;
    private readonly MemoryCache memory;
    private readonly FusionCache cache;

    /// <summary>Puts a cache in front of <paramref name="vault"/>.</summary>
    public Material(ISecretReader vault, IOptions<CacheOptions> options, ILogger<FusionCache>? logger = null)
    {
        this.vault = vault;
        memory = new MemoryCache(new MemoryCacheOptions { SizeLimit = options.Value.MaterialMegabytes * 1024L * 1024L });
        cache = new FusionCache(
            new FusionCacheOptions
            {
                CacheName = "material",
                DefaultEntryOptions = new FusionCacheEntryOptions
                {
                    Duration = Forever,
                    FactoryHardTimeout = TimeSpan.FromSeconds(options.Value.HardTimeoutSeconds),
                },
            },
            memory,
            logger);
    }

    /// <summary>The bytes of a PEM, exactly as they were published.</summary>
    /// <returns>The bytes, or null when the vault has no such version or it is disabled.</returns>
    /// <exception cref="StoreException">The vault is away, throttles or refuses, and the version is not in memory.</exception>
    /// <exception cref="InvalidDataException">The vault holds other bytes than the catalog says.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> GetAsync(SecretReference secret, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await cache.GetOrSetAsync<byte[]?>(
                $"{secret.Name}/{secret.Version}",
                async (context, token) =>
                {
                    var pem = await LoadAsync(secret, token);
                    context.Options.SetSize(pem?.Length ?? 0).SetSkipMemoryCacheWrite(pem is null);
                    return pem;
                },
                token: cancellationToken);

            // Spelled out: a null array would quietly become empty memory.
            return bytes is null ? default(ReadOnlyMemory<byte>?) : bytes;
        }
        catch (SyntheticTimeoutException e)
        {
            throw new StoreException(StoreFailure.Unavailable, "Key Vault did not answer in time", retryAfter: null, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        cache.Dispose();
        memory.Dispose();
    }

    private async Task<byte[]?> LoadAsync(SecretReference secret, CancellationToken cancellationToken)
    {
        if (await vault.GetAsync(secret.Name, secret.Version, cancellationToken) is not { } stored)
        {
            return null;
        }

        // The catalog's hash becomes the ETag: other bytes under it would stay with clients for ever.
        if (Convert.ToHexStringLower(SHA256.HashData(stored.Value.Span)) != secret.Sha256)
        {
            throw new InvalidDataException($"secret '{secret.Name}', version {secret.Version}, is not what the catalog says");
        }

        return stored.Value.ToArray();
    }
}
