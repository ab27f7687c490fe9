using LeGoFunc.Cli.Tests.Support;

namespace LeGoFunc.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--help", "Exit codes:")]
    [InlineData("key add --help", "{kind, name, apiKey}")]
    [InlineData("publish -h", "apiKeys: [{kind, name, apiKey}]")]
    [InlineData("doctor --help", "{ok, checks:")]
    public async Task Help_needs_no_settings_and_says_what_is_printed(string line, string says)
    {
        using var cli = new CliRun();

        var output = (await cli.RunAsync(line.Split(' '))).ShouldSucceed().Output;

        Assert.Contains(says, output, StringComparison.Ordinal);
    }
}
