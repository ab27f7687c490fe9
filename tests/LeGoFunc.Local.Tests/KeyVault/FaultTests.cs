using System.Diagnostics;
using Azure;
using Azure.Security.KeyVault.Secrets;
using LeGoFunc.Local.KeyVault;
using LeGoFunc.Testing;

namespace LeGoFunc.Local.Tests.KeyVault;

public sealed class FaultTests(EmulatorStores stores) : IAsyncLifetime
{
    private readonly SecretClient client = stores.Client();
    private readonly string name = $"fault-{Guid.CreateVersion7():N}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await client.SetSecretAsync(name, "v", Cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Fail_Once_AnswersTheStatusOnceAndCountsEveryCall(int status)
    {
        stores.Faults.Add(Fault.Fail(status) with { SecretName = name.ToUpperInvariant(), Times = 1 });

        var error = await Assert.ThrowsAsync<RequestFailedException>(GetAsync);

        Assert.Equal(status, error.Status);
        Assert.Equal("v", await GetAsync());
        Assert.Equal(2, stores.Calls.Count(VaultOperation.GetSecret, name));
    }

    [Fact]
    public async Task Throttle_SaysWhenToComeBack()
    {
        stores.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(7)) with { SecretName = name, Times = 1 });

        var error = await Assert.ThrowsAsync<RequestFailedException>(GetAsync);

        Assert.Equal(429, error.Status);
        Assert.True(error.GetRawResponse()!.Headers.TryGetValue("Retry-After", out var after));
        Assert.Equal("7", after);
    }

    [Fact]
    public async Task CutConnection_InTheMiddleOfAnAnswer_FailsTheCall()
    {
        stores.Faults.Add(Fault.CutConnection() with { SecretName = name, Times = 1 });

        await Assert.ThrowsAnyAsync<Exception>(GetAsync);

        Assert.Equal("v", await GetAsync());
    }

    [Fact]
    public async Task Garbage_IsNoJson()
    {
        stores.Faults.Add(Fault.Garbage() with { SecretName = name, Times = 1 });

        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(GetAsync);
    }

    [Fact]
    public async Task Slow_WaitsAndThenAnswers()
    {
        stores.Faults.Add(Fault.Slow(TimeSpan.FromMilliseconds(300)) with { SecretName = name, Times = 1 });
        var watch = Stopwatch.StartNew();

        Assert.Equal("v", await GetAsync());

        Assert.InRange(watch.ElapsedMilliseconds, 290, 20_000);
    }

    [Fact]
    public async Task Fail_ForAnotherSecretOrOperation_LeavesThisCallAlone()
    {
        stores.Faults.Add(Fault.Fail(500) with { SecretName = name + "x" });
        stores.Faults.Add(Fault.Fail(500) with { SecretName = name, Operation = VaultOperation.DeleteSecret });

        Assert.Equal("v", await GetAsync());
    }

    private async Task<string> GetAsync() => (await client.GetSecretAsync(name, cancellationToken: Cancellation)).Value.Value;
}
