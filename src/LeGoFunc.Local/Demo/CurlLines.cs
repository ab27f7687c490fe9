using LeGoFunc.Catalog;

namespace LeGoFunc.Local.Demo;

/// <summary>A line to paste for every route.</summary>
internal static class CurlLines
{
    public static IEnumerable<string> For(DemoFiles files, Uri http, Uri https, string certificateAuthority, ItemName name)
    {
        var lego = $"{http}legocerthub/api/v1/download";
        var certWarden = $"{https}certwarden/api/v1/download";
        var key = Header(files.PrivateKeyHeader);
        var certificate = Header(files.CertificateHeader);
        var combined = Header(files.CombinedHeader);
        yield return "The demo certificate, to paste (the API keys are in files, not in these lines):";
        yield return $"  curl -fsS {key} {lego}/privatekeys/{name}";
        yield return $"  curl -fsS {certificate} {lego}/certificates/{name}";
        yield return $"  curl -fsS {combined} {lego}/privatecerts/{name}";
        yield return $"  curl -fsS {certificate} {lego}/certrootchains/{name}";
        yield return $"  curl -fsS {combined} {lego}/privatecertchains/{name}";
        yield return $"  curl -fsS {combined} -o {name}.pfx {lego}/pfx/{name}";
        yield return "The same as Cert Warden's clients ask for it, over HTTPS:";
        yield return $"  curl -fsS --cacert {Quote(certificateAuthority)} {combined} {certWarden}/privatecerts/{name}";
        yield return "With the API key in the URL, for clients that can't set a header:";
        yield return $"  curl -fsS -K {Quote(files.LegacyCurl)}";
    }

    private static string Header(string file) => $"-H {Quote("@" + Short(file))}";

    private static string Quote(string path)
    {
        var shown = Short(path);
        return shown.All(c => char.IsAsciiLetterOrDigit(c) || "/._-@:\\".Contains(c, StringComparison.Ordinal)) ? shown : $"'{shown}'";
    }

    // Relative where that is shorter: the lines are pasted in the directory in which the stack was started.
    private static string Short(string path)
    {
        var at = path.StartsWith('@');
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, at ? path[1..] : path);
        var shown = relative.StartsWith("..", StringComparison.Ordinal) ? path.TrimStart('@') : relative;
        return at ? "@" + shown : shown;
    }
}
