using System.Diagnostics;

namespace LeGoFunc.Local.Tests.Running;

/// <summary>Runs a line as it would be pasted into a terminal.</summary>
internal static class Shell
{
    public static bool HasCurl => File.Exists("/usr/bin/curl") || File.Exists("/bin/curl");

    public static async Task<string> RunAsync(string line, string directory)
    {
        var start = new ProcessStartInfo("sh") { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = directory };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(line);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"exit code {process.ExitCode}: {line}");
        return output;
    }
}
