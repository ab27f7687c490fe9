using LeGoFunc.Catalog;

namespace LeGoFunc.Core.Tests.Catalog;

public sealed class ItemNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("Web-01_x.example~old")]
    [InlineData("...")]
    public void Letters_digits_and_four_signs_make_a_name(string text)
    {
        Assert.True(ItemName.TryParse(text, out var name));
        Assert.Equal(text, name.Spelling);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a%2Fb")]
    [InlineData("ä")]
    [InlineData("a\n")]
    [InlineData("a\0")]
    public void Anything_else_does_not(string? text) => Assert.False(ItemName.TryParse(text, out _));

    [Fact]
    public void A_name_has_at_most_120_characters()
    {
        Assert.True(ItemName.TryParse(new string('a', 120), out _));
        Assert.False(ItemName.TryParse(new string('a', 121), out _));
    }

    [Fact]
    public void Names_that_differ_only_by_case_are_equal()
    {
        Assert.Equal(ItemName.Parse("WEB"), ItemName.Parse("web"));
        Assert.Equal(ItemName.Parse("WEB").GetHashCode(), ItemName.Parse("web").GetHashCode());
        Assert.NotEqual(ItemName.Parse("web"), ItemName.Parse("web2"));
    }
}
