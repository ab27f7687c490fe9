using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests.Policies;

internal static class MonitoringPolicies
{
    public static IEnumerable<string> ApplicationInsights_LocalAuthentication_IsOff(Snapshot snapshot) =>
        snapshot.Of("Microsoft.Insights/components").MustHave("properties.DisableLocalAuth", true);

    public static IEnumerable<string> ApplicationInsights_ClientAddresses_AreMasked(Snapshot snapshot) =>
        snapshot.Of("Microsoft.Insights/components").MustHave("properties.DisableIpMasking", false);

    public static IEnumerable<string> LogAnalytics_LocalAuthentication_IsOff(Snapshot snapshot) =>
        snapshot.Of("Microsoft.OperationalInsights/workspaces").MustHave("properties.features.disableLocalAuth", true);

    public static IEnumerable<string> Telemetry_DailyCap_IsSet(Snapshot snapshot) =>
        snapshot.TelemetryWorkspace().Any(workspace => workspace.At("properties.workspaceCapping.dailyQuotaGb") is { } cap && cap.GetValue<int>() > 0)
            ? []
            : ["A flood of requests could cost any amount: telemetry has no daily cap."];

    public static IEnumerable<string> AuditLog_Floods_CannotSilenceIt(Snapshot snapshot) =>
        [
            .. snapshot.AuditWorkspace().MustNotHave("properties.workspaceCapping"),
            .. snapshot.AuditWorkspace().Intersect(snapshot.TelemetryWorkspace())
                .Select(workspace => $"{workspace.Name} holds the audit log and the telemetry."),
        ];

    /// <summary>Platform logs of requests hold URLs, and the URL of a legacy client holds its API key.</summary>
    public static IEnumerable<string> Diagnostics_RequestUrls_AreNotLogged(Snapshot snapshot) =>
        from setting in snapshot.Of("Microsoft.Insights/diagnosticSettings")
        from log in setting.List("properties.logs")
        let category = (log["category"] ?? log["categoryGroup"])?.ToString()
        where category != "AuditEvent"
        select $"{setting.Id} logs {category}.";

    public static IEnumerable<string> Alerts_FailedAuthenticationBursts_AreNoticed(Snapshot snapshot) =>
        MustWatch(snapshot, "AppTraces | where tostring(Properties.EventName) == \"AuthenticationFailed\"");

    public static IEnumerable<string> Alerts_ServerErrors_AreNoticed(Snapshot snapshot) =>
        MustWatch(snapshot, "AppRequests | where toint(ResultCode) between (500 .. 599)");

    public static IEnumerable<string> Alerts_CertificatesThatExpireSoon_AreNoticed(Snapshot snapshot) =>
        MustWatch(snapshot, "AppTraces | where tostring(Properties.EventName) == \"CertificateExpiresSoon\"");

    private static IEnumerable<string> MustWatch(Snapshot snapshot, string start)
    {
        var alerts = snapshot.Of("Microsoft.Insights/scheduledQueryRules")
            .Where(rule => rule.Text("properties.criteria.allOf.0.query").StartsWith(start + " |", StringComparison.Ordinal))
            .ToList();
        var workspace = snapshot.TelemetryWorkspace().FirstOrDefault()?.Id;
        return
        [
            .. alerts.MustHave("properties.enabled", true),
            .. alerts.MustHave("properties.scopes.0", workspace),
            // The tables do not exist before the first row: a checked query would fail the first deployment.
            .. alerts.MustHave("properties.skipQueryValidation", true),
            .. alerts.MustHave("properties.criteria.allOf.0.operator", "GreaterThan"),
        ];
    }
}
