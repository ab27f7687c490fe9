using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests.Policies;

internal static class RolePolicies
{
    private static readonly string[] s_app =
    [
        "Key Vault Secrets User on vault",
        "Storage Table Data Reader on table privatekeys",
        "Storage Table Data Reader on table certificates",
        "Storage Table Data Contributor on table access",
        "Storage Blob Data Owner on host storage",
        "Monitoring Metrics Publisher on insights",
    ];

    private static readonly string[] s_operator =
    [
        "Key Vault Secrets Officer on vault",
        "Storage Table Data Contributor on table privatekeys",
        "Storage Table Data Contributor on table certificates",
        "Storage Table Data Contributor on table access",
    ];

    /// <summary>Whoever gets them: these roles, each on the one resource it is needed for, and no others.</summary>
    public static IEnumerable<string> Roles_AreOnTheAllowList(Snapshot snapshot) =>
        snapshot.Assignments()
            .Select(assignment => assignment.ToString())
            .Except([.. s_app, .. s_operator])
            .Select(assignment => $"{assignment} is not on the allow-list.");

    public static IEnumerable<string> Roles_OfTheApp_AreTheLeastItNeeds(Snapshot snapshot) =>
        snapshot.Assignments()
            .Where(assignment => assignment.IsApp(snapshot))
            .Select(assignment => assignment.ToString())
            .MustBe("Roles of the app", s_app);

    public static IEnumerable<string> Roles_OfTheOperator_AreTheTwoWriters(Snapshot snapshot)
    {
        var others = snapshot.Assignments().Where(assignment => !assignment.IsApp(snapshot)).ToList();
        return others.Count == 0
            ? []
            :
            [
                .. others.Select(assignment => assignment.ToString()).MustBe("Roles of the operator", s_operator),
                .. others.Select(assignment => assignment.PrincipalId).Distinct().Skip(1)
                    .Select(principal => $"{principal} is a second operator."),
            ];
    }
}
