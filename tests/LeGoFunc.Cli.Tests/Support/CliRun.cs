using System.Text;
using System.Text.Json;
using LeGoFunc.Testing;

namespace LeGoFunc.Cli.Tests.Support;

/// <summary>Runs the tool in this process, with streams, an environment and a directory of the test's own.</summary>
public sealed class CliRun : IDisposable
{
    private readonly TestDirectory directory = new();

    public CliRun(EmulatorStores? stores = null)
    {
        if (stores is not null)
        {
            Environment["LEGOFUNC_TABLES"] = stores.TablesEndpoint.ToString();
            Environment["LEGOFUNC_VAULT"] = stores.VaultUri.ToString();
            Environment["LEGOFUNC_EMULATOR"] = stores.EmulatorDirectory;
        }
    }

    public IDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public byte[] Input { get; set; } = [];

    public bool IsInteractive { get; set; }

    public bool IsTerminal { get; set; }

    public int Width { get; set; } = 120;

    public string Directory => directory.Path;

    /// <summary>Writes a file that only its owner can read; its name is relative to where the tool runs.</summary>
    public string File(string name, byte[] content)
    {
        System.IO.File.WriteAllBytes(directory.File(name), content);
        Allow(name, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return name;
    }

    /// <summary>Sets who may read a file, where there are such modes.</summary>
    public void Allow(string name, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(directory.File(name), mode);
        }
    }

    public string File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public Task<CliResult> RunAsync(params string[] args) => RunAsync(TestContext.Current.CancellationToken, args);

    public async Task<CliResult> RunAsync(CancellationToken cancellationToken, params string[] args)
    {
        using var input = new MemoryStream(Input);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var io = new CliIO
        {
            Input = input,
            Output = output,
            Error = error,
            Environment = name => Environment.TryGetValue(name, out var value) ? value : null,
            WorkingDirectory = directory.Path,
            IsInteractive = IsInteractive,
            OutputIsTerminal = IsTerminal,
            ErrorIsTerminal = IsTerminal,
            Width = Width,
        };
        var exitCode = await CliApp.RunAsync(args, io, cancellationToken);
        return new CliResult(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => directory.Dispose();
}

/// <summary>What a run left behind.</summary>
public sealed record CliResult(int ExitCode, string Output, string Error)
{
    /// <summary>The output, which has to be one JSON object on one line.</summary>
    public JsonElement Json
    {
        get
        {
            Assert.Equal(Output.Length - 1, Output.IndexOf('\n', StringComparison.Ordinal));
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }

    /// <summary>Exit code 0 and not a word on the error stream.</summary>
    public CliResult ShouldSucceed()
    {
        Assert.Equal("", Error);
        Assert.Equal(ExitCodes.Done, ExitCode);
        return this;
    }

    /// <summary>That exit code, nothing on the output, and one line on the error stream that says all of this.</summary>
    public CliResult ShouldFail(int exitCode, params string[] says)
    {
        var line = Assert.Single(Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.EndsWith("\n", Error, StringComparison.Ordinal);
        Assert.All(says, text => Assert.Contains(text, line, StringComparison.Ordinal));
        Assert.Equal(exitCode, ExitCode);
        Assert.Equal("", Output);
        return this;
    }

    /// <summary>Done, with one line on the error stream that warns of all of this.</summary>
    public CliResult ShouldWarn(params string[] says)
    {
        var line = Assert.Single(Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("warning: ", line, StringComparison.Ordinal);
        Assert.All(says, text => Assert.Contains(text, line, StringComparison.Ordinal));
        Assert.Equal(ExitCodes.Done, ExitCode);
        return this;
    }
}

/// <summary>The documented exit codes as numbers: a test that used the product's constants could not see them change.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Usage = 2;
    public const int NoSuchItem = 3;
    public const int InvalidInput = 4;
    public const int Conflict = 5;
    public const int Backend = 6;
    public const int Cancelled = 130;
}
