namespace LeGoFunc.Infra.Tests.Snapshots;

/// <summary>A role assignment in words: which role, on what, for whom.</summary>
internal sealed record Assignment(string Role, string Scope, string PrincipalId)
{
    public override string ToString() => $"{Role} on {Scope}";
}

internal static class Roles
{
    private const string Marker = "/providers/Microsoft.Authorization/roleAssignments/";

    private static readonly Dictionary<string, string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["76199698-9eea-4c19-bc75-cec21354c6b6"] = "Storage Table Data Reader",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    public static IEnumerable<Assignment> Assignments(this Snapshot snapshot) =>
        from resource in snapshot.Of("Microsoft.Authorization/roleAssignments")
        let id = resource.Text("properties.roleDefinitionId").Split('/')[^1]
        select new Assignment(
            s_names.GetValueOrDefault(id, $"Unknown role {id}"),
            ScopeOf(snapshot, resource.Id),
            resource.Text("properties.principalId"));

    /// <summary>The principal of the app is the snapshot's only identity, whatever its object id will be.</summary>
    public static bool IsApp(this Assignment assignment, Snapshot snapshot) =>
        snapshot.Of("Microsoft.ManagedIdentity/userAssignedIdentities").Any(identity =>
            assignment.PrincipalId.StartsWith($"[reference('{identity.Id}', ", StringComparison.Ordinal)
            && assignment.PrincipalId.EndsWith(").principalId]", StringComparison.Ordinal));

    private static string ScopeOf(Snapshot snapshot, string assignmentId)
    {
        var end = assignmentId.IndexOf(Marker, StringComparison.Ordinal);
        var id = end < 0 ? assignmentId : assignmentId[..end];
        return snapshot.Resources.FirstOrDefault(resource => resource.Id == id) switch
        {
            { Type: "Microsoft.KeyVault/vaults" } => "vault",
            { Type: "Microsoft.Insights/components" } => "insights",
            { Type: "Microsoft.Storage/storageAccounts/tableServices/tables" } table => $"table {table.Name.Split('/')[^1]}",
            { } account when account == snapshot.HostStorage().FirstOrDefault() => "host storage",
            { } account when account == snapshot.DataStorage().FirstOrDefault() => "data storage",
            _ => id,
        };
    }
}
