using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests.Policies;

/// <summary>What stands between clients and the app, where a deployment has it: Front Door, a custom domain.</summary>
internal static class EdgePolicies
{
    private const string Routes = "Microsoft.Cdn/profiles/afdEndpoints/routes";

    public static IEnumerable<string> FrontDoor_App_AcceptsNobodyElse(Snapshot snapshot)
    {
        const string Rule = "properties.siteConfig.ipSecurityRestrictions.0";
        if (!IsBehindFrontDoor(snapshot))
        {
            return [];
        }

        var profile = snapshot.Of("Microsoft.Cdn/profiles").FirstOrDefault();
        return
        [
            .. snapshot.App().MustHave("properties.siteConfig.ipSecurityRestrictionsDefaultAction", "Deny"),
            .. snapshot.App().MustHave($"{Rule}.action", "Allow"),
            .. snapshot.App().MustHave($"{Rule}.tag", "ServiceTag"),
            .. snapshot.App().MustHave($"{Rule}.ipAddress", "AzureFrontDoor.Backend"),
            .. snapshot.App().MustNotHave("properties.siteConfig.ipSecurityRestrictions.1"),
            .. from app in snapshot.App()
               let id = app.Text($"{Rule}.headers.x-azure-fdid.0")
               where profile is null ? !Guid.TryParse(id, out _) : !id.StartsWith($"[reference('{profile.Id}'", StringComparison.Ordinal)
               select $"Any Front Door with the id '{id}' may call the app.",
        ];
    }

    /// <summary>A private key in a cache would outlive the revocation of its API key.</summary>
    public static IEnumerable<string> FrontDoor_Caching_IsOff(Snapshot snapshot) =>
        snapshot.Of(Routes).MustNotHave("properties.cacheConfiguration");

    public static IEnumerable<string> FrontDoor_PlainHttp_IsRefused(Snapshot snapshot) =>
        [
            .. snapshot.Of(Routes).MayOnlyHave("properties.supportedProtocols", new[] { "Https" }),
            .. snapshot.Of(Routes).MayOnlyHave("properties.forwardingProtocol", "HttpsOnly"),
        ];

    public static IEnumerable<string> FrontDoor_Routes_AreTheDownloadPrefixes(Snapshot snapshot) =>
        snapshot.Of(Routes).MayOnlyHave("properties.patternsToMatch", new[] { "/legocerthub/*", "/certwarden/*" });

    public static IEnumerable<string> FrontDoor_Origins_MustShowTheirCertificate(Snapshot snapshot) =>
        snapshot.Of("Microsoft.Cdn/profiles/originGroups/origins").MayOnlyHave("properties.enforceCertificateNameCheck", true);

    public static IEnumerable<string> FrontDoor_CustomDomain_HasManagedTls12(Snapshot snapshot)
    {
        var domains = snapshot.Of("Microsoft.Cdn/profiles/customDomains").ToList();
        return
        [
            .. domains.MayOnlyHave("properties.tlsSettings.certificateType", "ManagedCertificate"),
            .. domains.MayOnlyHave("properties.tlsSettings.minimumTlsVersion", "TLS12"),
        ];
    }

    public static IEnumerable<string> CustomDomain_OnTheApp_EndsWithTls(Snapshot snapshot)
    {
        var bindings = snapshot.Of("Microsoft.Web/sites/hostNameBindings").ToList();
        return bindings.Count == 0
            ? []
            :
            [
                .. bindings[^1..].MustHave("properties.sslState", "SniEnabled"),
                .. from certificate in snapshot.Of("Microsoft.Web/sites/certificates")
                   where !bindings[^1].Text("properties.thumbprint").StartsWith($"[reference('{certificate.Id}'", StringComparison.Ordinal)
                   select "The domain is bound to another certificate than its own.",
            ];
    }

    /// <summary>Its own or one of another region: either way the deployment says which.</summary>
    private static bool IsBehindFrontDoor(Snapshot snapshot) =>
        snapshot.Outputs["FRONT_DOOR_ID"]?.ToString() is { Length: > 0 };
}
