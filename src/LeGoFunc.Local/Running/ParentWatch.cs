using System.Globalization;

namespace LeGoFunc.Local.Running;

/// <summary>
/// Notices that <c>dotnet run</c>, which started this process and stands for it in front of the user, was killed: a
/// SIGKILL reaches <c>dotnet run</c> alone. Started in any other way, the process may outlive its parent.
/// </summary>
internal static class ParentWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Ends when the parent is gone; never, where that is not to be watched.</summary>
    public static async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux() || ParentId() is not { } parent || !IsDotnetRun(parent))
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return;
        }

        while (ParentId() == parent)
        {
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static bool IsDotnetRun(int pid)
    {
        try
        {
            var arguments = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
            return Path.GetFileName(arguments[0]) == "dotnet" && arguments.Contains("run", StringComparer.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int? ParentId()
    {
        try
        {
            // The command's name, in parentheses, may hold anything; what follows it is "state ppid ...".
            var status = File.ReadAllText("/proc/self/stat");
            var fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
            return int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
