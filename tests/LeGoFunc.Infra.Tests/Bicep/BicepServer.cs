using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeGoFunc.Infra.Tests.Bicep;

/// <summary>
/// One Bicep process that answers JSON-RPC. A process per snapshot would spend nine tenths of its time starting.
/// </summary>
internal sealed class BicepServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _waiting = new();
    private int _lastId;

    private BicepServer(Process process)
    {
        _process = process;
        _reading = ReadAnswersAsync();
    }

    public static BicepServer Start(string bicep)
    {
        var start = Command.Describe(bicep, ["jsonrpc", "--stdio"]);
        start.RedirectStandardInput = true;
        // It lives for seconds: code that is compiled once beats code that is compiled again when it turns out hot.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{bicep} did not start.");
        process.BeginErrorReadLine();
        return new BicepServer(process);
    }

    public async Task<JsonNode> CallAsync(string method, JsonNode parameters)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        var body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
        });
        await _writing.WaitAsync();
        try
        {
            var input = _process.StandardInput.BaseStream;
            await input.WriteAsync(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
            await input.WriteAsync(body);
            await input.FlushAsync();
        }
        finally
        {
            _writing.Release();
        }

        return await answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        _process.Kill();
        await _reading;
        _process.Dispose();
        _writing.Dispose();
    }

    private async Task ReadAnswersAsync()
    {
        var output = _process.StandardOutput.BaseStream;
        while (await ReadLengthAsync(output) is { } length)
        {
            var body = new byte[length];
            await output.ReadExactlyAsync(body);
            var message = JsonNode.Parse(body)!;
            if (message["id"] is { } id && _waiting.TryRemove(id.GetValue<int>(), out var waiting))
            {
                waiting.SetResult(message);
            }
        }

        foreach (var waiting in _waiting.Values)
        {
            waiting.TrySetException(new InvalidOperationException("Bicep stopped before it answered."));
        }
    }

    private static async Task<int?> ReadLengthAsync(Stream output)
    {
        int? length = null;
        var line = new StringBuilder();
        var next = new byte[1];
        while (await output.ReadAsync(next) == 1)
        {
            if (next[0] != '\n')
            {
                line.Append((char)next[0]);
                continue;
            }

            var header = line.ToString().TrimEnd('\r');
            line.Clear();
            if (header.Length == 0)
            {
                return length;
            }

            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(header.AsSpan("Content-Length:".Length), CultureInfo.InvariantCulture);
            }
        }

        return null;
    }
}
