using System.Text.Json.Nodes;
using LeGoFunc.Infra.Tests.Bicep;
using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests;

/// <summary>What Bicep itself says of the files, with the settings of infra/bicepconfig.json.</summary>
public sealed class ToolingTests(BicepFixture bicep)
{
    public static IEnumerable<TheoryDataRow<string>> ParameterFiles => ParameterSets.All.Select(set => new TheoryDataRow<string>(set));

    [Fact]
    public async Task Lint_PrintsNothing()
    {
        BicepFixture.SkipWithoutBicep();

        var lint = await Command.RunAsync(bicep.Cli, "lint", "--pattern", Path.Combine(Repository.Root, Repository.Infra, "**/*.bicep*"));

        Assert.Equal("", lint.Everything);
        Assert.Equal(0, lint.ExitCode);
    }

    [Fact]
    public async Task Format_ChangesNothing()
    {
        BicepFixture.SkipWithoutBicep();

        foreach (var source in InfraCopy.Sources)
        {
            var path = Path.Combine(Repository.Root, source);
            var formatted = await bicep.CallAsync("bicep/format", new JsonObject { ["path"] = path });
            Assert.Equal(formatted["contents"]!.GetValue<string>(), await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task ParameterFile_Builds(string set)
    {
        BicepFixture.SkipWithoutBicep();

        var build = await bicep.CallAsync("bicep/compileParams", new JsonObject
        {
            ["path"] = Path.Combine(Repository.Root, ParameterSets.FileOf(set)),
            ["parameterOverrides"] = new JsonObject(),
        });

        Assert.Empty(build["diagnostics"]!.AsArray());
        Assert.True(build["success"]!.GetValue<bool>());
    }
}
