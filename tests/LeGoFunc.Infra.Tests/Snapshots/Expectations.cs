using System.Text.Json;

namespace LeGoFunc.Infra.Tests.Snapshots;

/// <summary>Building blocks of policies: each gives a sentence for every violation, none when all is well.</summary>
internal static class Expectations
{
    /// <summary>There is at least one resource, and every one has exactly this value at the path.</summary>
    public static IEnumerable<string> MustHave<T>(this IEnumerable<Resource> resources, string path, T expected)
    {
        var all = resources.ToList();
        return all.Count == 0 ? [$"There is nothing whose {path} could be looked at."] : all.MayOnlyHave(path, expected);
    }

    /// <summary>The same for resources that are optional.</summary>
    public static IEnumerable<string> MayOnlyHave<T>(this IEnumerable<Resource> resources, string path, T expected)
    {
        var wanted = JsonSerializer.Serialize(expected);
        foreach (var resource in resources)
        {
            var actual = resource.At(path)?.ToJsonString() ?? "absent";
            if (actual != wanted)
            {
                yield return $"{resource.Type} {resource.Name}: {path} is {actual}, not {wanted}.";
            }
        }
    }

    public static IEnumerable<string> MustNotHave(this IEnumerable<Resource> resources, string path) =>
        from resource in resources
        where resource.At(path) is not null
        select $"{resource.Type} {resource.Name}: {path} is set.";

    /// <summary>Two sets of names are the same; each difference is a violation.</summary>
    public static IEnumerable<string> MustBe(this IEnumerable<string> actual, string what, params IEnumerable<string> expected)
    {
        var have = actual.ToHashSet();
        var want = expected.ToHashSet();
        return
        [
            .. have.Except(want).Select(extra => $"{what}: {extra} is too much."),
            .. want.Except(have).Select(missing => $"{what}: {missing} is missing."),
        ];
    }
}
