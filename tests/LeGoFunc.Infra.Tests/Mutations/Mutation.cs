namespace LeGoFunc.Infra.Tests.Mutations;

/// <summary>
/// One mistake that somebody could make in infra/, as a replacement of text, and the policies that must notice it.
/// </summary>
internal sealed record Mutation(string File, string Find, string Replacement, params string[] Policies)
{
    /// <summary>The parameter set under which the mistake shows.</summary>
    public string Set { get; init; } = "dev";

    public string Name => $"{string.Join(" and ", Policies)}: {Shown(Find)} becomes {Shown(Replacement)}";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        .. StoreMutations.All, .. AppMutations.All, .. PeopleMutations.All, .. NetworkMutations.All,
    ];

    private static string Shown(string text) => text.Length == 0 ? "nothing" : $"\"{text.Trim().ReplaceLineEndings(" ")}\"";
}
