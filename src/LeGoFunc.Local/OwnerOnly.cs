namespace LeGoFunc.Local;

/// <summary>Files and directories that only their owner can read, from the moment they exist. On Windows the directory's own access rules apply.</summary>
internal static class OwnerOnly
{
    internal const string TemporarySuffix = ".tmp";

    private const UnixFileMode FileMode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FileMode644 = FileMode600 | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode DirectoryMode700 = FileMode600 | UnixFileMode.UserExecute;

    internal static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, DirectoryMode700);
    }

    /// <summary>Writes the whole file or nothing: readers, and a start after a crash, see the old content or the new one.</summary>
    /// <param name="path">The file to make or replace.</param>
    /// <param name="content">All of its content.</param>
    /// <param name="everyoneMayRead">For what is public, such as a CA certificate.</param>
    internal static void Write(string path, ReadOnlySpan<byte> content, bool everyoneMayRead = false)
    {
        var temporary = $"{path}.{Guid.CreateVersion7():N}{TemporarySuffix}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = everyoneMayRead ? FileMode644 : FileMode600;
        }

        try
        {
            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
