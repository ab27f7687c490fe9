using System.Globalization;
using LeGoFunc.Stores;

namespace LeGoFunc.ConformanceTests.Targets;

/// <summary>Where the endpoint under test is, where its stores are, and what may be expected of its host.</summary>
public sealed record TargetSettings(Uri Endpoint, Uri SecureEndpoint, StoreOptions Stores, TimeSpan CacheTime)
{
    private const double DefaultCacheSeconds = 15;

    /// <summary>Whether the Functions host stands in front: it answers some requests by itself.</summary>
    public bool IsFunctionsHost { get; init; }

    /// <summary>The settings of an endpoint that runs already; null when none is named.</summary>
    public static TargetSettings? FromEnvironment()
    {
        if (Read("LEGOFUNC_TARGET_URL") is not { } url)
        {
            return null;
        }

        var seconds = Read("LEGOFUNC_CACHE_SECONDS") is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : DefaultCacheSeconds;
        var endpoint = new Uri(url);
        return new TargetSettings(endpoint, endpoint, StoresOf(Read), TimeSpan.FromSeconds(seconds))
        {
            IsFunctionsHost = Read("LEGOFUNC_TARGET_HOST") == "functions",
        };
    }

    /// <summary>The stores that a set of <c>LEGOFUNC_</c> settings names.</summary>
    public static StoreOptions StoresOf(Func<string, string?> read)
    {
        return new StoreOptions
        {
            TablesEndpoint = Required("LEGOFUNC_TABLES"),
            VaultUri = Required("LEGOFUNC_VAULT"),
            EmulatorDirectory = read("LEGOFUNC_EMULATOR"),
        };

        Uri Required(string name) => new(read(name) ?? throw new InvalidOperationException($"{name} is not set: the tests need the stores"));
    }

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
