using System.ComponentModel;
using System.Diagnostics;

namespace LeGoFunc.Local.Azurite;

/// <summary>Runs node and npm to their end.</summary>
internal static class NodeCommand
{
    internal const string Node = "node";

    // CreateProcess finds no npm without its extension.
    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <exception cref="LocalStackException">Node.js is missing or older than <paramref name="oldestMajor"/>.</exception>
    internal static async Task RequireNodeAsync(int oldestMajor, CancellationToken cancellationToken)
    {
        var (exitCode, output, _) = await RunAsync(Node, ["--version"], Environment.CurrentDirectory, cancellationToken);
        var version = output.Trim().TrimStart('v');
        if (exitCode != 0 || !int.TryParse(version.Split('.')[0], out var major))
        {
            throw new LocalStackException($"node --version failed; the local stack needs Node.js {oldestMajor} or newer");
        }

        if (major < oldestMajor)
        {
            throw new LocalStackException($"Node.js {version} is too old; the local stack needs Node.js {oldestMajor} or newer");
        }
    }

    /// <exception cref="LocalStackException">npm is missing or failed; the message has the last line of what it said.</exception>
    internal static async Task RunNpmAsync(string directory, string[] arguments, CancellationToken cancellationToken)
    {
        var (exitCode, _, error) = await RunAsync(Npm, arguments, directory, cancellationToken);
        if (exitCode != 0)
        {
            var said = error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .FirstOrDefault(line => line.StartsWith("npm error", StringComparison.Ordinal) && line.Contains(' ', StringComparison.Ordinal));
            throw new LocalStackException($"npm {arguments[0]} in {directory} failed with exit code {exitCode}: {said ?? "no reason given"}");
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string program, string[] arguments, string directory, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new LocalStackException($"{program} can't be started; the local stack needs Node.js with npm on the PATH", e);
        }

        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
