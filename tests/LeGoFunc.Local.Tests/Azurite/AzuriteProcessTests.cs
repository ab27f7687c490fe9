using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using LeGoFunc.Testing;

namespace LeGoFunc.Local.Tests.Azurite;

public sealed class AzuriteProcessTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private readonly TestDirectory directory = new();
    private readonly List<Process> holders = [];

    [Fact]
    public async Task Start_OnADirectoryThatWasDisposedOf_HasTheRows()
    {
        await using (var first = await LocalAzurite.StartAsync(directory.Path))
        {
            await WriteAsync(first.Table(directory.Path));
        }

        await using var second = await LocalAzurite.StartAsync(directory.Path);

        Assert.True(await HasRowAsync(second.Table(directory.Path), "row"));
    }

    [Fact]
    public async Task Start_AfterThisProcessWasKilledRightAfterAWrite_HasTheRowAndLeftNoAzurite()
    {
        var holder = StartHolder();
        var words = (await holder.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))?.Split(' ');
        holder.Kill();
        Assert.Equal("written", words?[0]);

        // Starts at once: it must wait for the old Azurite, which may still be saving.
        await using var next = await LocalAzurite.StartAsync(directory.Path);

        Assert.True(HasEnded(int.Parse(words![1], CultureInfo.InvariantCulture)));
        Assert.True(await HasRowAsync(next.Table(directory.Path), "last-words"));
    }

    [Fact]
    public async Task Exited_WhenTheParentIsKilled_FollowsWithinSeconds()
    {
        var holder = StartHolder();
        var words = (await holder.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))?.Split(' ');
        holder.Kill();

        var id = int.Parse(words![1], CultureInfo.InvariantCulture);
        await WaitUntilAsync(() => HasEnded(id));
    }

    [Fact]
    public async Task Start_WhenBothProcessesWereKilled_HasWhatIsOlderThanTheSaveInterval()
    {
        var holder = StartHolder();
        var words = (await holder.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))?.Split(' ');
        using var azurite = Process.GetProcessById(int.Parse(words![1], CultureInfo.InvariantCulture));
        var database = Path.Combine(directory.Path, "azurite", "__azurite_db_table__.json");
        await WaitUntilAsync(() => File.Exists(database) && File.ReadAllText(database).Contains("last-words", StringComparison.Ordinal), TimeSpan.FromSeconds(3));
        azurite.Kill();
        holder.Kill();

        await using var next = await LocalAzurite.StartAsync(directory.Path);

        Assert.True(await HasRowAsync(next.Table(directory.Path), "last-words"));
    }

    [Fact]
    public async Task Start_OnADirectoryInUse_SaysSoInOneLine()
    {
        await using var first = await LocalAzurite.StartAsync(directory.Path);

        var error = await Assert.ThrowsAsync<LocalStackException>(() => LocalAzurite.StartAsync(directory.Path));

        Assert.Contains("in use by another local stack", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task Start_OnAPortThatIsTaken_NamesThePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var error = await Assert.ThrowsAsync<LocalStackException>(() => LocalAzurite.StartAsync(directory.Path, inMemory: true, port));

        Assert.Equal($"port {port} for Azurite is taken", error.Message);
    }

    [Fact]
    public async Task Exited_WhenAzuriteDiesByItself_Completes()
    {
        await using var azurite = await LocalAzurite.StartAsync(directory.Path, inMemory: true);
        Assert.False(azurite.Process.Exited.IsCompleted);

        using var process = Process.GetProcessById(azurite.Process.ProcessId);
        process.Kill();

        await azurite.Process.Exited.WaitAsync(Soon, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Start_InMemory_KeepsNothing()
    {
        await using (var first = await LocalAzurite.StartAsync(directory.Path, inMemory: true))
        {
            await WriteAsync(first.Table(directory.Path));
        }

        await using var second = await LocalAzurite.StartAsync(directory.Path, inMemory: true);

        Assert.False(await HasRowAsync(second.Table(directory.Path), "row"));
    }

    [Fact]
    public async Task Start_WithAPidFileOfAnotherProgram_LeavesThatProgramAlone()
    {
        await using (await LocalAzurite.StartAsync(directory.Path))
        {
        }

        var pidFile = Path.Combine(directory.Path, "azurite", "azurite.pid");
        await File.WriteAllTextAsync(pidFile, $"{Environment.ProcessId} 0", TestContext.Current.CancellationToken);
        await using var azurite = await LocalAzurite.StartAsync(directory.Path);

        Assert.False(azurite.Process.Exited.IsCompleted);
    }

    public void Dispose()
    {
        // A test that failed early has not killed its holder.
        foreach (var holder in holders)
        {
            holder.Kill(entireProcessTree: true);
            holder.Dispose();
        }

        directory.Dispose();
    }

    private static async Task WriteAsync(TableClient table)
    {
        await table.CreateAsync();
        await table.AddEntityAsync(new TableEntity("p", "row"));
    }

    private static async Task<bool> HasRowAsync(TableClient table, string rowKey)
        => (await table.GetEntityIfExistsAsync<TableEntity>("p", rowKey)).HasValue;

    private static bool HasEnded(int processId)
    {
        try
        {
            // One that ended but that nothing has reaped yet, as in many containers, still has its id.
            using var process = Process.GetProcessById(processId);
            return process.HasExited || (OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{processId}/cmdline").Length == 0);
        }
        catch (Exception e) when (e is ArgumentException or IOException)
        {
            return true;
        }
    }

    private static async Task WaitUntilAsync(Func<bool> condition, TimeSpan? deadline = null)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < (deadline ?? Soon), "the condition did not come true in time");
            await Task.Delay(20);
        }
    }

    private Process StartHolder()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LeGoFunc.Local.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var holder = Process.Start(new ProcessStartInfo(program, [AzuriteHolder.Mode, directory.Path])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        holders.Add(holder);
        return holder;
    }
}
