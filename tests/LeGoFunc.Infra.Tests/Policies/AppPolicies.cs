using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests.Policies;

internal static class AppPolicies
{
    public static IEnumerable<string> App_Https_IsRequired(Snapshot snapshot) =>
        snapshot.App().MustHave("properties.httpsOnly", true);

    public static IEnumerable<string> App_Tls_IsAtLeast12(Snapshot snapshot) =>
        snapshot.App().MustHave("properties.siteConfig.minTlsVersion", "1.2");

    public static IEnumerable<string> App_TlsOfDeployments_IsAtLeast12(Snapshot snapshot) =>
        snapshot.App().MustHave("properties.siteConfig.scmMinTlsVersion", "1.2");

    public static IEnumerable<string> App_Cors_AllowsNobody(Snapshot snapshot) =>
        [
            .. snapshot.App().MustHave("properties.siteConfig.cors.allowedOrigins", Array.Empty<string>()),
            .. snapshot.App().MustHave("properties.siteConfig.cors.supportCredentials", false),
        ];

    public static IEnumerable<string> App_RemoteDebugging_IsOff(Snapshot snapshot) =>
        snapshot.App().MustHave("properties.siteConfig.remoteDebuggingEnabled", false);

    public static IEnumerable<string> App_WebSockets_AreOff(Snapshot snapshot) =>
        snapshot.App().MustHave("properties.siteConfig.webSocketsEnabled", false);

    public static IEnumerable<string> App_HealthCheck_IsOn(Snapshot snapshot) =>
        snapshot.App().MustHave("properties.siteConfig.healthCheckPath", "/legocerthub/api/health");

    public static IEnumerable<string> App_PublishingPasswords_AreOff(Snapshot snapshot)
    {
        var policies = snapshot.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        return
        [
            .. policies.MustHave("properties.allow", false),
            .. policies.Select(policy => policy.Name.Split('/')[^1]).MustBe("Publishing policies", "ftp", "scm"),
        ];
    }

    public static IEnumerable<string> App_Identity_IsUserAssignedAndItsOnlyOne(Snapshot snapshot) =>
        [
            .. snapshot.App().MustHave("identity.type", "UserAssigned"),
            .. snapshot.App().SelectMany(app => app.At("identity.userAssignedIdentities")?.AsObject().Select(entry => entry.Key) ?? [])
                .MustBe("Identities", snapshot.Of("Microsoft.ManagedIdentity/userAssignedIdentities").Select(identity => identity.Id)),
        ];

    public static IEnumerable<string> App_Package_IsReadWithTheIdentity(Snapshot snapshot) =>
        snapshot.App().MustHave("properties.functionAppConfig.deployment.storage.authentication.type", "UserAssignedIdentity");

    public static IEnumerable<string> App_Package_IsInTheHostStorage(Snapshot snapshot) =>
        from app in snapshot.App()
        let url = app.Text("properties.functionAppConfig.deployment.storage.value")
        where !snapshot.HostStorage().Any(account => url.Contains($"reference('{account.Id}'", StringComparison.Ordinal))
        select $"The package is in {url}.";

    public static IEnumerable<string> App_Tag_LetsAzdFindIt(Snapshot snapshot) =>
        snapshot.App().MustHave("tags.azd-service-name", "api");
}
