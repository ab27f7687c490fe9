// Most of a test's time is waiting: for an answer, or for the cache to see a change.
[assembly: Xunit.v3.Parallelization(MaxThreads = 8)]
[assembly: AssemblyFixture(typeof(LeGoFunc.ConformanceTests.Targets.Target))]
