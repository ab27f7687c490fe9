using System.Text;

namespace LeGoFunc.Local.Running;

/// <summary>The directory in which a local stack keeps everything; one stack at a time holds it.</summary>
internal sealed class DataDirectory : IDisposable
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream held;

    private DataDirectory(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>Makes the directory if need be and takes hold of it.</summary>
    /// <exception cref="LocalStackException">Another stack holds it.</exception>
    public static async Task<DataDirectory> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var full = System.IO.Path.GetFullPath(path);
        OwnerOnly.CreateDirectory(full);
        for (var waited = TimeSpan.Zero; ; waited += LockPause)
        {
            try
            {
                return new DataDirectory(full, Hold(full));
            }
            catch (IOException) when (waited < LockPatience)
            {
                // A stack that was told to stop, or lost its parent, may still be saving.
                await Task.Delay(LockPause, cancellationToken);
            }
            catch (IOException)
            {
                throw new LocalStackException($"another local stack uses {path}: stop it, or choose another directory with --data");
            }
        }
    }

    /// <summary>A path inside the directory.</summary>
    public string File(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Writes a file that only the owner can read, replacing one of that name as a whole.</summary>
    public static void Write(string file, string text)
    {
        OwnerOnly.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        OwnerOnly.Write(file, Encoding.UTF8.GetBytes(text));
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();

    private static FileStream Hold(string directory) =>
        new(System.IO.Path.Combine(directory, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
