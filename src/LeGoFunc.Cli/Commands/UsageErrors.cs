using System.CommandLine;

namespace LeGoFunc.Cli.Commands;

/// <summary>Says in one line what is wrong with a command line.</summary>
internal static class UsageErrors
{
    public static string Describe(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return $"{Cause(parsed, command)} (see '{Path(parsed)} --help')";
    }

    private static string Cause(ParseResult parsed, Command command)
    {
        // What stands in the wrong place may be a secret, so it is not repeated; the name of an option or command is.
        if (parsed.UnmatchedTokens is [var token, ..])
        {
            return token.StartsWith('-') ? $"there is no option {token.Split('=', 2)[0]}"
                : command.Subcommands.Count > 0 ? $"there is no command '{token}'"
                : "there is an argument too many";
        }

        return parsed.Errors[0].Message.TrimEnd('.');
    }

    private static string Path(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result.Parent is System.CommandLine.Parsing.CommandResult parent; result = parent)
        {
            names.Push(result.Command.Name);
        }

        names.Push("legofunc");
        return string.Join(' ', names);
    }
}
