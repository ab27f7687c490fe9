using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests.Policies;

internal static class SettingPolicies
{
    public static IEnumerable<string> Settings_AreThoseThatAreKnown(Snapshot snapshot) =>
        snapshot.Settings().Select(setting => setting.Key).MustBe(
            "Settings",
            "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
            "APPLICATIONINSIGHTS_CONNECTION_STRING",
            "AzureWebJobsDisableHomepage",
            "AzureWebJobsStorage__accountName",
            "AzureWebJobsStorage__clientId",
            "AzureWebJobsStorage__credential",
            "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT",
            "LeGoFunc__ManagedIdentityClientId",
            "LeGoFunc__TablesEndpoint",
            "LeGoFunc__VaultUri");

    public static IEnumerable<string> Settings_HostStorage_IsReachedWithTheIdentity(Snapshot snapshot) =>
        [
            .. MustBe(snapshot, "AzureWebJobsStorage__credential", "managedidentity"),
            .. MustBe(snapshot, "AzureWebJobsStorage__clientId", ClientId(snapshot)),
            .. snapshot.HostStorage().SelectMany(account => MustBe(snapshot, "AzureWebJobsStorage__accountName", account.Name)),
        ];

    public static IEnumerable<string> Settings_Telemetry_IsSentWithTheIdentity(Snapshot snapshot) =>
        MustBe(
            snapshot,
            "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
            $"[format('Authorization=AAD;ClientId={{0}}', {ClientId(snapshot).Trim('[', ']')})]");

    public static IEnumerable<string> Settings_Tables_AreThoseOfTheDataStorage(Snapshot snapshot) =>
        snapshot.DataStorage().SelectMany(account =>
            MustBe(snapshot, "LeGoFunc__TablesEndpoint", $"[reference('{account.Id}', '{account.Text("apiVersion")}').primaryEndpoints.table]"));

    public static IEnumerable<string> Settings_Vault_IsTheOneOfThisDeployment(Snapshot snapshot) =>
        snapshot.Vault().SelectMany(vault =>
            MustBe(snapshot, "LeGoFunc__VaultUri", $"[reference('{vault.Id}', '{vault.Text("apiVersion")}').vaultUri]"));

    public static IEnumerable<string> Settings_App_KnowsItsIdentity(Snapshot snapshot) =>
        MustBe(snapshot, "LeGoFunc__ManagedIdentityClientId", ClientId(snapshot));

    public static IEnumerable<string> Settings_Homepage_IsOff(Snapshot snapshot) =>
        MustBe(snapshot, "AzureWebJobsDisableHomepage", "true");

    /// <summary>Downloads have no body: whatever sends one is not a client.</summary>
    public static IEnumerable<string> Settings_RequestBodies_AreSmall(Snapshot snapshot) =>
        MustBe(snapshot, "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "4096");

    private static string ClientId(Snapshot snapshot)
    {
        var identity = snapshot.Of("Microsoft.ManagedIdentity/userAssignedIdentities").Single();
        return $"[reference('{identity.Id}', '{identity.Text("apiVersion")}').clientId]";
    }

    private static IEnumerable<string> MustBe(Snapshot snapshot, string name, string expected) =>
        snapshot.Settings()
            .Where(setting => setting.Key == name)
            .Select(setting => setting.Value)
            .MustBe($"Setting {name}", expected);
}
