using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;

namespace LeGoFunc.Core.Tests.ApiKeys;

public sealed class ApiKeyGeneratorTests
{
    [Theory]
    [InlineData(ItemKind.PrivateKey, "lgk_")]
    [InlineData(ItemKind.Certificate, "lgc_")]
    public void A_generated_key_has_its_prefix_and_49_base62_characters(ItemKind kind, string prefix)
    {
        var key = ApiKeyGenerator.Generate(kind);

        Assert.StartsWith(prefix, key, StringComparison.Ordinal);
        Assert.Equal(4 + 43 + 6, key.Length);
        Assert.All(key[4..], c => Assert.True(char.IsAsciiLetterOrDigit(c)));
        Assert.True(ApiKeyGenerator.IsGenerated(key));
    }

    [Fact]
    public void A_changed_character_breaks_the_checksum()
    {
        var key = ApiKeyGenerator.Generate(ItemKind.Certificate);

        for (var i = 4; i < key.Length; i++)
        {
            var changed = key[..i] + (key[i] == 'a' ? 'b' : 'a') + key[(i + 1)..];
            Assert.False(ApiKeyGenerator.IsGenerated(changed), $"position {i}");
        }
    }

    [Fact]
    public void No_two_keys_are_alike()
    {
        var keys = Enumerable.Range(0, 1000).Select(_ => ApiKeyGenerator.Generate(ItemKind.PrivateKey)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(1000, keys.Count);
    }

    [Fact]
    public void The_hint_of_a_generated_key_is_prefix_and_end_of_its_checksum()
    {
        var key = ApiKeyGenerator.Generate(ItemKind.Certificate);

        Assert.Equal($"lgc_…{key[^4..]}", ApiKeyGenerator.Hint(key));
    }

    [Theory]
    [InlineData("correct-horse-battery")]
    [InlineData("lgc_short")]
    public void The_hint_of_a_chosen_key_shows_nothing_of_it(string chosen) =>
        Assert.Equal("chosen by hand", ApiKeyGenerator.Hint(chosen));
}
