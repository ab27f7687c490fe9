using System.Text;

namespace LeGoFunc.ConformanceTests.Requests;

/// <summary>An answer as it came over the wire. Repeated headers are joined with a comma.</summary>
internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? this[string header] => Headers.GetValueOrDefault(header);

    /// <summary>All but what differs between any two answers, to compare whole answers.</summary>
    public string Fingerprint => string.Join('\n', Headers
        .Where(header => !header.Key.Equals("Date", StringComparison.OrdinalIgnoreCase))
        .OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
        .Select(header => $"{header.Key}: {header.Value}")
        .Prepend($"{Status}")
        .Append(Text));

    /// <summary>The error in the one form that errors have.</summary>
    public void AssertError(int status, string message)
    {
        Assert.Equal(status, Status);
        Assert.Equal($$"""{"status_code":{{status}},"message":"{{message}}"}""", Text);
        Assert.Equal("application/json", this["Content-Type"]);
        Assert.Equal($"{Body.Length}", this["Content-Length"]);
    }

    public void AssertUnauthorized() => AssertError(401, "unauthorized");

    public void AssertBody(byte[] expected)
    {
        Assert.Equal(200, Status);
        Assert.Equal(Encoding.Latin1.GetString(expected), Encoding.Latin1.GetString(Body));
    }
}
