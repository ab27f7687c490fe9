using System.Runtime.InteropServices;

namespace LeGoFunc.Infra.Tests.Bicep;

/// <summary>Finds the Bicep CLI: the one that BICEP names, else the NuGet package of infra/tools.csproj.</summary>
internal static class BicepInstallation
{
    private const string PathProperty = "PkgAzure_Bicep_CommandLine_linux-x64";

    /// <summary>Why there is no Bicep on this kind of machine, or null when there is one.</summary>
    public static string? Missing { get; } =
        Override is null && !HasPackage
            ? $"Bicep is installed for linux-x64 only, this is {RuntimeInformation.RuntimeIdentifier}: set BICEP to a bicep of version 0.49 or later."
            : null;

    private static string? Override => Environment.GetEnvironmentVariable("BICEP") is { Length: > 0 } path ? path : null;

    /// <summary>A distribution's own .NET may call itself by the distribution's name; musl is another matter.</summary>
    private static bool HasPackage =>
        OperatingSystem.IsLinux()
        && RuntimeInformation.OSArchitecture == Architecture.X64
        && !RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);

    public static async Task<string> FindAsync()
    {
        if (Override is { } path)
        {
            return path;
        }

        var tools = Path.Combine(Repository.Root, Repository.Infra, "tools.csproj");
        var package = await PackageFolderAsync(tools);
        if (!Directory.Exists(package))
        {
            var restore = await Command.RunAsync("dotnet", "restore", tools, "--locked-mode");
            Assert.True(restore.ExitCode == 0, restore.Everything);
            package = await PackageFolderAsync(tools);
        }

        return Path.Combine(package, "tools", "bicep");
    }

    private static async Task<string> PackageFolderAsync(string tools)
    {
        var result = await Command.RunAsync("dotnet", "msbuild", tools, $"-getProperty:{PathProperty}");
        Assert.True(result.ExitCode == 0, result.Everything);
        return result.Output.Trim();
    }
}
