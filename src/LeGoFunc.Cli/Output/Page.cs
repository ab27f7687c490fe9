namespace LeGoFunc.Cli.Output;

/// <summary>How a cell is meant; a terminal shows it in colour.</summary>
internal enum Tone
{
    Normal,
    Good,
    Warning,
    Bad,
    Faint,
}

/// <summary>A piece of text on a page.</summary>
internal readonly record struct Cell(string Text, Tone Tone = Tone.Normal)
{
    public static implicit operator Cell(string text) => new(text);
}

/// <summary>Output for people.</summary>
internal abstract class Page
{
    /// <summary>The time that relative times refer to.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Writes one line.</summary>
    public abstract void Line(string text);

    /// <summary>Writes rows under headings, as wide as they need and the terminal allows.</summary>
    public abstract void Table(IReadOnlyList<string> headings, IReadOnlyList<Cell[]> rows);

    /// <summary>Writes names with their values below one another.</summary>
    public abstract void Fields(IReadOnlyList<(string Name, Cell Value)> fields);
}
