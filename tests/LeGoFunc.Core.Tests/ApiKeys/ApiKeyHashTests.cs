using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;

namespace LeGoFunc.Core.Tests.ApiKeys;

public sealed class ApiKeyHashTests
{
    [Fact]
    public void The_text_form_names_scheme_and_pepper_and_reads_back()
    {
        var hash = ApiKeyHash.Compute(Keys.Current, ItemKind.Certificate, Keys.Name, "0123456789");

        Assert.Matches("^hmac-sha256\\$p2\\$[A-Za-z0-9_-]{43}$", hash.ToString());
        Assert.True(ApiKeyHash.TryParse(hash.ToString(), out var read));
        Assert.Equal("p2", read.PepperVersion);
        Assert.Equal(hash.Digest.ToArray(), read.Digest.ToArray());
    }

    [Fact]
    public void Kind_name_key_and_pepper_each_change_the_hash_and_the_names_case_does_not()
    {
        string Of(ItemKind kind, string name, string key, Pepper pepper) =>
            Convert.ToHexString(ApiKeyHash.Compute(pepper, kind, ItemName.Parse(name), key).Digest.Span);

        var hash = Of(ItemKind.Certificate, "web", "0123456789", Keys.Current);

        Assert.Equal(hash, Of(ItemKind.Certificate, "WEB", "0123456789", Keys.Current));
        Assert.NotEqual(hash, Of(ItemKind.PrivateKey, "web", "0123456789", Keys.Current));
        Assert.NotEqual(hash, Of(ItemKind.Certificate, "web2", "0123456789", Keys.Current));
        Assert.NotEqual(hash, Of(ItemKind.Certificate, "web", "0123456780", Keys.Current));
        Assert.NotEqual(hash, Of(ItemKind.Certificate, "web", "0123456789", Keys.Old));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hmac-sha256")]
    [InlineData("hmac-sha256$p$")]
    [InlineData("hmac-sha256$p$AAAA")]
    [InlineData("hmac-sha256$$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("hmac-sha512$p$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("hmac-sha256$p$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA$x")]
    [InlineData("hmac-sha256$p$!!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_hash_is_not_read_as_one(string? text) => Assert.False(ApiKeyHash.TryParse(text, out _));

    [Fact]
    public void An_empty_or_overlong_key_can_not_be_stored()
    {
        Assert.Throws<InvalidInputException>(() => Keys.Slot(""));
        Assert.Throws<InvalidInputException>(() => Keys.Slot(new string('a', 1025)));
        Assert.Throws<InvalidInputException>(() => Keys.Slot(new string('ü', 513)));
        Assert.NotNull(Keys.Slot(new string('ü', 512)));
    }
}
