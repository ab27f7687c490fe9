using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LeGoFunc.Local.Azurite;

/// <summary>
/// The right to run Azurite on a data directory: held by one process at a time, and only after an Azurite that outlived
/// its parent there (it may still be saving) is gone.
/// </summary>
internal sealed class AzuriteDirectory : IDisposable
{
    private static readonly TimeSpan StartTimeTolerance = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    // A process that was killed just now holds its locks until the system has cleaned up after it.
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(1);
    private readonly FileStream hold;
    private readonly string directory;

    private AzuriteDirectory(string directory, FileStream held) => (this.directory, hold) = (directory, held);

    private string PidFile => Path.Combine(directory, "azurite.pid");

    /// <param name="directory">The data directory; made if it is not there.</param>
    /// <param name="patience">How long an old Azurite may still save before it is killed.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="LocalStackException">Another local stack is running on the directory.</exception>
    internal static async Task<AzuriteDirectory> TakeAsync(string directory, TimeSpan patience, CancellationToken cancellationToken)
    {
        OwnerOnly.CreateDirectory(directory);
        var taken = new AzuriteDirectory(directory, await LockAsync(directory, cancellationToken));
        try
        {
            await taken.OutwaitPredecessorAsync(patience, cancellationToken);
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    internal void Remember(Process azurite)
    {
        var started = new DateTimeOffset(azurite.StartTime).ToUnixTimeMilliseconds();
        OwnerOnly.Write(PidFile, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{azurite.Id} {started}\n")));
    }

    internal void Forget() => File.Delete(PidFile);

    public void Dispose() => hold.Dispose();

    private static async Task<FileStream> LockAsync(string directory, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                // The operating system lets go of this lock when the process ends, however it ends.
                return new FileStream(Path.Combine(directory, "azurite.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (watch.Elapsed < LockPatience)
            {
                await Task.Delay(PollInterval, cancellationToken);
            }
            catch (IOException e)
            {
                throw new LocalStackException($"{directory} is in use by another local stack", e);
            }
        }
    }

    // Looks again each time instead of waiting for the process to vanish: where nothing reaps orphans, as in many
    // containers, one that has ended never does.
    private async Task OutwaitPredecessorAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var killed = false;
        while (FindPredecessor() is { } old)
        {
            using (old)
            {
                if (!killed && watch.Elapsed > patience)
                {
                    old.Kill();
                    killed = true;
                }
            }

            await Task.Delay(PollInterval, cancellationToken);
        }

        Forget();
    }

    private Process? FindPredecessor()
    {
        if (!File.Exists(PidFile)
            || File.ReadAllText(PidFile).Split(' ', StringSplitOptions.TrimEntries) is not [var idText, var startedText]
            || !int.TryParse(idText, CultureInfo.InvariantCulture, out var id)
            || !long.TryParse(startedText, CultureInfo.InvariantCulture, out var started))
        {
            return null;
        }

        Process? process = null;
        try
        {
            process = Process.GetProcessById(id);
            if (!process.HasExited && IsAzurite(process, DateTimeOffset.FromUnixTimeMilliseconds(started)))
            {
                return process;
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception or IOException or UnauthorizedAccessException)
        {
            // It is gone, or it belongs to somebody else.
        }

        process?.Dispose();
        return null;
    }

    // Process ids are used again: what has this id now may be anything.
    private bool IsAzurite(Process process, DateTimeOffset started)
    {
        if (OperatingSystem.IsLinux())
        {
            // Empty once the process has ended, reaped or not.
            var arguments = File.ReadAllText($"/proc/{process.Id}/cmdline").Split('\0');
            return arguments.Contains(directory) && arguments.Any(argument => argument.EndsWith("/table/main.js", StringComparison.Ordinal));
        }

        return process.ProcessName == NodeCommand.Node && (new DateTimeOffset(process.StartTime) - started).Duration() < StartTimeTolerance;
    }
}
