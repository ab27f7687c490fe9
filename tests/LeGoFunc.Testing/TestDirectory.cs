namespace LeGoFunc.Testing;

/// <summary>A temporary directory of one test, removed with everything in it.</summary>
public sealed class TestDirectory : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("legofunc-test-");

    public string Path => directory.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => directory.Delete(recursive: true);
}
