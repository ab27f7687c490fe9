using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests.Policies;

/// <summary>Flex Consumption fails a deployment that carries what only the older plans know.</summary>
internal static class FlexPolicies
{
    private static readonly string[] s_refusedProperties =
    [
        "ftpsState", "linuxFxVersion", "netFrameworkVersion", "use32BitWorkerProcess", "alwaysOn",
        "preWarmedInstanceCount", "functionAppScaleLimit", "functionsRuntimeScaleMonitoringEnabled",
    ];

    private static readonly string[] s_refusedSettings =
    [
        "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_CONTENT",
        "SCM_DO_BUILD_DURING_DEPLOYMENT", "ENABLE_ORYX_BUILD", "WEBSITE_TIME_ZONE",
    ];

    public static IEnumerable<string> Flex_RefusedProperties_AreAbsent(Snapshot snapshot) =>
        s_refusedProperties.SelectMany(name => snapshot.App().MustNotHave($"properties.siteConfig.{name}"));

    public static IEnumerable<string> Flex_RefusedSettings_AreAbsent(Snapshot snapshot) =>
        from setting in snapshot.Settings()
        from refused in s_refusedSettings
        where setting.Key.StartsWith(refused, StringComparison.OrdinalIgnoreCase)
        select $"The setting {setting.Key} is refused.";

    public static IEnumerable<string> Flex_Plan_IsFlexConsumption(Snapshot snapshot)
    {
        var plans = snapshot.Of("Microsoft.Web/serverfarms").ToList();
        return [.. plans.MustHave("sku.name", "FC1"), .. plans.MustHave("properties.reserved", true)];
    }

    public static IEnumerable<string> Flex_Runtime_IsDotNet10Isolated(Snapshot snapshot) =>
        [
            .. snapshot.App().MustHave("properties.functionAppConfig.runtime.name", "dotnet-isolated"),
            .. snapshot.App().MustHave("properties.functionAppConfig.runtime.version", "10.0"),
        ];

    public static IEnumerable<string> Flex_Zones_HaveTwoInstancesToSpread(Snapshot snapshot) =>
        from plan in snapshot.Of("Microsoft.Web/serverfarms")
        where plan.At("properties.zoneRedundant")?.GetValue<bool>() == true
        from app in snapshot.App()
        where app.At("properties.functionAppConfig.scaleAndConcurrency.alwaysReady.0.instanceCount")?.GetValue<int>() is not >= 2
        select "Zone redundancy needs two instances that are always ready.";

    /// <summary>Can only be chosen when the app is made; without it a custom domain would need another app.</summary>
    public static IEnumerable<string> Flex_SiteCertificates_ArePossible(Snapshot snapshot) =>
        snapshot.App().MustHave("properties.siteScopedCertificatesEnabled", true);
}
