using System.Security.Cryptography;

namespace LeGoFunc.Local.Azurite;

/// <summary>Installs Azurite from tools/azurite when its lock file is not the one that was installed last.</summary>
/// <param name="toolsDirectory">tools/azurite; searched for upwards from the program and the current directory when null.</param>
/// <param name="progress">Gets one line before a step that takes seconds.</param>
internal sealed class AzuriteInstaller(string? toolsDirectory = null, Action<string>? progress = null)
{
    private const string LockFileOfNpm = "package-lock.json";
    private const int OldestNode = 20;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Makes sure that Azurite is installed. Processes that do this at once take turns; the later ones find it done.</summary>
    /// <exception cref="LocalStackException">Node.js or npm is missing or too old, or the installation failed.</exception>
    internal async Task<AzuriteInstallation> InstallAsync(CancellationToken cancellationToken)
    {
        var directory = toolsDirectory ?? FindTools();
        await NodeCommand.RequireNodeAsync(OldestNode, cancellationToken);
        var lockFile = Path.Combine(directory, LockFileOfNpm);
        if (!File.Exists(lockFile))
        {
            throw new LocalStackException($"{directory} holds no {LockFileOfNpm} to install Azurite from");
        }

        var installation = new AzuriteInstallation(directory);
        var wanted = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(lockFile, cancellationToken)));
        if (IsInstalled(directory, wanted))
        {
            return installation;
        }

        await using var turn = await TakeTurnAsync(directory, cancellationToken);
        if (!IsInstalled(directory, wanted))
        {
            progress?.Invoke("installing Azurite (first start only)");
            await NodeCommand.RunNpmAsync(directory, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cancellationToken);
            if (!File.Exists(installation.TableService))
            {
                throw new LocalStackException($"npm ci in {directory} ended well, but Azurite is not there");
            }

            await File.WriteAllTextAsync(StampFile(directory), wanted, cancellationToken);
        }

        return installation;
    }

    // npm ci begins by deleting node_modules, and with it the stamp: a broken installation never has one.
    private static string StampFile(string directory) => Path.Combine(directory, "node_modules", ".legofunc-stamp");

    private static bool IsInstalled(string directory, string wanted)
    {
        try
        {
            return File.ReadAllText(StampFile(directory)) == wanted;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<FileStream> TakeTurnAsync(string directory, CancellationToken cancellationToken)
    {
        var file = Path.Combine(directory, ".install.lock");
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e is not DirectoryNotFoundException)
            {
                await Task.Delay(PollInterval, cancellationToken);
            }
            catch (UnauthorizedAccessException e)
            {
                throw new LocalStackException($"{directory} is not writable, so Azurite can't be installed there", e);
            }
        }
    }

    private static string FindTools()
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, Environment.CurrentDirectory])
        {
            for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
            {
                var candidate = Path.Combine(at.FullName, "tools", "azurite");
                if (File.Exists(Path.Combine(candidate, LockFileOfNpm)))
                {
                    return candidate;
                }
            }
        }

        throw new LocalStackException("tools/azurite was not found above the program or the current directory");
    }
}
