namespace LeGoFunc.Cli.Output;

/// <summary>
/// For files and pipes: no colours, no frames, and a row is one line however long it is, so that grep and awk find
/// whole rows.
/// </summary>
internal sealed class PlainPage(TextWriter output) : Page
{
    private const int Gap = 2;

    public override void Line(string text) => output.WriteLine(Plain.OneLine(text));

    public override void Table(IReadOnlyList<string> headings, IReadOnlyList<Cell[]> rows) =>
        WriteAligned([[.. headings.Select(heading => heading.ToUpperInvariant())], .. rows.Select(row => row.Select(cell => cell.Text).ToArray())]);

    public override void Fields(IReadOnlyList<(string Name, Cell Value)> fields) =>
        WriteAligned([.. fields.Select(field => new[] { field.Name, field.Value.Text })]);

    private void WriteAligned(IReadOnlyList<string[]> rows)
    {
        var columns = rows.Max(row => row.Length);
        var widths = Enumerable.Range(0, columns).Select(column => rows.Max(row => row[column].Length) + Gap).ToArray();
        foreach (var row in rows)
        {
            var line = string.Concat(row.Select((text, column) => Plain.OneLine(text).PadRight(widths[column])));
            output.WriteLine(line.TrimEnd());
        }
    }
}
