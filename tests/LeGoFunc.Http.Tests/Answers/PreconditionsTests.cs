using LeGoFunc.Downloads;
using LeGoFunc.Http.Answers;
using Microsoft.AspNetCore.Http;

namespace LeGoFunc.Http.Tests.Answers;

public sealed class PreconditionsTests
{
    private const string Before = "Sun, 01 Mar 2026 11:59:59 GMT";
    private const string Then = "Sun, 01 Mar 2026 12:00:00 GMT";

    private static readonly Representation Representation =
        new("\"tag\"", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), "application/x-pem-file");

    [Theory]
    [InlineData("If-None-Match", "\"tag\"", "NotModified")]
    [InlineData("If-None-Match", "W/\"tag\"", "NotModified")]
    [InlineData("If-None-Match", "*", "NotModified")]
    [InlineData("If-None-Match", "\"a\", \"tag\"", "NotModified")]
    [InlineData("If-None-Match", "\"a\"", "Proceed")]
    [InlineData("If-None-Match", "tag", "Proceed")]
    [InlineData("If-Modified-Since", Then, "NotModified")]
    [InlineData("If-Modified-Since", Before, "Proceed")]
    [InlineData("If-Modified-Since", "yesterday", "Proceed")]
    [InlineData("If-Match", "\"tag\"", "Proceed")]
    [InlineData("If-Match", "*", "Proceed")]
    [InlineData("If-Match", "W/\"tag\"", "Failed")]
    [InlineData("If-Match", "\"a\"", "Failed")]
    [InlineData("If-Unmodified-Since", Then, "Proceed")]
    [InlineData("If-Unmodified-Since", Before, "Failed")]
    public void One_condition(string header, string value, string expected) =>
        Assert.Equal(expected, Evaluate((header, value)).ToString());

    [Fact]
    public void If_None_Match_beats_If_Modified_Since() =>
        Assert.Equal(Precondition.Proceed, Evaluate(("If-None-Match", "\"a\""), ("If-Modified-Since", Then)));

    [Fact]
    public void If_Match_beats_If_Unmodified_Since_and_comes_before_If_None_Match()
    {
        Assert.Equal(Precondition.Proceed, Evaluate(("If-Match", "\"tag\""), ("If-Unmodified-Since", Before)));
        Assert.Equal(Precondition.Failed, Evaluate(("If-Match", "\"a\""), ("If-None-Match", "\"tag\"")));
    }

    [Fact]
    public void Without_conditions_the_download_is_sent() => Assert.Equal(Precondition.Proceed, Evaluate());

    private static Precondition Evaluate(params (string Header, string Value)[] conditions)
    {
        var headers = new HeaderDictionary();
        foreach (var (header, value) in conditions)
        {
            headers[header] = value;
        }

        return Preconditions.Evaluate(headers, Representation);
    }
}
