using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LeGoFunc.Http.Answers;

/// <summary>The answers that are no download: JSON in the form that LeGo's clients know, without a line feed.</summary>
internal sealed class ErrorAnswer
{
    public static readonly ErrorAnswer Unauthorized = new(401, "unauthorized");
    public static readonly ErrorAnswer NotFound = new(404, "not found");
    public static readonly ErrorAnswer MethodNotAllowed = new(405, "method not allowed");
    public static readonly ErrorAnswer PreconditionFailed = new(412, "precondition failed");
    public static readonly ErrorAnswer RangeNotSatisfiable = new(416, "range not satisfiable");
    public static readonly ErrorAnswer InternalError = new(500, "internal error");
    public static readonly ErrorAnswer Unavailable = new(503, "temporarily unavailable");

    private readonly int status;
    private readonly byte[] body;

    private ErrorAnswer(int status, string message)
    {
        this.status = status;
        body = Encoding.ASCII.GetBytes($$"""{"status_code":{{status}},"message":"{{message}}"}""");
    }

    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>Writes the answer and when to come again, in seconds.</summary>
    public Task WriteAsync(HttpContext context, TimeSpan retryAfter)
    {
        var seconds = Math.Clamp((int)Math.Ceiling(retryAfter.TotalSeconds), 1, 120);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return WriteAsync(context);
    }
}
