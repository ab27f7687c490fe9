using LeGoFunc.Downloads;
using LeGoFunc.Http.Routing;
using Microsoft.AspNetCore.Http;

namespace LeGoFunc.Http.Presenting;

/// <summary>Reads the API key that a request presents: from the URL in the legacy form, else from a header.</summary>
internal static class ApiKeyReader
{
    private const string Bearer = "Bearer ";

    /// <summary>The presented key; null when it is empty.</summary>
    public static PresentedApiKey? Read(ApiRoute.Download route, IHeaderDictionary headers) =>
        route.UrlKey is { } urlKey ? FromUrl(urlKey) : FromHeaders(headers);

    private static PresentedApiKey? FromUrl(string urlKey)
    {
        var slash = urlKey.IndexOf('/', StringComparison.Ordinal);
        return urlKey.Length == 0 ? null : new PresentedApiKey(urlKey, slash < 0 ? urlKey : urlKey[..slash]);
    }

    private static PresentedApiKey? FromHeaders(IHeaderDictionary headers)
    {
        var key = First(headers, "apiKey") ?? First(headers, "X-API-Key") ?? FromBearer(First(headers, "Authorization"));
        return key is null ? null : new PresentedApiKey(key, FirstSegment: null);
    }

    private static string? FromBearer(string? authorization) =>
        authorization?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) == true
        && authorization[Bearer.Length..].Trim() is { Length: > 0 } key
            ? key
            : null;

    // Of a repeated header the first occurrence counts, even when it is empty.
    private static string? First(IHeaderDictionary headers, string name) =>
        headers.TryGetValue(name, out var values) && values.Count > 0 && values[0] is { Length: > 0 } value ? value : null;
}
