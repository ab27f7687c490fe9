using System.CommandLine;
using System.CommandLine.Invocation;
using LeGoFunc.Cli.Commands;

namespace LeGoFunc.Cli;

/// <summary>The operator's tool, without a process of its own. Calls may run side by side.</summary>
public static class CliApp
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="io">Where it reads and writes.</param>
    /// <param name="cancellationToken">Ctrl-C.</param>
    /// <returns>The exit code, see <see cref="ExitCode"/>. A failure is one line on the error stream, not an exception.</returns>
    public static async Task<int> RunAsync(string[] args, CliIO io, CancellationToken cancellationToken)
    {
        try
        {
            // A response file (@FILE) would put its content where arguments are shown and logged.
            var parsed = CommandTree.Create(io).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is ParseErrorAction)
            {
                throw new UsageException(UsageErrors.Describe(parsed));
            }

            var invocation = new InvocationConfiguration
            {
                Output = io.Output,
                Error = io.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (Exception e)
        {
            return await Failures.ReportAsync(e, io, cancellationToken);
        }
    }
}
