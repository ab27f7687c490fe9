namespace LeGoFunc.Local.Running;

/// <summary>How the local stack is to run.</summary>
internal sealed record LocalOptions
{
    /// <summary>The endpoint's HTTP port; 0: any free one. Functions' own tools use 7071.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>The endpoint's HTTPS port; 0: any free one.</summary>
    public int HttpsPort { get; init; } = 7443;

    /// <summary>Where everything is kept, as the user wrote it.</summary>
    public string Data { get; init; } = ".local";

    /// <summary>Whether tables and secrets are gone when the stack stops.</summary>
    public bool InMemory { get; init; }

    /// <summary>Whether a first start publishes the demo certificate.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>Whether the stack stops when its standard input ends, for programs that start it.</summary>
    public bool ExitWithStdin { get; init; }
}
