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
        FileStream held;
        try
        {
            // The operating system lets go of this lock when the process ends, however it ends.
            held = new FileStream(Path.Combine(directory, "azurite.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new LocalStackException($"{directory} is in use by another local stack", e);
        }

        var taken = new AzuriteDirectory(directory, held);
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

    private async Task OutwaitPredecessorAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var old = FindPredecessor();
        if (old is not null)
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(patience);
            try
            {
                await old.WaitForExitAsync(deadline.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                old.Kill();
                await old.WaitForExitAsync(cancellationToken);
            }
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
            if (IsAzurite(process, DateTimeOffset.FromUnixTimeMilliseconds(started)))
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
            var arguments = File.ReadAllText($"/proc/{process.Id}/cmdline").Split('\0');
            return arguments.Contains(directory) && arguments.Any(argument => argument.EndsWith("/table/main.js", StringComparison.Ordinal));
        }

        return process.ProcessName == NodeCommand.Node && (new DateTimeOffset(process.StartTime) - started).Duration() < StartTimeTolerance;
    }
}
