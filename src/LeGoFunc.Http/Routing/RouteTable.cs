using LeGoFunc.Downloads;
using Microsoft.AspNetCore.Http;

namespace LeGoFunc.Http.Routing;

/// <summary>
/// Reads a request's path. Both heads use it, so that a path means the same on Kestrel and behind the Functions host,
/// which differ in what they decode: an encoded slash is a slash here, wherever it stands.
/// </summary>
internal static class RouteTable
{
    private const string LeGo = "/legocerthub/api/";
    private const string CertWarden = "/certwarden/api/";
    private const string Downloads = "v1/download/";

    /// <summary>What the path leads to; null when it leads nowhere.</summary>
    public static ApiRoute? Match(PathString path, IQueryCollection query)
    {
        var text = Normalize(path.Value ?? "");
        return After(text, LeGo) is { } lego ? Match(lego, query, Contents.KeyAndChain)
            : After(text, CertWarden) is { } certWarden ? Match(certWarden, query, Contents.KeyAndLeaf)
            : null;
    }

    private static ApiRoute? Match(string rest, IQueryCollection query, Contents privateCerts)
    {
        if (rest.Equals("health", StringComparison.OrdinalIgnoreCase))
        {
            return ApiRoute.Health.Instance;
        }

        if (rest.Equals("ready", StringComparison.OrdinalIgnoreCase))
        {
            return ApiRoute.Ready.Instance;
        }

        if (After(rest, Downloads)?.Split('/', 3) is not [var route, { Length: > 0 } name, .. var key])
        {
            return null;
        }

        return Find(route, query, privateCerts) is var (contents, suffix)
            ? new ApiRoute.Download(contents, name, suffix, key is [var urlKey] ? urlKey : null)
            : null;
    }

    private static (Contents Contents, string FileSuffix)? Find(string route, IQueryCollection query, Contents privateCerts) =>
        route.ToLowerInvariant() switch
        {
            "privatekeys" => (Contents.PrivateKey, ".key.pem"),
            "certificates" => (Contents.Chain, ".cert.pem"),
            "privatecerts" => (privateCerts, ".certkey.pem"),
            "certrootchains" => (Contents.Issuers, ".chain.pem"),
            "privatecertchains" => (Contents.KeyAndChain, ".certchainkey.pem"),
            "pfx" => (query.ContainsKey("3des") ? Contents.PfxLegacy : Contents.Pfx, ".pfx"),
            _ => null,
        };

    private static string Normalize(string path)
    {
        // A published script asks for //certwarden/...
        var start = 0;
        while (start + 1 < path.Length && path[start] == '/' && path[start + 1] == '/')
        {
            start++;
        }

        return path[start..].Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
    }

    private static string? After(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text[prefix.Length..] : null;
}
