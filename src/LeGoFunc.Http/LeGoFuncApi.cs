using LeGoFunc.Http.Answers;
using LeGoFunc.Http.Health;
using LeGoFunc.Http.Routing;
using LeGoFunc.Stores;
using Microsoft.AspNetCore.Http;

namespace LeGoFunc.Http;

/// <summary>
/// The whole HTTP contract: answers any request, whatever its path and method. A head (Kestrel, Azure Functions) has
/// nothing to do but hand requests over. Safe for use by several threads.
/// </summary>
public sealed partial class LeGoFuncApi
{
    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(5);

    private readonly DownloadEndpoint downloads;
    private readonly Readiness readiness;
    private readonly ILogger<LeGoFuncApi> logger;

    internal LeGoFuncApi(DownloadEndpoint downloads, Readiness readiness, ILogger<LeGoFuncApi> logger)
    {
        this.downloads = downloads;
        this.readiness = readiness;
        this.logger = logger;
    }

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var route = RouteTable.Match(context.Request.Path, context.Request.Query);
        CommonHeaders.Apply(context, route);
        try
        {
            await DispatchAsync(context, route);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
        catch (StoreException e) when (!context.Response.HasStarted)
        {
            LogStoreFailure(e.Failure, e.Message);
            await ErrorAnswer.Unavailable.WriteAsync(context, e.RetryAfter ?? DefaultRetryAfter);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var correlation = Guid.CreateVersion7().ToString("N");
            LogDefect(e, correlation);
            context.Response.Headers["x-correlation-id"] = correlation;
            await ErrorAnswer.InternalError.WriteAsync(context);
        }
    }

    private async Task DispatchAsync(HttpContext context, ApiRoute? route)
    {
        if (route is null)
        {
            await ErrorAnswer.NotFound.WriteAsync(context);
        }
        else if (context.Request.Method is not ("GET" or "HEAD"))
        {
            // Methods are compared as they are written (RFC 9110, section 9.1): 'get' is another one.
            context.Response.Headers.Allow = "GET, HEAD";
            await ErrorAnswer.MethodNotAllowed.WriteAsync(context);
        }
        else if (route is ApiRoute.Download download)
        {
            await downloads.HandleAsync(context, download);
        }
        else if (route is ApiRoute.Ready && !await readiness.IsReadyAsync(context.RequestAborted))
        {
            await ErrorAnswer.Unavailable.WriteAsync(context, DefaultRetryAfter);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    [LoggerMessage(1001, LogLevel.Error, "A request failed, correlation id {CorrelationId}", EventName = "Defect")]
    private partial void LogDefect(Exception e, string correlationId);

    [LoggerMessage(1002, LogLevel.Warning, "A store is away ({Failure}): {Reason}", EventName = "StoreFailure")]
    private partial void LogStoreFailure(StoreFailure failure, string reason);
}
