using LeGoFunc.Infra.Tests.Bicep;
using LeGoFunc.Infra.Tests.Policies;
using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests;

/// <summary>Every policy holds for every parameter file: each pair is a test that bears the policy's name.</summary>
public sealed class PolicyTests(PolicyTests.SnapshotsOfAllSets snapshots) : IClassFixture<PolicyTests.SnapshotsOfAllSets>
{
    public static IEnumerable<TheoryDataRow<string, string>> Pairs =>
        from set in ParameterSets.All
        from policy in Policy.All
        select new TheoryDataRow<string, string>(policy.Name, set) { TestDisplayName = $"{policy.Name} ({set})" };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void EveryPolicy_HoldsForEveryParameterFile(string policy, string set)
    {
        BicepFixture.SkipWithoutBicep();

        Assert.Empty(Policy.Named(policy).Violations(snapshots[set]));
    }

    public sealed class SnapshotsOfAllSets(BicepFixture bicep) : IAsyncLifetime
    {
        private readonly Dictionary<string, Snapshot> _snapshots = [];

        internal Snapshot this[string set] => _snapshots[set];

        public async ValueTask InitializeAsync()
        {
            if (BicepInstallation.Missing is not null)
            {
                return;
            }

            using var copy = new InfraCopy();
            foreach (var set in ParameterSets.All)
            {
                _snapshots[set] = await bicep.SnapshotAsync(copy, ParameterSets.FileOf(set));
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
