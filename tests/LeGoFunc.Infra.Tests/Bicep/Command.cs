using System.Diagnostics;

namespace LeGoFunc.Infra.Tests.Bicep;

/// <summary>What a program printed, both streams together, and its exit code.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public string Everything => (Output + Errors).Trim();
}

internal static class Command
{
    /// <summary>Parameter files read these; a developer's or a pipeline's own values must not change a test.</summary>
    private static readonly string[] s_readByParameterFiles =
    [
        "AZURE_ENV_NAME", "AZURE_PRINCIPAL_ID", "AZURE_PRINCIPAL_TYPE",
        "OPERATOR_GROUP_ID", "OPERATOR_IP_RANGES", "CUSTOM_DOMAIN", "ALERT_EMAILS",
    ];

    public static ProcessStartInfo Describe(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var name in s_readByParameterFiles)
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    public static async Task<CommandResult> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(Describe(program, arguments))
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandResult(process.ExitCode, await output, await errors);
    }
}
