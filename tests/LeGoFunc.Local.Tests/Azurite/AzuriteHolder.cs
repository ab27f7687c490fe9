using Azure.Data.Tables;

namespace LeGoFunc.Local.Tests.Azurite;

/// <summary>The process that a test kills: it starts Azurite, writes one row, says so, and waits.</summary>
internal static class AzuriteHolder
{
    internal const string Mode = "hold-azurite";

    internal static async Task<int> RunAsync(string directory)
    {
        await using var azurite = await LocalAzurite.StartAsync(directory);
        var table = azurite.Table(directory);
        await table.CreateAsync();
        await table.AddEntityAsync(new TableEntity("p", "last-words"));
        Console.WriteLine($"written {azurite.Process.ProcessId}");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }
}
