using System.Text.Json.Nodes;
using LeGoFunc.Infra.Tests.Bicep;
using LeGoFunc.Infra.Tests.Snapshots;

[assembly: AssemblyFixture(typeof(BicepFixture))]

namespace LeGoFunc.Infra.Tests.Bicep;

/// <summary>The Bicep of this test run, shared by all tests; those that need it skip where there is none.</summary>
public sealed class BicepFixture : IAsyncLifetime
{
    private BicepServer? _server;

    public string Cli { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (BicepInstallation.Missing is null)
        {
            Cli = await BicepInstallation.FindAsync();
            _server = BicepServer.Start(Cli);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>What a parameter file would deploy, with fixed ids in place of a real subscription.</summary>
    internal async Task<Snapshot> SnapshotAsync(InfraCopy copy, string parameterFile)
    {
        var answer = await CallAsync("bicep/getSnapshot", new JsonObject
        {
            ["path"] = copy.PathOf(parameterFile),
            ["metadata"] = new JsonObject
            {
                ["tenantId"] = "00000000-0000-0000-0000-000000000001",
                ["subscriptionId"] = "00000000-0000-0000-0000-000000000002",
                ["resourceGroup"] = "rg-legofunc",
                ["location"] = "westeurope",
                ["deploymentName"] = "main",
            },
        });
        return Snapshot.Parse(answer["snapshot"]!.GetValue<string>());
    }

    internal async Task<JsonNode> CallAsync(string method, JsonObject parameters)
    {
        var answer = await _server!.CallAsync(method, parameters);
        return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer.ToJsonString()}");
    }

    internal static void SkipWithoutBicep() =>
        Assert.SkipWhen(BicepInstallation.Missing is not null, BicepInstallation.Missing ?? "");
}
