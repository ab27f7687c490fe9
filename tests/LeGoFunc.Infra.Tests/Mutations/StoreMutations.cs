using static LeGoFunc.Infra.Tests.Policies.MonitoringPolicies;
using static LeGoFunc.Infra.Tests.Policies.StoragePolicies;
using static LeGoFunc.Infra.Tests.Policies.VaultPolicies;

namespace LeGoFunc.Infra.Tests.Mutations;

/// <summary>Mistakes in the storage accounts, the vault and the workspaces.</summary>
internal static class StoreMutations
{
    private const string Storage = "infra/modules/storage-security.bicep";
    private const string Host = "infra/modules/host-storage.bicep";
    private const string Data = "infra/modules/data-storage.bicep";
    private const string Vault = "infra/modules/vault.bicep";
    private const string Monitoring = "infra/modules/monitoring.bicep";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new(Storage, "allowSharedKeyAccess: false", "allowSharedKeyAccess: true", nameof(DataStorage_SharedKeyAccess_IsOff), nameof(HostStorage_SharedKeyAccess_IsOff)),
        new(Host, "    ...storageSecurity\n", "", nameof(HostStorage_SharedKeyAccess_IsOff), nameof(Storage_Tls_IsAtLeast12)),
        new(Storage, "defaultToOAuthAuthentication: true", "defaultToOAuthAuthentication: false", nameof(Storage_EntraSignIn_IsTheDefault)),
        new(Storage, "allowBlobPublicAccess: false", "allowBlobPublicAccess: true", nameof(Storage_AnonymousBlobs_AreOff)),
        new(Storage, "allowCrossTenantReplication: false", "allowCrossTenantReplication: true", nameof(Storage_CrossTenantReplication_IsOff)),
        new(Storage, "  allowedCopyScope: 'AAD'\n", "", nameof(Storage_Copies_StayInTheTenant)),
        new(Storage, "supportsHttpsTrafficOnly: true", "supportsHttpsTrafficOnly: false", nameof(Storage_Https_IsRequired)),
        new(Storage, "'TLS1_2'", "'TLS1_0'", nameof(Storage_Tls_IsAtLeast12)),
        new(Host, "bypass: 'None'", "bypass: 'AzureServices'", nameof(HostStorage_TrustedServices_DoNotBypassTheFirewall)),
        new(Data, "bypass: 'None'", "bypass: 'AzureServices'", nameof(DataStorage_TrustedServices_DoNotBypassTheFirewall)),
        new(Host, "publicAccess: 'None'", "publicAccess: 'Container'", nameof(HostStorage_PackageContainer_IsNotPublic)),
        new(Data, "table: 'certificates'", "table: 'orders'", nameof(DataStorage_Tables_AreThoseOfTheCatalog)),
        new("infra/main.bicep", "'st${name}d${unique}'", "'st${name}h${unique}'", nameof(DataStorage_HostStorage_AreTwoAccounts)),

        new(Vault, "enableRbacAuthorization: true", "enableRbacAuthorization: false", nameof(Vault_Authorization_IsByRole)),
        new(Vault, "enableSoftDelete: true", "enableSoftDelete: false", nameof(Vault_SoftDelete_Lasts90Days)),
        new(Vault, "softDeleteRetentionInDays: 90", "softDeleteRetentionInDays: 7", nameof(Vault_SoftDelete_Lasts90Days)),
        new(Vault, "    enablePurgeProtection: true\n", "", nameof(Vault_PurgeProtection_IsOn)),
        new(Vault, "enabledForTemplateDeployment: false", "enabledForTemplateDeployment: true", nameof(Vault_MachinesDisksAndTemplates_CannotReadSecrets)),
        new(Vault, "bypass: 'None'", "bypass: 'AzureServices'", nameof(Vault_TrustedServices_DoNotBypassTheFirewall)),
        new(Vault, "enabled: true", "enabled: false", nameof(Vault_AuditEvents_AreLogged)),

        new(Monitoring, "DisableLocalAuth: true", "DisableLocalAuth: false", nameof(ApplicationInsights_LocalAuthentication_IsOff)),
        new(Monitoring, "DisableIpMasking: false", "DisableIpMasking: true", nameof(ApplicationInsights_ClientAddresses_AreMasked)),
        new(Monitoring, "disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }\n    workspaceCapping", "disableLocalAuth: false }\n    workspaceCapping", nameof(LogAnalytics_LocalAuthentication_IsOff)),
        new(Monitoring, "    workspaceCapping: { dailyQuotaGb: dailyCapGb }\n", "", nameof(Telemetry_DailyCap_IsSet)),
        new("infra/main.bicep", "monitoring.outputs.auditWorkspaceId", "monitoring.outputs.workspaceId", nameof(AuditLog_Floods_CannotSilenceIt)),
        new(Vault, "category: 'AuditEvent'", "categoryGroup: 'allLogs'", nameof(Diagnostics_RequestUrls_AreNotLogged), nameof(Vault_AuditEvents_AreLogged)),
        new("infra/modules/alerts.bicep", "AuthenticationFailed", "AuthFailed", nameof(Alerts_FailedAuthenticationBursts_AreNoticed)),
        new("infra/modules/alerts.bicep", "between (500 .. 599)", "between (400 .. 499)", nameof(Alerts_ServerErrors_AreNoticed)),
        new("infra/modules/alerts.bicep", "severity: rule.severity\n      enabled: true", "severity: rule.severity\n      enabled: false", nameof(Alerts_CertificatesThatExpireSoon_AreNoticed)),
    ];
}
