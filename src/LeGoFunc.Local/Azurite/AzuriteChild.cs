using System.ComponentModel;
using System.Diagnostics;

namespace LeGoFunc.Local.Azurite;

/// <summary>One run of the node process: start, first answer, end.</summary>
internal sealed class AzuriteChild : IDisposable
{
    private readonly Process process;
    private readonly LastLines errors = new(capacity: 8);
    private readonly TaskCompletionSource serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AzuriteChild(ProcessStartInfo start) => process = new Process { StartInfo = start };

    internal Process Process => process;

    /// <summary>Completes when the process has ended, asked or not.</summary>
    internal Task Exited { get; private set; } = Task.CompletedTask;

    internal string Said => errors.ToString();

    internal bool FoundPortTaken => errors.Contain("EADDRINUSE");

    internal static AzuriteChild Start(AzuriteOptions options, string? dataDirectory, int port)
    {
        var child = new AzuriteChild(StartInfo(options, dataDirectory, port));
        try
        {
            child.process.Start();
        }
        catch (Win32Exception e)
        {
            child.Dispose();
            throw new LocalStackException("node can't be started; the local stack needs Node.js on the PATH", e);
        }

        child.process.OutputDataReceived += (_, line) => child.OnOutput(line.Data);
        child.process.ErrorDataReceived += (_, line) => child.OnError(line.Data);
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        child.Exited = child.process.WaitForExitAsync(CancellationToken.None);
        return child;
    }

    /// <summary>Whether it serves; false when it ended first.</summary>
    /// <exception cref="LocalStackException">The deadline passed.</exception>
    internal async Task<bool> WaitUntilServingAsync(TimeSpan deadline, CancellationToken cancellationToken)
    {
        try
        {
            var first = await Task.WhenAny(serving.Task, Exited).WaitAsync(deadline, cancellationToken);
            return first == serving.Task;
        }
        catch (TimeoutException e)
        {
            throw new LocalStackException($"Azurite did not answer within {deadline.TotalSeconds} s: {Said}", e);
        }
    }

    /// <summary>Lets it save and end; kills it when that takes longer than <paramref name="deadline"/>.</summary>
    internal async Task StopAsync(TimeSpan deadline)
    {
        try
        {
            process.StandardInput.Close();
            await Exited.WaitAsync(deadline);
        }
        catch (Exception e) when (e is TimeoutException or IOException)
        {
            Kill();
            await Exited;
        }
    }

    internal void Kill()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }
    }

    public void Dispose() => process.Dispose();

    // Azurite says when it listens. To try the port instead could meet another program that took it in between.
    private void OnOutput(string? line)
    {
        if (line?.Contains("successfully started on", StringComparison.Ordinal) == true)
        {
            serving.TrySetResult();
        }
    }

    private void OnError(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            errors.Add(line);
        }
    }

    private static ProcessStartInfo StartInfo(AzuriteOptions options, string? dataDirectory, int port)
    {
        string[] storage = dataDirectory is null ? ["--inMemoryPersistence"] : ["--location", dataDirectory];
        string[] arguments =
        [
            "--require", options.Installation.WatchParent, options.Installation.TableService,
            "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            "--cert", options.CertificateFile, "--key", options.KeyFile, "--oauth", "basic", .. storage,
        ];
        var start = new ProcessStartInfo(NodeCommand.Node, arguments)
        {
            WorkingDirectory = options.Installation.Directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // It would replace the account that the endpoint names.
        start.Environment.Remove("AZURITE_ACCOUNTS");
        return start;
    }
}
