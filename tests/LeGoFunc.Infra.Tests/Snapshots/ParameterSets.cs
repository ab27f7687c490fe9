using LeGoFunc.Infra.Tests.Bicep;

namespace LeGoFunc.Infra.Tests.Snapshots;

/// <summary>The parameter files that policies are held against, by name: the two that ship and the variants.</summary>
internal static class ParameterSets
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. InfraCopy.Sources
            .Where(source => Path.GetExtension(source) == ".bicepparam")
            .Select(source => Path.GetFileNameWithoutExtension(source)),
    ];

    public static string FileOf(string name) =>
        InfraCopy.Sources.Single(source => Path.GetFileName(source) == $"{name}.bicepparam");
}
