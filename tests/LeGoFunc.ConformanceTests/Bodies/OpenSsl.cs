using System.Diagnostics;

namespace LeGoFunc.ConformanceTests.Bodies;

/// <summary>The openssl command, working in a directory that only its owner can read.</summary>
internal sealed class OpenSsl : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("legofunc-openssl-");

    private OpenSsl()
    {
    }

    /// <summary>Skips the test where there is no openssl.</summary>
    public static OpenSsl OrSkip()
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "openssl")));
        Assert.SkipUnless(found, "There is no openssl on the PATH to ask for its opinion");
        return new OpenSsl();
    }

    /// <summary>Writes a file for the command and gives its path.</summary>
    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(directory.FullName, name);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(content);
        return path;
    }

    /// <summary>Runs the command, which has to succeed. Secrets go through files, never through arguments.</summary>
    /// <returns>What it wrote to stdout and stderr.</returns>
    public async Task<string> RunAsync(params IEnumerable<string> arguments)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory.FullName,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var text = $"{await output}\n{await errors}";
        Assert.True(process.ExitCode == 0, $"openssl {string.Join(' ', arguments)}: {text}");
        return text;
    }

    public void Dispose() => directory.Delete(recursive: true);
}
