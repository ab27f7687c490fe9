using System.Diagnostics;
using System.Text;
using LeGoFunc.Stores;

namespace LeGoFunc.ConformanceTests.Targets;

/// <summary>The local stack as a child process with data of its own. It ends with its stdin, so also when the tests crash.</summary>
public sealed class LocalProcess : IAsyncDisposable
{
    // The first start on a machine installs Azurite.
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);

    private readonly Process process;
    private readonly DirectoryInfo data;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LocalProcess(Process process, DirectoryInfo data)
    {
        this.process = process;
        this.data = data;
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>Where it listens for HTTPS.</summary>
    public Uri SecureEndpoint { get; private set; } = null!;

    /// <summary>Its stores.</summary>
    public StoreOptions Stores { get; private set; } = null!;

    /// <summary>Everything it has written to stdout and stderr: its log.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Starts one on free ports.</summary>
    public static async Task<LocalProcess> StartAsync(int cacheSeconds)
    {
        var directory = Directory.CreateTempSubdirectory("legofunc-conformance-");
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LeGoFunc__Cache__CatalogSeconds"] = $"{cacheSeconds}" },
        };
        foreach (var argument in (string[])[
            "exec", Path.Combine(AppContext.BaseDirectory, "LeGoFunc.Local.dll"), "--port", "0", "--https-port", "0",
            "--data", directory.FullName, "--in-memory", "--no-demo", "--exit-with-stdin"])
        {
            start.ArgumentList.Add(argument);
        }

        var local = new LocalProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, directory);
        try
        {
            await local.RunAsync();
            return local;
        }
        catch
        {
            await local.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(StopTimeout);
        var endedByItself = ready.Task.IsCompletedSuccessfully && process.HasExited;
        try
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        var status = process.ExitCode;
        process.Dispose();
        data.Delete(recursive: true);
        if (endedByItself)
        {
            throw new InvalidOperationException($"the local stack ended by itself with status {status}: {LastLines()}");
        }
    }

    private string LastLines() => string.Join('\n', Output.Split('\n').TakeLast(20));

    private async Task RunAsync()
    {
        process.OutputDataReceived += (_, e) => Receive(e.Data);
        process.ErrorDataReceived += (_, e) => Receive(e.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"the local stack did not start:\n{Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var addresses = (await ready.Task.WaitAsync(StartTimeout)).Split(' ');
        Endpoint = new Uri(addresses[1]);
        SecureEndpoint = new Uri(addresses[2]);
        var settings = (await File.ReadAllLinesAsync(Path.Combine(data.FullName, "legofunc.env")))
            .Select(line => line.Split('=', 2))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim());
        Stores = TargetSettings.StoresOf(settings.GetValueOrDefault);
    }

    private void Receive(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }

        if (line.StartsWith("ready http", StringComparison.Ordinal))
        {
            ready.TrySetResult(line);
        }
    }
}
