using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LeGoFunc.Cli.Commands;

/// <summary>The usual help, and below it what the command prints with <c>--json</c>.</summary>
internal sealed class HelpWithJson(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public static void Install(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithJson((HelpAction)help.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is CliCommand command)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"JSON:\n  {command.JsonForm}\n");
        }

        return exitCode;
    }
}
