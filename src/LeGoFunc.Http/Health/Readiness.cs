using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Stores;
using LeGoFunc.Vault;
using ZiggyCreatures.Caching.Fusion;

namespace LeGoFunc.Http.Health;

/// <summary>
/// Says whether Table Storage and Key Vault answer. The answer is kept for a few seconds and found out by one caller at
/// a time, so that nobody can load the stores by asking.
/// </summary>
internal sealed partial class Readiness(TableCatalog tables, ISecretReader vault, ILogger<Readiness> logger) : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);
    private static readonly ItemName AnyName = ItemName.Parse("ready");

    private readonly FusionCache cache = new(new FusionCacheOptions
    {
        CacheName = "ready",
        DefaultEntryOptions = new FusionCacheEntryOptions { Duration = TimeSpan.FromSeconds(3) },
    });

    public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        cache.GetOrSetAsync("ready", async _ => await CheckAsync(), token: cancellationToken);

    public void Dispose() => cache.Dispose();

    private async Task<bool> CheckAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            // An item that is not there is an answer too.
            var table = tables.FindCertificateAsync(AnyName, deadline.Token).AsTask();
            var pepper = vault.GetAsync(Pepper.SecretName, version: null, deadline.Token);
            await Task.WhenAll(table, pepper);
            if (await pepper is not null)
            {
                return true;
            }

            LogNotReady($"the vault has no secret '{Pepper.SecretName}': run 'legofunc init'");
        }
        catch (StoreException e)
        {
            LogNotReady(e.Message);
        }
        catch (OperationCanceledException)
        {
            LogNotReady("a store did not answer in time");
        }

        return false;
    }

    [LoggerMessage(1101, LogLevel.Warning, "Not ready: {Reason}", EventName = "NotReady")]
    private partial void LogNotReady(string reason);
}
