using System.Globalization;
using System.Text;

namespace LeGoFunc.ConformanceTests.Requests;

/// <summary>Reads an answer that ends with its connection, taking nothing for granted.</summary>
internal static class RawAnswer
{
    public static async Task<Answer> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellationToken);
        var bytes = buffer.ToArray();
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        Assert.True(end > 0, "the answer has no head");
        var lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines[1..])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            headers[name] = headers.TryGetValue(name, out var before) ? $"{before}, {value}" : value;
        }

        // Connection is between the two ends of a socket and no part of the answer.
        headers.Remove("Connection");
        return new Answer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, bytes[(end + 4)..]);
    }
}
