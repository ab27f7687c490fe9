using System.Diagnostics;
using System.Text;

namespace LeGoFunc.Local.Tests.Running;

/// <summary>The local stack as a user starts it: a process of its own, on free ports. It ends with this one.</summary>
internal sealed class StackProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly Task<string> errors;

    private StackProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    public string Output { get; private set; } = "";

    public Uri Http => new(ReadyLine[1]);

    public Uri Https => new(ReadyLine[2]);

    private string[] ReadyLine => Output.Split('\n').Single(line => line.StartsWith("ready ", StringComparison.Ordinal)).Trim().Split(' ');

    /// <summary>Starts one and waits for its <c>ready</c> line, or its end.</summary>
    public static async Task<StackProcess> StartAsync(string data, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] ports = more.Contains("--port") ? [] : ["--port", "0"];
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "LeGoFunc.Local.dll"),
            .. ports, "--https-port", "0", "--data", data, "--exit-with-stdin", .. more])
        {
            start.ArgumentList.Add(argument);
        }

        var stack = new StackProcess(Process.Start(start)!);
        await stack.ReadUntilReadyAsync();
        return stack;
    }

    /// <summary>The exit code and what it said on stderr.</summary>
    public async Task<(int Code, string Errors)> EndAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await errors);
    }

    public void Kill() => process.Kill();

    public void EndInput() => process.StandardInput.Close();

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task ReadUntilReadyAsync()
    {
        using var timeout = new CancellationTokenSource(StartTimeout);
        var output = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            output.AppendLine(line);
            if (line.StartsWith("ready ", StringComparison.Ordinal))
            {
                break;
            }
        }

        Output = output.ToString();
    }
}
