using static LeGoFunc.Infra.Tests.Policies.ResourcePolicies;
using static LeGoFunc.Infra.Tests.Policies.RolePolicies;

namespace LeGoFunc.Infra.Tests.Mutations;

/// <summary>Mistakes in who may do what, and in what there is at all.</summary>
internal static class PeopleMutations
{
    private const string Data = "infra/modules/data-storage.bicep";
    private const string Host = "infra/modules/host-storage.bicep";
    private const string Vault = "infra/modules/vault.bicep";
    private const string Main = "infra/main.bicep";

    /// <summary>Flex Consumption has no deployment slots.</summary>
    private const string Slot = """
        resource staging 'Microsoft.Web/sites/slots@2024-11-01' = {
          parent: app
          name: 'staging'
          location: location
        }

        output hostName string
        """;

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new(Data, "table: 'privatekeys', appRole: roleIds.storageTableDataReader", "table: 'privatekeys', appRole: roleIds.storageTableDataContributor", nameof(Roles_OfTheApp_AreTheLeastItNeeds)),
        new(Data, "table: 'certificates', appRole: roleIds.storageTableDataReader", "table: 'certificates', appRole: roleIds.storageTableDataContributor", nameof(Roles_OfTheApp_AreTheLeastItNeeds)),
        new(Data, "identity.id, entry.appRole)\n    scope: tables[index]", "identity.id, entry.appRole)\n    scope: account", nameof(Roles_OfTheApp_AreTheLeastItNeeds), nameof(Roles_AreOnTheAllowList)),
        new(Vault, "identity.id, roleIds.keyVaultSecretsUser)\n  scope: vault\n", "identity.id, roleIds.keyVaultSecretsUser)\n", nameof(Roles_AreOnTheAllowList)),
        new(Vault, "roleDefinitions', roleIds.keyVaultSecretsUser)", "roleDefinitions', roleIds.keyVaultSecretsOfficer)", nameof(Roles_OfTheApp_AreTheLeastItNeeds)),
        new("infra/modules/roles.bicep", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", nameof(Roles_AreOnTheAllowList)),
        new(Host, "  scope: account\n", "", nameof(Roles_AreOnTheAllowList), nameof(Roles_OfTheApp_AreTheLeastItNeeds)),
        new(Data, "roleIds.storageTableDataContributor)\n    scope: tables[index]", "roleIds.storageTableDataContributor)\n    scope: account", nameof(Roles_OfTheOperator_AreTheTwoWriters)) { Set = "operators" },
        new(Vault, "principalId: operator!.id", "principalId: '33333333-3333-3333-3333-333333333333'", nameof(Roles_OfTheOperator_AreTheTwoWriters)) { Set = "operators" },

        new("infra/modules/app.bicep", "output hostName string", Slot, nameof(Resources_AreOfKnownTypes)),
        new(Vault, "  location: location\n", "  location: 'eastus'\n", nameof(Resources_AreInOneRegionOrGlobal)),
        new(Main, "'azd-env-name': environmentName", "'azd-environment': environmentName", nameof(Resources_Tags_NameTheEnvironment)),
    ];
}
