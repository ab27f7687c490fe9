using LeGoFunc.Local.Pki;
using LeGoFunc.Testing;
using Microsoft.Extensions.Time.Testing;

namespace LeGoFunc.Local.Tests.Pki;

public sealed class LocalCertificateAuthorityTests : IDisposable
{
    private readonly TestDirectory directory = new();
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public void Open_OnAnEmptyDirectory_MakesFilesWithTheRightModes()
    {
        using var authority = Open();

        Assert.Equal(["ca.key", "ca.pem", "server.key", "server.pem"], Directory.GetFiles(directory.Path).Select(Path.GetFileName).Order());
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead, File.GetUnixFileMode(authority.AuthorityFile));
            Assert.Equal(owner, File.GetUnixFileMode(authority.ServerKeyFile));
            Assert.Equal(owner, File.GetUnixFileMode(directory.File("ca.key")));
        }
    }

    [Fact]
    public void Open_Again_GivesTheSameCertificates()
    {
        using var first = Open();
        using var second = Open();

        Assert.Equal(first.Authority.Thumbprint, second.Authority.Thumbprint);
        Assert.Equal(first.ServerCertificate.Thumbprint, second.ServerCertificate.Thumbprint);
        Assert.True(second.ServerCertificate.HasPrivateKey);
    }

    [Fact]
    public void Open_WithLessThan30DaysLeft_RenewsTheServerCertificateOnly()
    {
        using var first = Open();
        time.Advance(TimeSpan.FromDays(397 - 29));
        using var second = Open();

        Assert.Equal(first.Authority.Thumbprint, second.Authority.Thumbprint);
        Assert.NotEqual(first.ServerCertificate.Thumbprint, second.ServerCertificate.Thumbprint);
        Assert.Equal(time.GetUtcNow().AddDays(397), new DateTimeOffset(second.ServerCertificate.NotAfter), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Open_WhenTheAuthorityIsAboutToExpire_RenewsBoth()
    {
        using var first = Open();
        time.Advance(TimeSpan.FromDays((365 * 10) - 10));
        using var second = Open();

        Assert.NotEqual(first.Authority.Thumbprint, second.Authority.Thumbprint);
        Assert.True(LocalCertificates.IsIssuedBy(second.ServerCertificate, second.Authority, time.GetUtcNow()));
    }

    [Theory]
    [InlineData("ca.pem")]
    [InlineData("ca.key")]
    [InlineData("server.pem")]
    [InlineData("server.key")]
    public void Open_WhenAFileIsTorn_MakesAPairThatFits(string file)
    {
        Open().Dispose();
        File.WriteAllText(directory.File(file), "-----BEGIN");
        using var authority = Open();

        Assert.True(LocalCertificates.IsIssuedBy(authority.ServerCertificate, authority.Authority, time.GetUtcNow()));
    }

    [Fact]
    public void ServerCertificate_IsForThisMachineAlone()
    {
        using var authority = Open();

        Assert.True(authority.ServerCertificate.MatchesHostname("localhost"));
        Assert.True(authority.ServerCertificate.MatchesHostname("127.0.0.1"));
        Assert.True(authority.ServerCertificate.MatchesHostname("::1"));
        Assert.False(authority.ServerCertificate.MatchesHostname("example.org"));
    }

    public void Dispose() => directory.Dispose();

    private LocalCertificateAuthority Open() => LocalCertificateAuthority.Open(directory.Path, time);
}
