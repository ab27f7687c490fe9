using Spectre.Console;

namespace LeGoFunc.Cli.Output;

/// <summary>For terminals.</summary>
internal sealed class TerminalPage(IAnsiConsole console) : Page
{
    public override void Line(string text) => console.WriteLine(Plain.OneLine(text));

    public override void Table(IReadOnlyList<string> headings, IReadOnlyList<Cell[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(Render));
        }

        console.Write(table);
    }

    public override void Fields(IReadOnlyList<(string Name, Cell Value)> fields)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (name, value) in fields)
        {
            grid.AddRow(Render(new Cell(name, Tone.Faint)), Render(value));
        }

        console.Write(grid);
    }

    private static Text Render(Cell cell) => new(
        Plain.OneLine(cell.Text),
        cell.Tone switch
        {
            Tone.Good => new Style(Color.Green),
            Tone.Warning => new Style(Color.Yellow),
            Tone.Bad => new Style(Color.Red),
            Tone.Faint => new Style(decoration: Decoration.Dim),
            _ => Style.Plain,
        });
}
