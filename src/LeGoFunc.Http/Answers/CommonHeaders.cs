using LeGoFunc.Http.Routing;
using Microsoft.AspNetCore.Http;

namespace LeGoFunc.Http.Answers;

/// <summary>The headers that every answer has, errors too.</summary>
internal static class CommonHeaders
{
    public static void Apply(HttpContext context, ApiRoute? route)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.Pragma = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XFrameOptions = "DENY";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        }

        if (route is ApiRoute.Download { IsHeaderForm: true })
        {
            headers.Vary = "apiKey, X-API-Key, Authorization";
        }
    }
}
