using System.Runtime.CompilerServices;
using Azure;
using LeGoFunc.Cli.Output;
using LeGoFunc.Pem;
using LeGoFunc.Stores;

namespace LeGoFunc.Cli;

/// <summary>Turns an exception into one line and an exit code.</summary>
internal static class Failures
{
    public static async Task<int> ReportAsync(Exception exception, CliIO io, CancellationToken cancellationToken)
    {
        var (code, message) = Describe(exception, cancellationToken);
        await io.Error.WriteLineAsync($"error: {Plain.OneLine(message)}");
        if (io.Environment("LEGOFUNC_DEBUG") == "1")
        {
            await io.Error.WriteLineAsync(exception.ToString());
        }

        await io.Error.FlushAsync(CancellationToken.None);
        return code;
    }

    private static (int Code, string Message) Describe(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        UsageException => (ExitCode.Usage, exception.Message),
        DeclinedException => (ExitCode.Cancelled, exception.Message),
        OperationCanceledException when cancellationToken.IsCancellationRequested => (ExitCode.Cancelled, "cancelled"),
        NoSuchItemException => (ExitCode.NoSuchItem, exception.Message),
        InvalidInputException or PemException => (ExitCode.InvalidInput, exception.Message),
        ConflictException => (ExitCode.Conflict, exception.Message),
        StoreException or FailedChecksException => (ExitCode.Backend, exception.Message),
        _ => DescribeForeign(exception),
    };

    // Apart, so that a wrong argument is answered without loading the Azure clients.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (int Code, string Message) DescribeForeign(Exception exception) => exception switch
    {
        RequestFailedException e => (ExitCode.Backend, $"the store answers {e.Status} {e.ErrorCode}".TrimEnd()),
        InvalidDataException => (ExitCode.Unexpected, exception.Message),
        _ => (ExitCode.Unexpected, $"unexpected {exception.GetType().Name}: {exception.Message} (LEGOFUNC_DEBUG=1 shows more)"),
    };
}

/// <summary>The command line or a setting is wrong.</summary>
internal sealed class UsageException(string message) : LeGoFuncException(message);

/// <summary>The person said no; nothing was changed.</summary>
internal sealed class DeclinedException() : LeGoFuncException("not confirmed: nothing was changed");

/// <summary>The checks ran and not all were good.</summary>
internal sealed class FailedChecksException(string message) : LeGoFuncException(message);
