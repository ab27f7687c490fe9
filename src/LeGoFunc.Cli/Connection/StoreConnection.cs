using Azure.Core;
using Azure.Data.Tables;
using LeGoFunc.Access;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Publishing;
using LeGoFunc.Setup;
using LeGoFunc.Stores;
using LeGoFunc.Vault;

namespace LeGoFunc.Cli.Connection;

/// <summary>The domain over the two stores. Making one does no I/O; each part is made when a command asks for it.</summary>
internal sealed class StoreConnection : IDisposable
{
    private readonly TimeProvider time;
    private readonly TableServiceClient tables;
    private readonly KeyVaultSecrets vault;
    private readonly PepperSource peppers;
    private readonly TokenCredential credential;

    private StoreConnection(StoreOptions options, TokenCredential credential, TimeProvider time)
    {
        this.time = time;
        this.credential = credential;
        tables = StoreClients.Tables(options, credential, StorePatience.Operator);
        vault = new KeyVaultSecrets(StoreClients.Vault(options, credential, StorePatience.Operator));
        peppers = new PepperSource(vault);
    }

    public CatalogWriter Catalog => new(tables, time);

    public CatalogLister Lister => new(tables);

    public TableCatalog Reader => new(tables, time);

    public AccessTable Access => new(tables);

    public ApiKeyIssuer ApiKeys => new(peppers, time);

    public PrivateKeys PrivateKeys => new(Catalog, Lister, Reader, vault, ApiKeys, time);

    public Publishing.Certificates Certificates => new(Catalog, Lister, Reader, vault, ApiKeys, time);

    public Publishing.Orders Orders => new(Catalog, Lister, time);

    public Publisher Publisher => new(Catalog, Reader, vault, ApiKeys, time);

    public Initializer Initializer => new(Catalog, vault);

    public Doctor Doctor => new(tables, Lister, vault, credential, time);

    /// <summary>Connects as the command line and the environment say.</summary>
    public static StoreConnection Open(GlobalValues values, CliIO io)
    {
        var options = StoreSettings.Read(values, io);
        return new StoreConnection(
            options,
            options.EmulatorDirectory is { } directory ? new EmulatorCredential(directory, io.Time) : SignIn.Choose(io),
            io.Time);
    }

    public void Dispose() => peppers.Dispose();
}
