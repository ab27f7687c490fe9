using LeGoFunc.Downloads;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;

namespace LeGoFunc.Http.Answers;

/// <summary>The part of a body that a request asks for (RFC 9110, section 14).</summary>
/// <param name="Offset">The first byte.</param>
/// <param name="Length">How many; 0 when the range can't be satisfied.</param>
internal readonly record struct RequestedRange(int Offset, int Length)
{
    /// <summary>The asked-for range; null when the whole body is to be sent.</summary>
    public static RequestedRange? Of(HttpRequest request, Representation representation, bool isSalted, int bodyLength)
    {
        if (request.Headers.Range.Count == 0 || !HttpMethods.IsGet(request.Method))
        {
            return null;
        }

        var headers = new RequestHeaders(request.Headers);
        if (headers.Range is not { Unit.Value: { } unit, Ranges: { Count: 1 } ranges }
            || !unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)
            || !IsUpToDate(headers, representation, isSalted))
        {
            return null;
        }

        var range = ranges.First();
        var (from, to) = range.From is { } first
            ? (first, Math.Min(range.To ?? long.MaxValue, bodyLength - 1))
            : (Math.Max(0, bodyLength - (range.To ?? 0)), bodyLength - 1);
        return from > to ? new RequestedRange(0, 0) : new RequestedRange((int)from, (int)(to - from + 1));
    }

    // A salted body differs each time, so the rest of one never fits the beginning of another.
    private static bool IsUpToDate(RequestHeaders headers, Representation representation, bool isSalted) => headers.IfRange switch
    {
        null => true,
        _ when isSalted => false,
        { EntityTag: { } tag } => !tag.IsWeak && tag.Tag == representation.ETag,
        { LastModified: { } time } => time == representation.LastModified,
        _ => false,
    };
}
