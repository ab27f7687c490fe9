using System.Reflection;
using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests.Policies;

/// <summary>
/// A property that every deployment must have: a pure function from a snapshot to what is wrong with it.
/// Every static method of this namespace with that shape is one, so none can be written and then forgotten.
/// </summary>
internal sealed record Policy(string Name, Func<Snapshot, IEnumerable<string>> Violations)
{
    public static IReadOnlyList<Policy> All { get; } =
    [
        .. from type in typeof(Policy).Assembly.GetTypes()
           where type.Namespace == typeof(Policy).Namespace && type is { IsAbstract: true, IsSealed: true }
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
           where method.ReturnType == typeof(IEnumerable<string>)
           orderby method.Name
           select new Policy(method.Name, method.CreateDelegate<Func<Snapshot, IEnumerable<string>>>()),
    ];

    public static Policy Named(string name) => All.Single(policy => policy.Name == name);
}
