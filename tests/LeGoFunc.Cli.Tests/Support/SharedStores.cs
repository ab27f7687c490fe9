using LeGoFunc.Testing;

namespace LeGoFunc.Cli.Tests.Support;

/// <summary>Stores after <c>init</c>. Tests that share them use item names of their own.</summary>
public sealed class SharedStores : IAsyncLifetime
{
    public EmulatorStores Stores { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Stores.InitializeAsync();
        using var cli = new CliRun(Stores);
        (await cli.RunAsync("init")).ShouldSucceed();
    }

    public ValueTask DisposeAsync() => Stores.DisposeAsync();
}
