namespace LeGoFunc.Cli;

/// <summary>What the tool's exit codes mean. Scripts rely on them.</summary>
public static class ExitCode
{
    /// <summary>Done, or there was nothing to do.</summary>
    public const int Done = 0;

    /// <summary>A defect of the tool, or data in the stores that it can't read.</summary>
    public const int Unexpected = 1;

    /// <summary>The command line or a setting is wrong.</summary>
    public const int Usage = 2;

    /// <summary>There is no such item, order or API key.</summary>
    public const int NoSuchItem = 3;

    /// <summary>A name, a file or its content is not fit.</summary>
    public const int InvalidInput = 4;

    /// <summary>What is wanted contradicts what is there.</summary>
    public const int Conflict = 5;

    /// <summary>A store can't be reached or refuses, or <c>doctor</c> found something wrong.</summary>
    public const int Backend = 6;

    /// <summary>Ctrl-C, or the question was not answered with yes.</summary>
    public const int Cancelled = 130;
}
