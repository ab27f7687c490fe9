using LeGoFunc.Downloads;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace LeGoFunc.Http.Answers;

/// <summary>What the conditions of a request come to (RFC 9110, section 13.2.2).</summary>
internal enum Precondition
{
    /// <summary>The download is to be sent.</summary>
    Proceed,

    /// <summary>The client has it already.</summary>
    NotModified,

    /// <summary>The client wants another state than the present one.</summary>
    Failed,
}

/// <summary>Judges conditional requests against what the catalog says, before any material is fetched.</summary>
internal static class Preconditions
{
    public static Precondition Evaluate(IHeaderDictionary raw, Representation representation)
    {
        // Typed headers are parsed on demand; nearly all requests have none of these.
        if (raw.IfNoneMatch.Count + raw.IfMatch.Count + raw.IfModifiedSince.Count + raw.IfUnmodifiedSince.Count == 0)
        {
            return Precondition.Proceed;
        }

        var headers = new RequestHeaders(raw);
        var tag = new EntityTagHeaderValue(representation.ETag);
        if (raw.IfMatch.Count > 0)
        {
            if (!headers.IfMatch.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(tag, useStrongComparison: true)))
            {
                return Precondition.Failed;
            }
        }
        else if (headers.IfUnmodifiedSince is { } unmodifiedSince && representation.LastModified > unmodifiedSince)
        {
            return Precondition.Failed;
        }

        if (raw.IfNoneMatch.Count > 0)
        {
            return headers.IfNoneMatch.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(tag, useStrongComparison: false))
                ? Precondition.NotModified
                : Precondition.Proceed;
        }

        return headers.IfModifiedSince is { } modifiedSince && representation.LastModified <= modifiedSince
            ? Precondition.NotModified
            : Precondition.Proceed;
    }
}
