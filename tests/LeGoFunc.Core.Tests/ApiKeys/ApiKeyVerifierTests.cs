using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;

namespace LeGoFunc.Core.Tests.ApiKeys;

public sealed class ApiKeyVerifierTests
{
    private const string Right = "right-api-key";
    private const string Next = "next-api-key";

    [Fact]
    public void Either_slots_key_matches_and_names_its_slot()
    {
        var slots = new ApiKeySlots(Keys.Slot(Right), Keys.Slot(Next));

        Assert.Equal(SlotName.Current, Match(slots, Right));
        Assert.Equal(SlotName.New, Match(slots, Next));
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("right-api-ke")]
    [InlineData("right-api-key ")]
    [InlineData("RIGHT-API-KEY")]
    [InlineData("-")]
    public void No_other_key_matches(string presented) =>
        Assert.Null(Match(new ApiKeySlots(Keys.Slot(Right), Keys.Slot(Next)), presented));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("anything at all")]
    public void Nothing_matches_an_item_without_keys(string presented) => Assert.Null(Match(ApiKeySlots.None, presented));

    [Fact]
    public void An_overlong_key_is_wrong_and_not_an_error() =>
        Assert.Null(Match(new ApiKeySlots(Keys.Slot(Right), null), new string('x', 100_000)));

    [Fact]
    public void An_expired_key_is_wrong_from_the_very_moment_on()
    {
        Assert.Null(Match(new ApiKeySlots(Keys.Slot(Right, expires: Keys.Now), null), Right));
        Assert.Equal(SlotName.Current, Match(new ApiKeySlots(Keys.Slot(Right, expires: Keys.Now.AddTicks(1)), null), Right));
    }

    [Fact]
    public void A_hash_made_with_an_older_pepper_still_matches() =>
        Assert.Equal(SlotName.Current, Match(new ApiKeySlots(Keys.Slot(Right, pepper: Keys.Old), null), Right));

    [Fact]
    public void A_hash_of_a_pepper_that_is_gone_matches_nothing() =>
        Assert.Null(Match(new ApiKeySlots(Keys.Slot(Right, pepper: Keys.NewPepper("gone")), null), Right));

    [Fact]
    public void A_hash_moved_to_another_item_matches_nothing_there()
    {
        Assert.Null(Match(new ApiKeySlots(Keys.Slot(Right, name: ItemName.Parse("other")), null), Right));
        Assert.Null(Match(new ApiKeySlots(Keys.Slot(Right, kind: ItemKind.PrivateKey), null), Right));
    }

    [Fact]
    public void A_damaged_hash_matches_nothing() =>
        Assert.Null(Match(new ApiKeySlots(new ApiKeySlot("damaged", "", Keys.Now, null), null), Right));

    private static SlotName? Match(ApiKeySlots slots, string presented) =>
        ApiKeyVerifier.Match(ItemKind.Certificate, Keys.Name, slots, presented, Keys.Peppers, Keys.Now);
}
