using System.CommandLine;
using System.Runtime.InteropServices;

namespace LeGoFunc.Local.Running;

/// <summary>The command line of the local stack.</summary>
internal static class LocalCommand
{
    /// <summary>Runs the stack until it is told to stop.</summary>
    /// <returns>0 after a clean stop, 1 when it could not start, 2 for a wrong command line.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var port = Option("--port", "The endpoint's HTTP port; 0: any free one.", 7071);
        var httpsPort = Option("--https-port", "The endpoint's HTTPS port; 0: any free one.", 7443);
        var data = Option("--data", "Where tables, secrets and the demo's files are kept.", ".local");
        var inMemory = Option("--in-memory", "Forget tables and secrets when the stack stops.", false);
        var noDemo = Option("--no-demo", "Publish no demo certificate.", false);
        var exitWithStdin = Option("--exit-with-stdin", "Stop when standard input ends: for programs that start the stack.", false);
        var command = new RootCommand("The local stack of LeGoFunc: the endpoint, its tables and its vault on this machine.")
        {
            port, httpsPort, data, inMemory, noDemo, exitWithStdin,
        };

        command.SetAction((parsed, cancellationToken) => RunAsync(
            new LocalOptions
            {
                Port = parsed.GetValue(port),
                HttpsPort = parsed.GetValue(httpsPort),
                Data = parsed.GetValue(data)!,
                InMemory = parsed.GetValue(inMemory),
                Demo = !parsed.GetValue(noDemo),
                ExitWithStdin = parsed.GetValue(exitWithStdin),
            },
            cancellationToken));
        var result = command.Parse(args);
        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null };
        return result.Errors.Count == 0 ? await result.InvokeAsync(invocation) : UsageError(result);
    }

    private static Option<T> Option<T>(string name, string description, T value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static int UsageError(ParseResult result)
    {
        Console.Error.WriteLine(result.Errors[0].Message);
        return 2;
    }

    private static async Task<int> RunAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            await using var stack = await LocalStack.StartAsync(options, stop.Token);
            await stack.WaitAsync(stop.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (LeGoFuncException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
