using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;

namespace LeGoFunc.Core.Tests.ApiKeys;

public sealed class ApiKeyRotationTests
{
    private static readonly ApiKeySlot First = Keys.Slot("first-api-key");
    private static readonly ApiKeySlot Second = Keys.Slot("second-api-key");

    [Fact]
    public void Staging_adds_a_key_and_retiring_the_old_one_moves_it_up()
    {
        var staged = ApiKeyRotation.Stage(Item(First, null), Second);
        var retired = ApiKeyRotation.Retire(staged);

        Assert.Equal(new ApiKeySlots(First, Second), staged.ApiKeys);
        Assert.Equal(new ApiKeySlots(Second, null), retired.ApiKeys);
    }

    [Fact]
    public void Staging_twice_is_a_conflict() =>
        Assert.Throws<ConflictException>(() => ApiKeyRotation.Stage(Item(First, Second), First));

    [Fact]
    public void Retiring_without_a_new_key_is_a_conflict() =>
        Assert.Throws<ConflictException>(() => ApiKeyRotation.Retire(Item(First, null)));

    [Fact]
    public void Setting_replaces_the_current_key_only() =>
        Assert.Equal(new ApiKeySlots(Second, Second), ApiKeyRotation.Set(Item(First, Second), Second).ApiKeys);

    [Theory]
    [InlineData(SlotName.Current)]
    [InlineData(SlotName.New)]
    public void Revoking_empties_the_slot_and_nothing_else(SlotName slot)
    {
        var revoked = ApiKeyRotation.Revoke(Item(First, Second), slot);

        Assert.Null(revoked.ApiKeys[slot]);
        Assert.NotNull(revoked.ApiKeys[slot == SlotName.New ? SlotName.Current : SlotName.New]);
    }

    [Fact]
    public void Revoking_an_empty_slot_says_that_there_is_no_key() =>
        Assert.Throws<NoSuchItemException>(() => ApiKeyRotation.Revoke(Item(First, null), SlotName.New));

    private static CertificateItem Item(ApiKeySlot? current, ApiKeySlot? next) =>
        new(Keys.Name, Keys.Name, 0) { ApiKeys = new ApiKeySlots(current, next) };
}
