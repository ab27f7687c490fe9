namespace LeGoFunc.Cli;

/// <summary>
/// All that the tool sees of the world besides the two stores. A test gives its own and runs beside others, because
/// nothing of the process is used behind its back.
/// </summary>
public sealed record CliIO
{
    /// <summary>What <c>-</c> reads, and where answers to questions come from.</summary>
    public required Stream Input { get; init; }

    /// <summary>Results go here.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Errors, warnings, questions and progress go here.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Looks up an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Against which relative paths are resolved.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Whether a person is there to answer questions.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether <see cref="Output"/> is a terminal that understands ANSI sequences.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal that understands ANSI sequences.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The terminal's width in characters.</summary>
    public int Width { get; init; } = 80;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The process's own console, environment and directory.</summary>
    public static CliIO OfProcess()
    {
        var ansi = System.Environment.GetEnvironmentVariable("TERM") != "dumb";
        var output = ansi && !Console.IsOutputRedirected;
        return new CliIO
        {
            Input = Console.OpenStandardInput(),
            Output = Console.Out,
            Error = Console.Error,
            Environment = System.Environment.GetEnvironmentVariable,
            WorkingDirectory = Directory.GetCurrentDirectory(),
            IsInteractive = !Console.IsInputRedirected && !Console.IsErrorRedirected,
            OutputIsTerminal = output,
            ErrorIsTerminal = ansi && !Console.IsErrorRedirected,
            Width = output && Console.WindowWidth > 0 ? Console.WindowWidth : 80,
        };
    }

    internal bool IsSet(string variable) => !string.IsNullOrEmpty(Environment(variable));

    internal string FullPath(string path) => Path.GetFullPath(path, WorkingDirectory);
}
