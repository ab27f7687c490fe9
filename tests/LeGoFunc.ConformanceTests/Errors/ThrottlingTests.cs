namespace LeGoFunc.ConformanceTests.Errors;

public sealed class ThrottlingTests(Target target)
{
    [Fact(Skip = "The limit of failed attempts is not built yet; it also needs a setting that leaves this suite's own failures alone")]
    public async Task An_address_with_too_many_failed_attempts_is_told_when_to_come_again_unless_it_presents_a_right_key()
    {
        var key = target.Everything.Key;
        var refused = await target.EventuallyAsync(() => target.Plain.GetWithKeyAsync(key.Path(), "wrong-key"), 429);
        refused.AssertError(429, "too many failed attempts");
        Assert.Matches("^[0-9]+$", refused["Retry-After"]!);
        (await target.Plain.GetWithKeyAsync(key.Path(), key.ApiKey)).AssertBody(key.Pem);
    }
}
