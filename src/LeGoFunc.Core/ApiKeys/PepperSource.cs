using LeGoFunc.Stores;
using LeGoFunc.Vault;

namespace LeGoFunc.ApiKeys;

/// <summary>
/// Reads peppers from the vault, each version once in a process's life. Safe for use by several threads.
/// </summary>
public sealed class PepperSource(ISecretReader vault) : IDisposable
{
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly HashSet<string> missing = new(StringComparer.Ordinal);
    private PepperSet? known;

    /// <summary>The current pepper and every one that <paramref name="slots"/> name.</summary>
    /// <exception cref="StoreException">The vault is away or refuses, or was never initialised.</exception>
    public ValueTask<PepperSet> GetAsync(ReadOnlySpan<ApiKeySlots> slots, CancellationToken cancellationToken)
    {
        var set = Volatile.Read(ref known);
        List<string>? wanted = null;
        foreach (var pair in slots)
        {
            Want(pair.Current);
            Want(pair.New);
        }

        return set is not null && wanted is null ? ValueTask.FromResult(set) : LoadAsync(wanted ?? [], cancellationToken);

        void Want(ApiKeySlot? slot)
        {
            if (ApiKeyHash.TryParse(slot?.Hash, out var hash) && set?.Find(hash.PepperVersion) is null)
            {
                (wanted ??= []).Add(hash.PepperVersion);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => loading.Dispose();

    private async ValueTask<PepperSet> LoadAsync(List<string> wanted, CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            var set = known ?? new PepperSet(await CurrentAsync(cancellationToken), []);
            foreach (var version in wanted)
            {
                if (set.Find(version) is null && !missing.Contains(version))
                {
                    if (await ReadAsync(version, cancellationToken) is { } pepper)
                    {
                        set = set with { Older = [.. set.Older, pepper] };
                    }
                    else
                    {
                        missing.Add(version);
                    }
                }
            }

            Volatile.Write(ref known, set);
            return set;
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<Pepper> CurrentAsync(CancellationToken cancellationToken) =>
        await ReadAsync(version: null, cancellationToken)
        ?? throw new StoreException(
            StoreFailure.Unavailable, $"the vault has no secret '{Pepper.SecretName}': run 'legofunc init'", retryAfter: null, inner: null);

    private async Task<Pepper?> ReadAsync(string? version, CancellationToken cancellationToken) =>
        await vault.GetAsync(Pepper.SecretName, version, cancellationToken) is { } secret
            ? Pepper.Parse(secret.Version, secret.Value.Span)
            : null;
}
