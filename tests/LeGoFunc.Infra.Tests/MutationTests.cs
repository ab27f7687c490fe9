using LeGoFunc.Infra.Tests.Bicep;
using LeGoFunc.Infra.Tests.Mutations;
using LeGoFunc.Infra.Tests.Policies;
using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests;

/// <summary>Every policy can fail: each mutation makes one mistake in a copy of infra/, and its policies must notice.</summary>
public sealed class MutationTests(MutationTests.SnapshotsOfAllMutations snapshots) : IClassFixture<MutationTests.SnapshotsOfAllMutations>
{
    public static IEnumerable<TheoryDataRow<int>> Mutations =>
        Mutation.All.Select((mutation, index) => new TheoryDataRow<int>(index) { TestDisplayName = mutation.Name });

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task EveryMutation_IsNoticed(int index)
    {
        BicepFixture.SkipWithoutBicep();

        var snapshot = await snapshots[index];

        Assert.All(Mutation.All[index].Policies, policy => Assert.NotEmpty(Policy.Named(policy).Violations(snapshot)));
    }

    [Fact]
    public void EveryPolicy_HasAMutation() =>
        Assert.Empty(Policy.All.Select(policy => policy.Name).Except(Mutation.All.SelectMany(mutation => mutation.Policies)));

    /// <summary>All snapshots are asked for at once, so that Bicep works on as many as there are cores.</summary>
    public sealed class SnapshotsOfAllMutations(BicepFixture bicep) : IDisposable
    {
        private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);
        private Task<Snapshot>[]? _snapshots;

        internal Task<Snapshot> this[int index] => (_snapshots ??= [.. Mutation.All.Select(TakeAsync)])[index];

        public void Dispose() => _places.Dispose();

        private async Task<Snapshot> TakeAsync(Mutation mutation)
        {
            await _places.WaitAsync();
            try
            {
                using var copy = new InfraCopy();
                copy.Replace(mutation.File, mutation.Find, mutation.Replacement);
                return await bicep.SnapshotAsync(copy, ParameterSets.FileOf(mutation.Set));
            }
            finally
            {
                _places.Release();
            }
        }
    }
}
