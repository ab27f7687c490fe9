using LeGoFunc.Access;
using LeGoFunc.Catalog;
using LeGoFunc.Downloads;
using LeGoFunc.Http.Answers;
using LeGoFunc.Http.Presenting;
using LeGoFunc.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LeGoFunc.Http;

/// <summary>A download, from the presented key to the answer.</summary>
internal sealed partial class DownloadEndpoint(
    Authorizer authorizer, BodyBuilder bodies, AccessRecorder access, IOptions<HttpOptions> options, ILogger<DownloadEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context, ApiRoute.Download route)
    {
        var cancellation = context.RequestAborted;
        var presented = ApiKeyReader.Read(route, context.Request.Headers);
        var grant = presented is not null && ItemName.TryParse(route.Name, out var name)
            ? await authorizer.AuthorizeAsync(route.Contents, name, presented.Value, cancellation)
            : null;
        var client = ClientAddress.Of(context, options.Value.TrustedProxies);
        if (grant is null)
        {
            // The route's name stays out of the log: a caller may have put the API key in its place.
            LogAuthenticationFailed(route.Contents, client.ToString());
            await RefuseAsync(context, route);
            return;
        }

        if (!grant.HasMaterial)
        {
            LogNothingToServe(grant.Contents, grant.Item.Name.Spelling);
            await ErrorAnswer.NotFound.WriteAsync(context);
            return;
        }

        await AnswerAsync(context, grant, grant.Item.Name.Spelling + route.FileSuffix, client.ToString());
    }

    private async Task AnswerAsync(HttpContext context, Grant grant, string fileName, string client)
    {
        var representation = Representation.Of(grant);
        var precondition = Preconditions.Evaluate(context.Request.Headers, representation);
        if (precondition == Precondition.NotModified)
        {
            DownloadAnswer.ApplyHeaders(context.Response, representation, fileName);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            access.Record(grant, client);
            return;
        }

        if (precondition == Precondition.Failed)
        {
            context.Response.Headers.ETag = representation.ETag;
            await ErrorAnswer.PreconditionFailed.WriteAsync(context);
            return;
        }

        if (await bodies.BuildAsync(grant, context.RequestAborted) is not { } body)
        {
            LogMaterialGone(grant.Contents, grant.Item.Name.Spelling);
            await ErrorAnswer.NotFound.WriteAsync(context);
            return;
        }

        DownloadAnswer.ApplyHeaders(context.Response, representation, fileName);
        access.Record(grant, client);
        await DownloadAnswer.WriteAsync(context, representation, grant.Contents.IsPfx(), body);
    }

    private static Task RefuseAsync(HttpContext context, ApiRoute.Download route)
    {
        if (route.IsHeaderForm)
        {
            context.Response.Headers.WWWAuthenticate = "ApiKey realm=\"LeGoFunc\"";
        }

        return ErrorAnswer.Unauthorized.WriteAsync(context);
    }

    [LoggerMessage(2001, LogLevel.Warning, "A request for {Contents} from {Client} did not show a right API key", EventName = "AuthenticationFailed")]
    private partial void LogAuthenticationFailed(Contents contents, string client);

    [LoggerMessage(2002, LogLevel.Warning, "{Item} has no {Contents} to serve", EventName = "NothingToServe")]
    private partial void LogNothingToServe(Contents contents, string item);

    [LoggerMessage(2003, LogLevel.Error, "The vault does not hold {Contents} of {Item} any more", EventName = "MaterialGone")]
    private partial void LogMaterialGone(Contents contents, string item);
}
