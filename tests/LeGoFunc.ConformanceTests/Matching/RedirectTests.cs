namespace LeGoFunc.ConformanceTests.Matching;

public sealed class RedirectTests(Target target)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/legocerthub")]
    [InlineData("/legocerthub/")]
    [InlineData("/certwarden/api/v1/download")]
    [InlineData("/certwarden/api/v1/download/")]
    [InlineData("/certwarden/api/v1/download/privatekeys")]
    [InlineData("/certwarden/api/v1/download/privatekeys/")]
    [InlineData("/certwarden/api/v1/download/privatekeys/name/")]
    [InlineData("//certwarden/api/v1/download/privatekeys/name")]
    [InlineData("/certwarden//api/v1/download/privatekeys/name")]
    [InlineData("/certwarden/api/v1/download/privatekeys//name")]
    [InlineData("/certwarden/api/v1/download/privatekeys/name//key")]
    [InlineData("/certwarden/api/v1/download/../download/privatekeys/name")]
    [InlineData("/certwarden/api/v1/download/./privatekeys/name")]
    [InlineData("/certwarden/api/health/")]
    [InlineData("/CERTWARDEN/api/ready/")]
    public async Task No_answer_is_ever_a_redirect(string path)
    {
        var answer = await target.Plain.RawAsync("GET", path);
        Assert.NotInRange(answer.Status, 300, 399);
        Assert.Null(answer["Location"]);
    }
}
