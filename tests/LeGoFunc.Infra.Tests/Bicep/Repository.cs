namespace LeGoFunc.Infra.Tests.Bicep;

/// <summary>Where the files of this repository are, seen from a test's output folder.</summary>
internal static class Repository
{
    public const string Infra = "infra";

    public const string Variants = "tests/LeGoFunc.Infra.Tests/Variants";

    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LeGoFunc.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("LeGoFunc.sln is in no folder above the tests.");
    }
}
