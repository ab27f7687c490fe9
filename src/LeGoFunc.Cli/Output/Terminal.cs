using System.Text;
using Spectre.Console;

namespace LeGoFunc.Cli.Output;

/// <summary>Spectre's consoles over the streams of a <see cref="CliIO"/>; Spectre itself would ask the process.</summary>
internal static class Terminal
{
    public static IAnsiConsole Over(TextWriter writer, CliIO io, bool colour) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new Target(writer, io.Width),
        Ansi = AnsiSupport.Yes,
        ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.Yes,
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });

    private sealed class Target(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => true;

        public int Width => width;

        public int Height => 24;

        public void SetEncoding(Encoding encoding)
        {
            // The writer's owner has chosen one.
        }
    }
}
