using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace LeGoFunc.Cli.Output;

/// <summary>A command's result: an object for machines, and a page for people.</summary>
internal interface IDocument
{
    /// <summary>Writes it for people.</summary>
    void Print(Page page);
}

/// <summary>Writes results to the output, warnings and progress to the error stream.</summary>
internal sealed class Screen(CliIO io, bool json, bool colour)
{
    private readonly List<string> warnings = [];

    /// <summary>Shows a command's result, in the form that was asked for.</summary>
    public void Show<T>(T document, JsonTypeInfo<T> type)
        where T : IDocument
    {
        if (json)
        {
            io.Output.WriteLine(JsonSerializer.Serialize(document, type));
        }
        else
        {
            document.Print(io.OutputIsTerminal ? TerminalPage() : new PlainPage(io.Output) { Now = io.Time.GetUtcNow() });
        }

        io.Output.Flush();
    }

    /// <summary>Warns when the command is done; one that fails says why it did and nothing else.</summary>
    public void Warn(string warning) => warnings.Add(warning);

    /// <summary>Writes the warnings.</summary>
    public void Finish()
    {
        foreach (var warning in warnings)
        {
            io.Error.WriteLine($"warning: {Plain.OneLine(warning)}");
        }

        io.Error.Flush();
    }

    /// <summary>Shows on a terminal that work goes on.</summary>
    public Task<T> WhileAsync<T>(string doing, Func<Task<T>> work) => io.ErrorIsTerminal ? SpinAsync(doing, work) : work();

    // Apart, so that Spectre is loaded on terminals only.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task<T> SpinAsync<T>(string doing, Func<Task<T>> work) =>
        Terminal.Over(io.Error, io, colour).Status().StartAsync(Markup.Escape(doing), _ => work());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TerminalPage TerminalPage() => new(Terminal.Over(io.Output, io, colour)) { Now = io.Time.GetUtcNow() };
}
