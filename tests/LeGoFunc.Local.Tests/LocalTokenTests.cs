using LeGoFunc.Testing;

namespace LeGoFunc.Local.Tests;

public sealed class LocalTokenTests : IDisposable
{
    private readonly TestDirectory directory = new();

    [Fact]
    public void Open_OnAnEmptyDirectory_MakesASecretForTheOwnerOnly()
    {
        LocalToken.Open(directory.Path);

        Assert.Equal(43, Secret().Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(directory.File("token")));
        }
    }

    [Fact]
    public void Open_Again_KeepsTheSecret()
    {
        LocalToken.Open(directory.Path);
        var before = Secret();
        var token = LocalToken.Open(directory.Path);

        Assert.Equal(before, Secret());
        Assert.True(token.Accepts($"e30.e30.{before}"));
    }

    [Theory]
    [InlineData("e30.e30.")]
    [InlineData("e30.e30.{0}x")]
    [InlineData("{0}")]
    [InlineData("e30.{0}")]
    [InlineData("e30.e30.e30.{0}")]
    [InlineData("e30.{0}.e30")]
    [InlineData("")]
    public void Accepts_AnythingButTheSecretAsThirdPart_IsFalse(string format)
    {
        var token = LocalToken.Open(directory.Path);

        Assert.False(token.Accepts(format.Replace("{0}", Secret(), StringComparison.Ordinal)));
    }

    [Fact]
    public void Open_WhenTheFileIsTorn_MakesANewSecret()
    {
        File.WriteAllText(directory.File("token"), "short");
        LocalToken.Open(directory.Path);

        Assert.Equal(43, Secret().Length);
    }

    public void Dispose() => directory.Dispose();

    private string Secret() => File.ReadAllText(directory.File("token"));
}
