using System.Globalization;
using System.Net.Sockets;
using Azure;
using Azure.Identity;

namespace LeGoFunc.Stores;

/// <summary>Turns what the Azure clients throw into <see cref="StoreException"/>.</summary>
internal static class StoreErrors
{
    /// <summary>Translates; null when the exception is not the store's failure (an answer, a cancelled call, a defect).</summary>
    public static StoreException? Translate(string store, Exception exception, CancellationToken cancellationToken) =>
        exception switch
        {
            StoreException => null,
            OperationCanceledException when cancellationToken.IsCancellationRequested => null,
            RequestFailedException { Status: 404, ErrorCode: "TableNotFound" } e =>
                Failed(StoreFailure.Unavailable, $"{store} has no tables of LeGoFunc: run 'legofunc init'", e),
            RequestFailedException { Status: 401 or 403 } e => Failed(StoreFailure.Refused, $"{store} refuses: {Reason(e)}", e),
            RequestFailedException { Status: 429 } e => Throttled($"{store} throttles: {Reason(e)}", e),
            RequestFailedException { Status: 503 } e when RetryAfter(e) is not null => Throttled($"{store} throttles: {Reason(e)}", e),
            RequestFailedException { Status: 0 } e => Failed(StoreFailure.Unavailable, $"{store} can't be reached: {Reason(e)}", e),
            RequestFailedException { Status: >= 500 or 408 } e => Failed(StoreFailure.Unavailable, $"{store} is unavailable: {Reason(e)}", e),
            AuthenticationFailedException e => Failed(StoreFailure.Refused, $"{store}: no Azure sign-in: {FirstLine(e.Message)}", e),
            AggregateException { InnerExceptions: [.., var last] } => Translate(store, last, cancellationToken),
            HttpRequestException or SocketException or IOException or TimeoutException or OperationCanceledException =>
                Failed(StoreFailure.Unavailable, $"{store} can't be reached: {FirstLine(exception.Message)}", exception),
            _ => null,
        };

    private static StoreException Failed(StoreFailure failure, string message, Exception e) => new(failure, message, retryAfter: null, e);

    private static StoreException Throttled(string message, RequestFailedException e) => new(StoreFailure.Throttled, message, RetryAfter(e), e);

    private static TimeSpan? RetryAfter(RequestFailedException e) =>
        e.GetRawResponse() is Response response
        && response.Headers.TryGetValue("Retry-After", out var value)
        && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static string Reason(RequestFailedException e) =>
        e.Status == 0 ? FirstLine(e.Message) : $"{e.Status} {e.ErrorCode}".TrimEnd();

    private static string FirstLine(string message) => message.Split('\n', 2)[0].Trim();
}
