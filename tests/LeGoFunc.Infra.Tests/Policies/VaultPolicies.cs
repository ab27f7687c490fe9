using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests.Policies;

internal static class VaultPolicies
{
    public static IEnumerable<string> Vault_Authorization_IsByRole(Snapshot snapshot) =>
        [
            .. snapshot.Vault().MustHave("properties.enableRbacAuthorization", true),
            .. snapshot.Vault().MustNotHave("properties.accessPolicies"),
        ];

    public static IEnumerable<string> Vault_SoftDelete_Lasts90Days(Snapshot snapshot) =>
        [
            .. snapshot.Vault().MustHave("properties.enableSoftDelete", true),
            .. snapshot.Vault().MustHave("properties.softDeleteRetentionInDays", 90),
        ];

    public static IEnumerable<string> Vault_PurgeProtection_IsOn(Snapshot snapshot) =>
        snapshot.Vault().MustHave("properties.enablePurgeProtection", true);

    public static IEnumerable<string> Vault_MachinesDisksAndTemplates_CannotReadSecrets(Snapshot snapshot) =>
        [
            .. snapshot.Vault().MustHave("properties.enabledForDeployment", false),
            .. snapshot.Vault().MustHave("properties.enabledForDiskEncryption", false),
            .. snapshot.Vault().MustHave("properties.enabledForTemplateDeployment", false),
        ];

    public static IEnumerable<string> Vault_TrustedServices_DoNotBypassTheFirewall(Snapshot snapshot) =>
        snapshot.Vault().MustHave("properties.networkAcls.bypass", "None");

    public static IEnumerable<string> Vault_AuditEvents_AreLogged(Snapshot snapshot)
    {
        var audits = snapshot.Of("Microsoft.Insights/diagnosticSettings")
            .Where(setting => snapshot.Vault().Any(vault => setting.Id.StartsWith(vault.Id + "/", StringComparison.Ordinal)))
            .ToList();
        return
        [
            .. audits.MustHave("properties.logs.0.category", "AuditEvent"),
            .. audits.MustHave("properties.logs.0.enabled", true),
        ];
    }
}
