using System.Net;
using System.Net.Sockets;
using LeGoFunc.Testing;

namespace LeGoFunc.Local.Tests.Running;

public sealed class LocalStackTests : IDisposable
{
    private static readonly HttpClient Client = new();
    private readonly TestDirectory data = new();

    [Fact]
    public async Task Every_printed_curl_line_answers_with_its_body()
    {
        Assert.SkipUnless(Shell.HasCurl, "curl is not installed");
        await using var stack = await StackProcess.StartAsync(data.Path);
        var lines = stack.Output.Split('\n').Where(line => line.StartsWith("  curl", StringComparison.Ordinal)).ToList();

        Assert.Equal(8, lines.Count);
        foreach (var line in lines)
        {
            var body = await Shell.RunAsync(line, data.Path);
            Assert.True(line.Contains("-o demo.pfx", StringComparison.Ordinal) || body.Contains("-----BEGIN ", StringComparison.Ordinal), line);
        }

        Assert.True(new FileInfo(Path.Combine(data.Path, "demo.pfx")).Length > 1000);
    }

    [Fact]
    public async Task Every_curl_line_of_the_readme_answers_with_its_body()
    {
        Assert.SkipUnless(Shell.HasCurl, "curl is not installed");
        var local = Path.Combine(data.Path, ".local");
        await using var stack = await StackProcess.StartAsync(local);
        var lines = ReadmeCurlLines();

        Assert.Equal(8, lines.Count);
        foreach (var line in lines)
        {
            var moved = line.Replace("http://127.0.0.1:7071/", stack.Http.ToString(), StringComparison.Ordinal)
                .Replace("https://localhost:7443/", stack.Https.ToString(), StringComparison.Ordinal);
            var body = await Shell.RunAsync(moved, data.Path);
            Assert.True(line.EndsWith("-o demo.pfx", StringComparison.Ordinal) || body.Contains("-----BEGIN ", StringComparison.Ordinal), line);
        }
    }

    [Fact]
    public async Task No_api_key_is_printed()
    {
        await using var stack = await StackProcess.StartAsync(data.Path);

        Assert.DoesNotContain("lgk_", stack.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lgc_", stack.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_again_keeps_the_data()
    {
        byte[] before;
        await using (var stack = await StackProcess.StartAsync(data.Path))
        {
            before = await DownloadAsync(stack);
        }

        await using var again = await StackProcess.StartAsync(data.Path);
        Assert.Equal(before, await DownloadAsync(again));
    }

    [Fact]
    public async Task After_SIGKILL_nothing_that_was_published_is_lost()
    {
        await using var stack = await StackProcess.StartAsync(data.Path);
        var before = await DownloadAsync(stack);
        stack.Kill();
        await stack.EndAsync();

        // The same directory is free again only when the old Azurite has saved and gone.
        await using var again = await StackProcess.StartAsync(data.Path);
        Assert.Equal(before, await DownloadAsync(again));
    }

    [Fact]
    public async Task A_second_stack_on_the_same_data_is_refused_in_one_line()
    {
        await using var stack = await StackProcess.StartAsync(data.Path);
        await using var second = await StackProcess.StartAsync(data.Path);

        var (code, errors) = await second.EndAsync();
        Assert.Equal(1, code);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Contains("another local stack", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var stack = await StackProcess.StartAsync(data.Path, "--port", $"{port}");

        var (code, errors) = await stack.EndAsync();
        Assert.Equal(1, code);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Contains($"port {port}", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stops_cleanly_and_says_nothing_when_its_input_ends()
    {
        await using var stack = await StackProcess.StartAsync(data.Path, "--in-memory");
        stack.EndInput();

        var (code, errors) = await stack.EndAsync();
        Assert.Equal(0, code);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Files_with_secrets_are_their_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        await using var stack = await StackProcess.StartAsync(data.Path);
        string[] open = ["ca.pem", "server.pem", "lock"];

        var readable = Directory.EnumerateFiles(data.Path, "*", SearchOption.TopDirectoryOnly)
            .Concat(Directory.EnumerateFiles(Path.Combine(data.Path, "demo")))
            .Concat(Directory.EnumerateFiles(Path.Combine(data.Path, "vault")))
            .Where(file => !open.Contains(Path.GetFileName(file)))
            .Where(file => !OperatingSystem.IsWindows()
                && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None);
        Assert.Empty(readable);
    }

    public void Dispose() => data.Dispose();

    private static List<string> ReadmeCurlLines()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "LeGoFunc.sln")))
        {
            directory = directory.Parent;
        }

        return File.ReadLines(Path.Combine(directory.FullName, "README.md"))
            .Where(line => line.StartsWith("curl ", StringComparison.Ordinal)).ToList();
    }

    private async Task<byte[]> DownloadAsync(StackProcess stack)
    {
        var header = await File.ReadAllTextAsync(Path.Combine(data.Path, "demo", "privatekey.header"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(stack.Http, "legocerthub/api/v1/download/privatekeys/demo"));
        request.Headers.Add("apiKey", header.Split(':', 2)[1].Trim());
        using var response = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }
}
