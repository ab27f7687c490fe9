using System.CommandLine;
using LeGoFunc.Cli.Connection;

namespace LeGoFunc.Cli.Commands;

/// <summary>The options that every command understands.</summary>
internal sealed class GlobalOptions
{
    private const string DefaultLocalDirectory = ".local";

    private readonly Option<string?> local = new("--local")
    {
        Description = $"Use the local stack whose data is in DIR (default: {DefaultLocalDirectory})",
        HelpName = "DIR",
        Arity = ArgumentArity.ZeroOrOne,
        Recursive = true,
    };

    private readonly Option<string?> tables = new("--tables")
    {
        Description = "The table service (else LEGOFUNC_TABLES)",
        HelpName = "URI",
        Recursive = true,
    };

    private readonly Option<string?> vault = new("--vault")
    {
        Description = "The key vault (else LEGOFUNC_VAULT)",
        HelpName = "URI",
        Recursive = true,
    };

    private readonly Option<bool> json = new("--json") { Description = "Write JSON, one object on one line", Recursive = true };

    private readonly Option<bool> noColour = new("--no-color") { Description = "No colours (else NO_COLOR)", Recursive = true };

    public void AddTo(Command root)
    {
        root.Add(local);
        root.Add(tables);
        root.Add(vault);
        root.Add(json);
        root.Add(noColour);
    }

    public GlobalValues Read(ParseResult result) => new(
        result.GetResult(local) is { Implicit: false } ? result.GetValue(local) ?? DefaultLocalDirectory : null,
        result.GetValue(tables),
        result.GetValue(vault),
        result.GetValue(json),
        result.GetValue(noColour));
}
