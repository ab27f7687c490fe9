namespace LeGoFunc.Infra.Tests.Snapshots;

/// <summary>The resources that policies speak of, by what they are for and not by their names.</summary>
internal static class KnownResources
{
    public static IEnumerable<Resource> Vault(this Snapshot snapshot) => snapshot.Of("Microsoft.KeyVault/vaults");

    public static IEnumerable<Resource> App(this Snapshot snapshot) => snapshot.Of("Microsoft.Web/sites");

    public static IEnumerable<Resource> Storage(this Snapshot snapshot) => snapshot.Of("Microsoft.Storage/storageAccounts");

    /// <summary>The account that holds the tables.</summary>
    public static IEnumerable<Resource> DataStorage(this Snapshot snapshot) =>
        snapshot.AccountOf("Microsoft.Storage/storageAccounts/tableServices/tables");

    /// <summary>The account that holds the app's package.</summary>
    public static IEnumerable<Resource> HostStorage(this Snapshot snapshot) =>
        snapshot.AccountOf("Microsoft.Storage/storageAccounts/blobServices/containers");

    public static IEnumerable<Resource> AuditWorkspace(this Snapshot snapshot) =>
        snapshot.WorkspaceNamedBy("Microsoft.Insights/diagnosticSettings", "properties.workspaceId");

    public static IEnumerable<Resource> TelemetryWorkspace(this Snapshot snapshot) =>
        snapshot.WorkspaceNamedBy("Microsoft.Insights/components", "properties.WorkspaceResourceId");

    public static bool HasPrivateNetwork(this Snapshot snapshot) => snapshot.Has("Microsoft.Network/virtualNetworks");

    /// <summary>The app's settings by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Settings(this Snapshot snapshot) =>
    [
        .. snapshot.App()
            .SelectMany(app => app.List("properties.siteConfig.appSettings"))
            .Select(setting => KeyValuePair.Create(setting["name"]!.ToString(), setting["value"]!.ToString())),
    ];

    private static IEnumerable<Resource> AccountOf(this Snapshot snapshot, string childType) =>
        snapshot.Storage().Where(account =>
            snapshot.Of(childType).Any(child => child.Id.StartsWith(account.Id + "/", StringComparison.Ordinal)));

    private static IEnumerable<Resource> WorkspaceNamedBy(this Snapshot snapshot, string type, string path) =>
        snapshot.Of("Microsoft.OperationalInsights/workspaces")
            .Where(workspace => snapshot.Of(type).Any(resource => resource.Text(path) == workspace.Id));
}
