using System.Globalization;
using LeGoFunc.Downloads;
using Microsoft.AspNetCore.Http;

namespace LeGoFunc.Http.Answers;

/// <summary>The answers to a caller who has shown the right API key.</summary>
internal static class DownloadAnswer
{
    /// <summary>The headers of 200, 206, 304, 412 and 416 alike.</summary>
    public static void ApplyHeaders(HttpResponse response, Representation representation, string fileName)
    {
        response.Headers.ETag = representation.ETag;
        response.Headers.LastModified = representation.LastModified.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        response.Headers.AcceptRanges = "bytes";
    }

    public static Task WriteAsync(HttpContext context, Representation representation, bool isSalted, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        if (RequestedRange.Of(context.Request, representation, isSalted, body.Length) is { } range)
        {
            if (range.Length == 0)
            {
                response.Headers.ContentRange = $"bytes */{body.Length}";
                response.Headers.ContentDisposition = default;
                return ErrorAnswer.RangeNotSatisfiable.WriteAsync(context);
            }

            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {range.Offset}-{range.Offset + range.Length - 1}/{body.Length}";
            body = body.Slice(range.Offset, range.Length);
        }

        response.ContentType = representation.ContentType;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
