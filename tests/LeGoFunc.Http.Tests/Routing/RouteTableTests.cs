using LeGoFunc.Downloads;
using LeGoFunc.Http.Routing;
using Microsoft.AspNetCore.Http;

namespace LeGoFunc.Http.Tests.Routing;

public sealed class RouteTableTests
{
    private const string Lego = "/legocerthub/api/v1/download";
    private const string CertWarden = "/certwarden/api/v1/download";

    [Theory]
    [InlineData(Lego + "/privatekeys/web", Contents.PrivateKey, ".key.pem")]
    [InlineData(Lego + "/certificates/web", Contents.Chain, ".cert.pem")]
    [InlineData(Lego + "/privatecerts/web", Contents.KeyAndChain, ".certkey.pem")]
    [InlineData(CertWarden + "/privatecerts/web", Contents.KeyAndLeaf, ".certkey.pem")]
    [InlineData(Lego + "/certrootchains/web", Contents.Issuers, ".chain.pem")]
    [InlineData(CertWarden + "/privatecertchains/web", Contents.KeyAndChain, ".certchainkey.pem")]
    [InlineData(Lego + "/pfx/web", Contents.Pfx, ".pfx")]
    [InlineData("/LEGOCERTHUB/Api/V1/Download/PFX/web", Contents.Pfx, ".pfx")]
    [InlineData("//certwarden/api/v1/download/pfx/web", Contents.Pfx, ".pfx")]
    public void A_header_form_path_names_contents_and_item(string path, Contents contents, string suffix)
    {
        var route = Assert.IsType<ApiRoute.Download>(Match(path));

        Assert.Equal(new ApiRoute.Download(contents, "web", suffix, UrlKey: null), route);
        Assert.True(route.IsHeaderForm);
    }

    // As Kestrel hands a path over, as the Functions host does, and as both might.
    [Theory]
    [InlineData("/privatekeys/web/KEY", "KEY")]
    [InlineData("/privatekeys/web%2FKEY", "KEY")]
    [InlineData("/privatekeys/web%2fKEY", "KEY")]
    [InlineData("/privatekeys/web/", "")]
    [InlineData("/privatekeys/web%2F", "")]
    [InlineData("/privatekeys/web//b", "/b")]
    [InlineData("/privatekeys/web/KEY/fullchain.pem", "KEY/fullchain.pem")]
    [InlineData("/privatekeys/web/a%2Fb", "a/b")]
    public void What_follows_the_name_is_the_key_of_the_legacy_form(string path, string key)
    {
        var route = Assert.IsType<ApiRoute.Download>(Match(Lego + path));

        Assert.Equal("web", route.Name);
        Assert.Equal(key, route.UrlKey);
        Assert.False(route.IsHeaderForm);
    }

    [Fact]
    public void The_query_parameter_3des_chooses_the_legacy_pfx_and_nothing_else_is_read()
    {
        Assert.Equal(Contents.PfxLegacy, ((ApiRoute.Download)Match(Lego + "/pfx/web", "?3des")!).Contents);
        Assert.Equal(Contents.PfxLegacy, ((ApiRoute.Download)Match(Lego + "/pfx/web", "?3des=0")!).Contents);
        Assert.Equal(Contents.Pfx, ((ApiRoute.Download)Match(Lego + "/pfx/web", "?apiKey=x")!).Contents);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/legocerthub")]
    [InlineData(Lego)]
    [InlineData(Lego + "/")]
    [InlineData(Lego + "/privatekeys")]
    [InlineData(Lego + "/privatekeys/")]
    [InlineData(Lego + "/privatekeys//web")]
    [InlineData(Lego + "/unknown/web")]
    [InlineData("/other/api/v1/download/pfx/web")]
    [InlineData("/legocerthub/api/v2/download/pfx/web")]
    [InlineData("/legocerthub/api/health/")]
    public void Any_other_path_leads_nowhere(string path) => Assert.Null(Match(path));

    [Theory]
    [InlineData("/legocerthub/api/health", typeof(ApiRoute.Health))]
    [InlineData("/certwarden/api/HEALTH", typeof(ApiRoute.Health))]
    [InlineData("/certwarden/api/ready", typeof(ApiRoute.Ready))]
    public void Health_and_ready_stand_under_both_prefixes(string path, Type route) => Assert.IsType(route, Match(path));

    [Fact]
    public void A_route_shows_neither_name_nor_key() =>
        Assert.Equal("PrivateKey (URL form)", Match(Lego + "/privatekeys/SECRET1/SECRET2")!.ToString());

    private static ApiRoute? Match(string path, string query = "") => RouteTable.Match(
        new PathString(path.Length == 0 ? null : path),
        new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)));
}
