using LeGoFunc.ApiKeys;

namespace LeGoFunc.Core.Tests.ApiKeys;

public sealed class CombinedApiKeyTests
{
    [Fact]
    public void Two_parts_and_one_dot_are_a_combined_key()
    {
        var halves = CombinedApiKey.Split("cert.key");

        Assert.Equal("cert", halves.Certificate.ToString());
        Assert.Equal("key", halves.PrivateKey.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("cert")]
    [InlineData(".")]
    [InlineData("cert.")]
    [InlineData(".key")]
    [InlineData("a.b.c")]
    [InlineData("a..b")]
    [InlineData("..")]
    public void Anything_else_gives_no_halves(string presented)
    {
        var halves = CombinedApiKey.Split(presented);

        Assert.True(halves.Certificate.IsEmpty);
        Assert.True(halves.PrivateKey.IsEmpty);
    }
}
