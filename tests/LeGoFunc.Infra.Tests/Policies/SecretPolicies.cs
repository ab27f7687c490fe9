using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests.Policies;

/// <summary>No key, password or connection string leaves Azure or enters a setting: there is nothing that could leak.</summary>
internal static partial class SecretPolicies
{
    /// <summary>With local authentication off, the instrumentation key in this one opens nothing.</summary>
    private const string TelemetryAddress = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public static IEnumerable<string> Secrets_InResources_AreAbsent(Snapshot snapshot) =>
        from resource in snapshot.Resources
        from value in Values(resource.Json)
        where LooksSecret().IsMatch(value)
            && !snapshot.Settings().Any(setting => setting.Value == value)
        select $"{resource.Type} {resource.Name} holds {value}.";

    public static IEnumerable<string> Secrets_InSettings_AreAbsent(Snapshot snapshot) =>
        from setting in snapshot.Settings()
        where LooksSecret().IsMatch(setting.Value)
            && !(setting.Key == TelemetryAddress && IsTelemetryAddress(snapshot, setting.Value))
        select $"The setting {setting.Key} holds {setting.Value}.";

    public static IEnumerable<string> Secrets_InOutputs_AreAbsent(Snapshot snapshot) =>
        from value in Values(snapshot.Outputs)
        where LooksSecret().IsMatch(value)
        select $"An output holds {value}.";

    public static IEnumerable<string> Outputs_AreThoseThatAreKnown(Snapshot snapshot) =>
        snapshot.Outputs.Select(output => output.Key).MustBe(
            "Outputs",
            "AZURE_FUNCTION_HOST",
            "AZURE_FUNCTION_NAME",
            "DOMAIN_VERIFICATION_ID",
            "FRONT_DOOR_ID",
            "LEGOFUNC_TABLES",
            "LEGOFUNC_VAULT",
            "SERVICE_API_ENDPOINT_URL");

    private static bool IsTelemetryAddress(Snapshot snapshot, string value) =>
        snapshot.Of("Microsoft.Insights/components").Any(component =>
            value == $"[reference('{component.Id}', '{component.Text("apiVersion")}').ConnectionString]");

    private static IEnumerable<string> Values(JsonNode? node) => node switch
    {
        JsonObject parent => parent.SelectMany(property => Values(property.Value)),
        JsonArray list => list.SelectMany(Values),
        JsonValue value => [value.ToString()],
        _ => [],
    };

    [GeneratedRegex(
        """
        \blist[A-Z]\w*\( | ConnectionString | InstrumentationKey | AccountKey= | SharedAccess | DefaultEndpointsProtocol
        | [?&]sig= | -----BEGIN | \b(?:lgk|lgc)_ | @Microsoft\.KeyVault | password | primaryKey | masterKey
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex LooksSecret();
}
