namespace LeGoFunc.Cli.Output.Documents;

/// <summary>The flags of an item in words.</summary>
internal static class Flags
{
    public static Cell Cell(bool legacy, bool disabled) => (legacy, disabled) switch
    {
        (false, false) => new Cell("-", Tone.Faint),
        (true, false) => "legacy",
        (false, true) => new Cell("disabled", Tone.Warning),
        (true, true) => new Cell("legacy, disabled", Tone.Warning),
    };

    public static IEnumerable<(string Name, Cell Value)> Note(string description) =>
        description.Length > 0 ? [("description", description)] : [];
}
