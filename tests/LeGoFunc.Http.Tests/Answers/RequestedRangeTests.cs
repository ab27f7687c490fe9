using LeGoFunc.Downloads;
using LeGoFunc.Http.Answers;
using Microsoft.AspNetCore.Http;

namespace LeGoFunc.Http.Tests.Answers;

public sealed class RequestedRangeTests
{
    private static readonly Representation Representation =
        new("\"tag\"", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), "application/x-pem-file");

    [Theory]
    [InlineData("bytes=0-9", 0, 10)]
    [InlineData("bytes=90-", 90, 10)]
    [InlineData("bytes=90-500", 90, 10)]
    [InlineData("bytes=-10", 90, 10)]
    [InlineData("bytes=-500", 0, 100)]
    [InlineData("bytes=99-99", 99, 1)]
    public void One_range_is_cut_out(string range, int offset, int length) =>
        Assert.Equal(new RequestedRange(offset, length), Of(range));

    [Theory]
    [InlineData("bytes=100-")]
    [InlineData("bytes=100-200")]
    [InlineData("bytes=-0")]
    public void A_range_beyond_the_end_can_not_be_satisfied(string range) => Assert.Equal(0, Of(range)!.Value.Length);

    [Theory]
    [InlineData("")]
    [InlineData("bytes=0-1,5-6")]
    [InlineData("lines=0-9")]
    [InlineData("bytes=9-1")]
    [InlineData("bytes")]
    public void Anything_else_asks_for_the_whole_body(string range) => Assert.Null(Of(range));

    [Theory]
    [InlineData("\"tag\"", true)]
    [InlineData("W/\"tag\"", false)]
    [InlineData("\"other\"", false)]
    [InlineData("Sun, 01 Mar 2026 12:00:00 GMT", true)]
    [InlineData("Sun, 01 Mar 2026 11:00:00 GMT", false)]
    public void If_Range_must_name_the_present_state(string ifRange, bool cut) =>
        Assert.Equal(cut, Of("bytes=0-9", ifRange: ifRange) is not null);

    [Fact]
    public void If_Range_never_matches_a_salted_body() => Assert.Null(Of("bytes=0-9", ifRange: "\"tag\"", isSalted: true));

    [Fact]
    public void HEAD_has_no_ranges() => Assert.Null(Of("bytes=0-9", method: "HEAD"));

    private static RequestedRange? Of(string range, string ifRange = "", bool isSalted = false, string method = "GET")
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        Set("Range", range);
        Set("If-Range", ifRange);
        return RequestedRange.Of(request, Representation, isSalted, bodyLength: 100);

        void Set(string header, string value)
        {
            if (value.Length > 0)
            {
                request.Headers[header] = value;
            }
        }
    }
}
