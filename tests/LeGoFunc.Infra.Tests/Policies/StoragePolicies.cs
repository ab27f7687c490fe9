using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests.Policies;

internal static class StoragePolicies
{
    public static IEnumerable<string> DataStorage_SharedKeyAccess_IsOff(Snapshot snapshot) =>
        snapshot.DataStorage().MustHave("properties.allowSharedKeyAccess", false);

    public static IEnumerable<string> HostStorage_SharedKeyAccess_IsOff(Snapshot snapshot) =>
        snapshot.HostStorage().MustHave("properties.allowSharedKeyAccess", false);

    public static IEnumerable<string> Storage_EntraSignIn_IsTheDefault(Snapshot snapshot) =>
        snapshot.Storage().MustHave("properties.defaultToOAuthAuthentication", true);

    public static IEnumerable<string> Storage_AnonymousBlobs_AreOff(Snapshot snapshot) =>
        snapshot.Storage().MustHave("properties.allowBlobPublicAccess", false);

    public static IEnumerable<string> Storage_CrossTenantReplication_IsOff(Snapshot snapshot) =>
        snapshot.Storage().MustHave("properties.allowCrossTenantReplication", false);

    public static IEnumerable<string> Storage_Copies_StayInTheTenant(Snapshot snapshot) =>
        snapshot.Storage().MustHave("properties.allowedCopyScope", "AAD");

    public static IEnumerable<string> Storage_Https_IsRequired(Snapshot snapshot) =>
        snapshot.Storage().MustHave("properties.supportsHttpsTrafficOnly", true);

    public static IEnumerable<string> Storage_Tls_IsAtLeast12(Snapshot snapshot) =>
        snapshot.Storage().MustHave("properties.minimumTlsVersion", "TLS1_2");

    public static IEnumerable<string> HostStorage_TrustedServices_DoNotBypassTheFirewall(Snapshot snapshot) =>
        snapshot.HostStorage().MustHave("properties.networkAcls.bypass", "None");

    public static IEnumerable<string> DataStorage_TrustedServices_DoNotBypassTheFirewall(Snapshot snapshot) =>
        snapshot.DataStorage().MustHave("properties.networkAcls.bypass", "None");

    public static IEnumerable<string> HostStorage_PackageContainer_IsNotPublic(Snapshot snapshot) =>
        snapshot.Of("Microsoft.Storage/storageAccounts/blobServices/containers").MustHave("properties.publicAccess", "None");

    public static IEnumerable<string> DataStorage_Tables_AreThoseOfTheCatalog(Snapshot snapshot) =>
        snapshot.Of("Microsoft.Storage/storageAccounts/tableServices/tables")
            .Select(table => table.Name.Split('/')[^1])
            .MustBe("Tables", "privatekeys", "certificates", "access");

    public static IEnumerable<string> DataStorage_HostStorage_AreTwoAccounts(Snapshot snapshot) =>
        snapshot.DataStorage().Concat(snapshot.HostStorage()).DistinctBy(account => account.Id).Count() == 2
            ? []
            : ["The host's state and the catalog are in the same account."];
}
