namespace LeGoFunc.Infra.Tests.Bicep;

/// <summary>
/// A copy of everything that is deployed, in the same layout, to be changed at will. The linter's settings stay behind:
/// a mutation may leave a parameter unused, and it is the policies that must notice it, not the linter.
/// </summary>
internal sealed class InfraCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("legofunc-infra-");

    public InfraCopy()
    {
        foreach (var source in Sources)
        {
            var target = Path.Combine(_folder.FullName, source);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Repository.Root, source), target);
        }
    }

    /// <summary>Bicep and parameter files, relative to the top of the repository.</summary>
    public static IReadOnlyList<string> Sources { get; } =
    [
        .. new[] { Repository.Infra, Repository.Variants }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.bicep*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam")
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Order(StringComparer.Ordinal),
    ];

    public string PathOf(string source) => Path.Combine(_folder.FullName, source);

    /// <summary>Replaces text that must be there exactly once, so that no mutation silently stops to apply.</summary>
    public void Replace(string source, string find, string replacement)
    {
        var before = File.ReadAllText(PathOf(source));
        Assert.Equal(2, before.Split(find).Length);
        File.WriteAllText(PathOf(source), before.Replace(find, replacement, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
