using LeGoFunc.Testing;

[assembly: AssemblyFixture(typeof(EmulatorStores))]
