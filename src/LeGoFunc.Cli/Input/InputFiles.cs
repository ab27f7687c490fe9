using System.Text;
using LeGoFunc.Cli.Output;

namespace LeGoFunc.Cli.Input;

/// <summary>
/// Reads what commands are given: files and, as <c>-</c>, the input stream. Secrets come in no other way, because
/// arguments are seen by every user of the machine.
/// </summary>
internal sealed class InputFiles(CliIO io, Screen screen)
{
    public const string Stdin = "-";

    private const int MaxBytes = 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file that anyone may see.</summary>
    /// <exception cref="InvalidInputException">It can't be read or has more than 1 MiB.</exception>
    public Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellationToken) =>
        ReadAsync(path, secret: false, cancellationToken);

    /// <summary>Reads a file that only its owner should see, and warns when others can.</summary>
    /// <exception cref="InvalidInputException">It can't be read or has more than 1 MiB.</exception>
    public Task<ReadOnlyMemory<byte>> ReadSecretAsync(string path, CancellationToken cancellationToken) =>
        ReadAsync(path, secret: true, cancellationToken);

    /// <summary>Reads an API key: the file's text without the newline that editors put at its end.</summary>
    /// <exception cref="InvalidInputException">It can't be read, is too large or no text.</exception>
    public async Task<string> ReadApiKeyAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await ReadSecretAsync(path, cancellationToken);
        try
        {
            var text = StrictUtf8.GetString(bytes.Span).TrimStart('\uFEFF');
            return text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2]
                : text.EndsWith('\n') ? text[..^1]
                : text;
        }
        catch (DecoderFallbackException)
        {
            // Not as inner exception: it quotes bytes of the key.
            throw new InvalidInputException($"{Name(path)} is not text in UTF-8");
        }
    }

    private static string Name(string path) => path == Stdin ? "the standard input" : $"'{path}'";

    private static string Reason(Exception e, string path) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException when Directory.Exists(path) => "it is a directory",
        UnauthorizedAccessException => "permission denied",
        _ => e.Message,
    };

    private async Task<ReadOnlyMemory<byte>> ReadAsync(string path, bool secret, CancellationToken cancellationToken)
    {
        if (path == Stdin)
        {
            return await ReadAsync(io.Input, path, cancellationToken);
        }

        try
        {
            await using var file = new FileStream(
                io.FullPath(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.Asynchronous);
            if (secret && !OperatingSystem.IsWindows() && File.GetUnixFileMode(file.SafeFileHandle).HasFlag(UnixFileMode.OtherRead))
            {
                screen.Warn($"'{path}' holds a secret and every user of this machine can read it: chmod 600");
            }

            return await ReadAsync(file, path, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InvalidInputException($"{Name(path)} can't be read: {Reason(e, io.FullPath(path))}", e);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, string path, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (true)
        {
            // A terminal's read can't be cancelled, so Ctrl-C has to leave it behind.
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).AsTask().WaitAsync(cancellationToken);
            if (read == 0)
            {
                return buffer.AsMemory(0, length);
            }

            length += read;
            if (length > MaxBytes)
            {
                throw new InvalidInputException($"{Name(path)} has more than 1 MiB");
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, MaxBytes + 1));
            }
        }
    }
}
