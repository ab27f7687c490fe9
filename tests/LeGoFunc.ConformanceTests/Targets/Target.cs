using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace LeGoFunc.ConformanceTests.Targets;

/// <summary>
/// The endpoint under test with its stores. By default it is a local stack that is started for the run; with
/// <c>LEGOFUNC_TARGET_URL</c> it is one that runs already.
/// </summary>
public sealed class Target : IAsyncLifetime
{
    private const int LocalCacheSeconds = 1;

    private Connections connections = null!;
    private StoreSet stores = null!;

    /// <summary>The local stack; null when the endpoint is another one.</summary>
    public LocalProcess? Local { get; private set; }

    /// <summary>Where the endpoint and its stores are.</summary>
    public TargetSettings Settings { get; private set; } = null!;

    /// <summary>Makes items.</summary>
    internal Seed Seed { get; private set; } = null!;

    /// <summary>A certificate with all that a test can want to read, and nothing may change.</summary>
    internal SeededCertificate Everything { get; private set; } = null!;

    /// <summary>Sends requests to the endpoint.</summary>
    internal Sender Plain { get; private set; } = null!;

    /// <summary>Sends requests to the endpoint over HTTPS.</summary>
    internal Sender Secure { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (TargetSettings.FromEnvironment() is { } settings)
        {
            Settings = settings;
        }
        else
        {
            Local = await LocalProcess.StartAsync(LocalCacheSeconds);
            Settings = new TargetSettings(
                Local.Endpoint, Local.SecureEndpoint, Local.Stores, TimeSpan.FromSeconds(LocalCacheSeconds));
        }

        stores = new StoreSet(Settings.Stores);
        await stores.Initializer.InitializeAsync(CancellationToken.None);
        Seed = new Seed(stores);
        connections = new Connections(Trust(Settings.Stores.EmulatorDirectory));
        Plain = new Sender(Settings.Endpoint, connections, Seed.ApiKeys);
        Secure = new Sender(Settings.SecureEndpoint, connections, Seed.ApiKeys);
        Everything = await Seed.CertificateAsync("Everything", new CertificateSpec { Legacy = true, KeyLegacy = true, BothSlots = true });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        connections?.Dispose();
        try
        {
            if (Seed is not null)
            {
                await Seed.RemoveAllAsync();
            }
        }
        finally
        {
            stores?.Dispose();
            if (Local is not null)
            {
                await Local.DisposeAsync();
            }
        }
    }

    /// <summary>Skips a test that only Kestrel can pass; the contract grants the Functions host these.</summary>
    public void OnlyOnKestrel(string reason) => Assert.SkipWhen(Settings.IsFunctionsHost, $"Behind the Functions host: {reason}");

    /// <summary>Skips a test that has to look into the local stack.</summary>
    public LocalProcess OnlyOnLocalStack(string reason)
    {
        Assert.SkipWhen(Local is null, $"Not the local stack: {reason}");
        return Local;
    }

    /// <summary>
    /// Asks until the answer is as expected: a change is seen within the cache time. When it never is, the test's own
    /// assertion says what is wrong with the last answer.
    /// </summary>
    internal async Task<Answer> EventuallyAsync(Func<Task<Answer>> ask, Func<Answer, bool> expected)
    {
        var slack = TimeSpan.FromSeconds(15);
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (expected(answer) || TimeProvider.System.GetElapsedTime(start) > Settings.CacheTime + slack)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }
    }

    internal Task<Answer> EventuallyAsync(Func<Task<Answer>> ask, int status) => EventuallyAsync(ask, answer => answer.Status == status);

    private static SslClientAuthenticationOptions Trust(string? emulatorDirectory)
    {
        var options = new SslClientAuthenticationOptions();
        if (emulatorDirectory is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(Path.Combine(emulatorDirectory, "ca.pem")) },
            };
        }

        return options;
    }
}
