namespace LeGoFunc.ConformanceTests.Requests;

/// <summary>The two path prefixes.</summary>
public enum Dialect
{
    LeGo,
    CertWarden,
}

/// <summary>The six routes under each.</summary>
public enum Route
{
    PrivateKeys,
    Certificates,
    PrivateCerts,
    CertRootChains,
    PrivateCertChains,
    Pfx,
}

/// <summary>Where the API key stands.</summary>
public enum Form
{
    Header,
    Legacy,
}

internal static class Paths
{
    public static string Api(this Dialect dialect) => dialect == Dialect.LeGo ? "/legocerthub/api" : "/certwarden/api";

    public static string Path(this Dialect dialect, Route route, object name) =>
        $"{dialect.Api()}/v1/download/{route.Segment()}/{name}";

    public static string Segment(this Route route) => route.ToString().ToLowerInvariant();

    public static bool IsCombined(this Route route) => route is Route.PrivateCerts or Route.PrivateCertChains or Route.Pfx;

    public static string Suffix(this Route route) => route switch
    {
        Route.PrivateKeys => ".key.pem",
        Route.Certificates => ".cert.pem",
        Route.PrivateCerts => ".certkey.pem",
        Route.CertRootChains => ".chain.pem",
        Route.PrivateCertChains => ".certchainkey.pem",
        Route.Pfx => ".pfx",
        _ => throw new ArgumentOutOfRangeException(nameof(route)),
    };

    /// <summary>A request in the given form.</summary>
    public static Task<Answer> AskAsync(
        this Sender sender, Form form, string path, string apiKey, string method = "GET", params IEnumerable<(string Name, string Value)> headers) =>
        form == Form.Header
            ? sender.SendAsync(method, path, headers.Append(("apiKey", apiKey)))
            : sender.SendAsync(method, $"{path}/{apiKey}", headers);
}

/// <summary>The data of theories.</summary>
public static class Every
{
    public static TheoryData<Dialect> Dialect => [.. Enum.GetValues<Dialect>()];

    public static TheoryData<Form> Form => [.. Enum.GetValues<Form>()];

    public static TheoryData<Dialect, Route> Route => Routes(_ => true);

    public static TheoryData<Dialect, Route> CombinedRoute => Routes(route => route.IsCombined());

    public static TheoryData<Dialect, Route> PemRoute => Routes(route => route != Requests.Route.Pfx);

    public static TheoryData<Dialect, Route> CertificateRoute => Routes(route => route != Requests.Route.PrivateKeys);

    public static TheoryData<Dialect, Route, Form> RouteAndForm
    {
        get
        {
            var data = new TheoryData<Dialect, Route, Form>();
            foreach (var row in Route)
            {
                data.Add(row.Data.Item1, row.Data.Item2, Requests.Form.Header);
                data.Add(row.Data.Item1, row.Data.Item2, Requests.Form.Legacy);
            }

            return data;
        }
    }

    private static TheoryData<Dialect, Route> Routes(Func<Route, bool> wanted)
    {
        var data = new TheoryData<Dialect, Route>();
        foreach (var dialect in Enum.GetValues<Dialect>())
        {
            foreach (var route in Enum.GetValues<Route>().Where(wanted))
            {
                data.Add(dialect, route);
            }
        }

        return data;
    }
}
