using LeGoFunc.Cli.Tests.Support;

[assembly: AssemblyFixture(typeof(SharedStores))]
