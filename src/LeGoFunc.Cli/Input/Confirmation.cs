using System.Text;

namespace LeGoFunc.Cli.Input;

/// <summary>Asks before something is destroyed, when there is somebody to ask.</summary>
internal static class Confirmation
{
    /// <exception cref="DeclinedException">The answer was not yes.</exception>
    public static async Task AskAsync(CliIO io, string question, CancellationToken cancellationToken)
    {
        if (!io.IsInteractive)
        {
            return;
        }

        await io.Error.WriteAsync($"{question} [y/N] ");
        await io.Error.FlushAsync(cancellationToken);
        var answer = await ReadLineAsync(io.Input, cancellationToken);
        if (!answer.Equals("y", StringComparison.OrdinalIgnoreCase) && !answer.Equals("yes", StringComparison.OrdinalIgnoreCase))
        {
            throw new DeclinedException();
        }
    }

    /// <summary>Byte by byte: what comes after the line belongs to whoever reads next.</summary>
    private static async Task<string> ReadLineAsync(Stream input, CancellationToken cancellationToken)
    {
        const int longEnough = 80;
        var line = new StringBuilder();
        var one = new byte[1];
        while (line.Length < longEnough
            && await input.ReadAsync(one, cancellationToken).AsTask().WaitAsync(cancellationToken) == 1
            && one[0] != '\n')
        {
            line.Append((char)one[0]);
        }

        return line.ToString().Trim();
    }
}
