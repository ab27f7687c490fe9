using System.ComponentModel.DataAnnotations;

namespace LeGoFunc.Caching;

/// <summary>What is kept in memory, and for how long. Bound from the section <c>LeGoFunc:Cache</c>.</summary>
public sealed class CacheOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "LeGoFunc:Cache";

    /// <summary>
    /// The longest time, in seconds, until a change in the tables is seen: a revoked API key or order works no longer.
    /// </summary>
    [Range(1, 300)]
    public double CatalogSeconds { get; set; } = 15;

    /// <summary>How long, in seconds, it is remembered that a name does not exist.</summary>
    [Range(0.1, 60)]
    public double UnknownNameSeconds { get; set; } = 5;

    /// <summary>How many names that do not exist are remembered at most, whatever callers invent.</summary>
    [Range(10, 1_000_000)]
    public int UnknownNames { get; set; } = 10_000;

    /// <summary>How many items are kept at most.</summary>
    [Range(10, 1_000_000)]
    public int Items { get; set; } = 20_000;

    /// <summary>How many MiB of PEM are kept at most.</summary>
    [Range(1, 1024)]
    public int MaterialMegabytes { get; set; } = 64;

    /// <summary>For how many minutes the last known state may be served while the tables can't be read; 0: not at all.</summary>
    [Range(0, 240)]
    public double LastKnownGoodMinutes { get; set; } = 30;

    /// <summary>How long, in seconds, a request that has a last known state waits for a fresh one.</summary>
    [Range(0.1, 30)]
    public double SoftTimeoutSeconds { get; set; } = 1.5;

    /// <summary>How long, in seconds, a request that has nothing to fall back on waits for a store.</summary>
    [Range(1, 60)]
    public double HardTimeoutSeconds { get; set; } = 8;
}
