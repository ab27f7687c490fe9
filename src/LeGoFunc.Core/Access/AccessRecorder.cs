using System.Collections.Concurrent;
using System.Threading.Channels;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Downloads;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeGoFunc.Access;

/// <summary>
/// Records downloads without making one wait: in the background, and each API key at most once in
/// <see cref="Interval"/>. What can't be written is dropped; the next download says it again.
/// </summary>
public sealed partial class AccessRecorder(AccessTable table, TimeProvider time, ILogger<AccessRecorder> logger) : BackgroundService
{
    /// <summary>How long one record of an API key stands for the downloads after it.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private const int MaxRemembered = 50_000;

    private readonly Channel<AccessRecord> queue = Channel.CreateBounded<AccessRecord>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly ConcurrentDictionary<(ItemKind Kind, string Item, SlotName Slot), long> recorded = new();

    /// <summary>Notes that <paramref name="grant"/> was used. Never waits and never fails.</summary>
    public void Record(Grant grant, string clientAddress)
    {
        foreach (var used in grant.Used)
        {
            var slot = (used.Kind, used.Item.Key, used.Slot);
            var now = time.GetTimestamp();
            if (recorded.TryGetValue(slot, out var last) && time.GetElapsedTime(last, now) < Interval)
            {
                continue;
            }

            if (recorded.Count >= MaxRemembered)
            {
                recorded.Clear();
            }

            recorded[slot] = now;
            queue.Writer.TryWrite(new AccessRecord(
                used.Kind, used.Item, used.Slot, time.GetUtcNow(), clientAddress, grant.Served?.Order.Id));
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var record in queue.Reader.ReadAllAsync(stoppingToken))
            {
                await WriteAsync(record, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The app stops; what is still queued is dropped.
        }
    }

    private async Task WriteAsync(AccessRecord record, CancellationToken cancellationToken)
    {
        try
        {
            await table.WriteAsync(record, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            recorded.TryRemove((record.Kind, record.Item.Key, record.Slot), out _);
            LogNotRecorded(record.Item.Spelling, e.Message);
        }
    }

    [LoggerMessage(3101, LogLevel.Warning, "The download of {Item} is not recorded: {Reason}", EventName = "AccessNotRecorded")]
    private partial void LogNotRecorded(string item, string reason);
}
