using System.Text;

namespace LeGoFunc.ConformanceTests.Requests;

/// <summary>Sends requests to one endpoint, and checks of every answer what must hold for all.</summary>
internal sealed class Sender(Uri endpoint, Connections connections, IEnumerable<string> apiKeys)
{
    /// <summary>A GET as an ordinary client sends it.</summary>
    public Task<Answer> GetAsync(string path, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync("GET", path, headers);

    /// <summary>A GET with the API key in the header <c>apiKey</c>.</summary>
    public Task<Answer> GetWithKeyAsync(string path, string apiKey, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync("GET", path, headers.Append(("apiKey", apiKey)));

    /// <summary>A request as an ordinary client sends it.</summary>
    public async Task<Answer> SendAsync(string method, string path, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(endpoint, path));
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value), $"{name} is no request header");
        }

        var cancellationToken = TestContext.Current.CancellationToken;
        using var response = await connections.Http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var all = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return Checked(new Answer((int)response.StatusCode, all, body));
    }

    /// <summary>A request that reaches the endpoint exactly as written, whatever an ordinary client would make of it.</summary>
    public async Task<Answer> RawAsync(string method, string target, params IEnumerable<(string Name, string Value)> headers)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var head = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: {endpoint.Authority}\r\nConnection: close\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        await using var stream = await connections.OpenAsync(endpoint, cancellationToken);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), cancellationToken);
        return Checked(await RawAnswer.ReadAsync(stream, cancellationToken));
    }

    private Answer Checked(Answer answer)
    {
        var everything = answer.Fingerprint;
        Assert.DoesNotContain(apiKeys, key => everything.Contains(key, StringComparison.Ordinal));
        Assert.False(answer.Status is >= 300 and < 400 and not 304, $"a redirect: {answer.Status}");
        return answer;
    }
}
