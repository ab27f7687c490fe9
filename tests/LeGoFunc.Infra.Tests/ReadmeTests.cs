using System.Text.RegularExpressions;
using LeGoFunc.Infra.Tests.Bicep;

namespace LeGoFunc.Infra.Tests;

public sealed partial class ReadmeTests
{
    private static readonly string s_readme = File.ReadAllText(Path.Combine(Repository.Root, Repository.Infra, "README.md"));

    public static IEnumerable<TheoryDataRow<string>> Names =>
        from match in Declarations().Matches(File.ReadAllText(Path.Combine(Repository.Root, Repository.Infra, "main.bicep")))
        select new TheoryDataRow<string>(match.Groups["name"].Value);

    [Theory]
    [MemberData(nameof(Names))]
    public void Readme_ExplainsEveryParameterAndOutput(string name) =>
        Assert.Matches($"(?m)^\\|.*`{name}`.*\\|$", s_readme);

    [GeneratedRegex(@"^(?:param|output) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declarations();
}
