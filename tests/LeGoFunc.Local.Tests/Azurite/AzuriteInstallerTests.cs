using System.Collections.Concurrent;
using LeGoFunc.Local.Azurite;
using LeGoFunc.Testing;

namespace LeGoFunc.Local.Tests.Azurite;

public sealed class AzuriteInstallerTests : IDisposable
{
    private readonly TestDirectory directory = new();

    [Fact]
    public async Task Install_StartedTwiceAtOnce_InstallsOnce()
    {
        // A copy of the folder, because the one in use must stay as it is. This runs npm for real.
        var repository = (await new AzuriteInstaller().InstallAsync(TestContext.Current.CancellationToken)).Directory;
        foreach (var file in (string[])["package.json", "package-lock.json", ".npmrc", "watch-parent.cjs"])
        {
            File.Copy(Path.Combine(repository, file), directory.File(file));
        }

        var lines = new ConcurrentBag<string>();
        var installers = Enumerable.Range(0, 2).Select(_ => new AzuriteInstaller(directory.Path, lines.Add).InstallAsync(TestContext.Current.CancellationToken));
        var installed = await Task.WhenAll(installers);

        Assert.All(installed, installation => Assert.True(File.Exists(installation.TableService)));
        Assert.Equal(["installing Azurite (first start only)"], lines);
    }

    [Fact]
    public async Task Install_WhenNpmFails_SaysSoInOneLine()
    {
        await File.WriteAllTextAsync(directory.File("package-lock.json"), "{}", TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<LocalStackException>(() => new AzuriteInstaller(directory.Path).InstallAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith($"npm ci in {directory.Path} failed with exit code", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task Install_WithoutALockFile_SaysWhichDirectory()
    {
        var error = await Assert.ThrowsAsync<LocalStackException>(() => new AzuriteInstaller(directory.Path).InstallAsync(TestContext.Current.CancellationToken));

        Assert.Contains(directory.Path, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => directory.Dispose();
}
