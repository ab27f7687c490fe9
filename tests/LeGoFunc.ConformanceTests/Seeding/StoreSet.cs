using Azure.Data.Tables;
using Azure.Identity;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Publishing;
using LeGoFunc.Setup;
using LeGoFunc.Stores;
using LeGoFunc.Vault;

namespace LeGoFunc.ConformanceTests.Seeding;

/// <summary>The operator's side of the target: what publishes and changes items.</summary>
internal sealed class StoreSet : IDisposable
{
    private readonly PepperSource peppers;

    public StoreSet(StoreOptions options)
    {
        var credential = new AzureCliCredential();
        var time = TimeProvider.System;
        Tables = StoreClients.Tables(options, credential, StorePatience.Operator);
        Vault = new KeyVaultSecrets(StoreClients.Vault(options, credential, StorePatience.Operator));
        Writer = new CatalogWriter(Tables, time);
        Reader = new TableCatalog(Tables, time);
        peppers = new PepperSource(Vault);
        ApiKeys = new ApiKeyIssuer(peppers, time);
        var lister = new CatalogLister(Tables);
        Orders = new Orders(Writer, lister, time);
        PrivateKeys = new PrivateKeys(Writer, lister, Reader, Vault, ApiKeys, time);
        Certificates = new Certificates(Writer, lister, Reader, Vault, ApiKeys, time);
        Publisher = new Publisher(Writer, Reader, Vault, ApiKeys, time);
        Initializer = new Initializer(Writer, Vault);
    }

    public TableServiceClient Tables { get; }

    public KeyVaultSecrets Vault { get; }

    public CatalogWriter Writer { get; }

    public TableCatalog Reader { get; }

    public ApiKeyIssuer ApiKeys { get; }

    public Orders Orders { get; }

    public PrivateKeys PrivateKeys { get; }

    public Certificates Certificates { get; }

    public Publisher Publisher { get; }

    public Initializer Initializer { get; }

    public void Dispose() => peppers.Dispose();
}
