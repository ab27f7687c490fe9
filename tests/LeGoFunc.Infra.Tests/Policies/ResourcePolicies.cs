using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests.Policies;

internal static class ResourcePolicies
{
    private static readonly HashSet<string> s_types =
    [
        "Microsoft.Authorization/roleAssignments",
        "Microsoft.Cdn/profiles",
        "Microsoft.Cdn/profiles/afdEndpoints",
        "Microsoft.Cdn/profiles/afdEndpoints/routes",
        "Microsoft.Cdn/profiles/customDomains",
        "Microsoft.Cdn/profiles/originGroups",
        "Microsoft.Cdn/profiles/originGroups/origins",
        "Microsoft.Insights/actionGroups",
        "Microsoft.Insights/components",
        "Microsoft.Insights/diagnosticSettings",
        "Microsoft.Insights/scheduledQueryRules",
        "Microsoft.KeyVault/vaults",
        "Microsoft.ManagedIdentity/userAssignedIdentities",
        "Microsoft.Network/privateDnsZones",
        "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
        "Microsoft.Network/privateEndpoints",
        "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
        "Microsoft.Network/virtualNetworks",
        "Microsoft.OperationalInsights/workspaces",
        "Microsoft.Storage/storageAccounts",
        "Microsoft.Storage/storageAccounts/blobServices",
        "Microsoft.Storage/storageAccounts/blobServices/containers",
        "Microsoft.Storage/storageAccounts/tableServices",
        "Microsoft.Storage/storageAccounts/tableServices/tables",
        "Microsoft.Web/serverfarms",
        "Microsoft.Web/sites",
        "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
        "Microsoft.Web/sites/certificates",
        "Microsoft.Web/sites/hostNameBindings",
    ];

    public static IEnumerable<string> Resources_AreOfKnownTypes(Snapshot snapshot) =>
        from resource in snapshot.Resources
        where !s_types.Contains(resource.Type)
        select $"{resource.Type} {resource.Name} is of a type that nobody has looked at.";

    public static IEnumerable<string> Resources_AreInOneRegionOrGlobal(Snapshot snapshot) =>
        snapshot.Resources
            .Where(resource => resource.At("location") is not null)
            .Where(resource => resource.Text("location") is not ("westeurope" or "global"))
            .Select(resource => $"{resource.Type} {resource.Name} is in {resource.Text("location")}.");

    public static IEnumerable<string> Resources_Tags_NameTheEnvironment(Snapshot snapshot) =>
        from resource in snapshot.Resources
        where resource.At("location") is not null && resource.Text("tags.azd-env-name").Length == 0
        select $"{resource.Type} {resource.Name} has no tag azd-env-name.";
}
