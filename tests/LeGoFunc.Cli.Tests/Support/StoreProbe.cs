using System.Globalization;
using Azure.Data.Tables;
using Azure.Security.KeyVault.Secrets;
using LeGoFunc.Access;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Stores;
using LeGoFunc.Testing;
using LeGoFunc.Vault;

namespace LeGoFunc.Cli.Tests.Support;

/// <summary>Looks into the stores behind the tool's back.</summary>
public sealed class StoreProbe
{
    private readonly TableServiceClient tables;

    public StoreProbe(EmulatorStores stores)
    {
        var options = new StoreOptions
        {
            TablesEndpoint = stores.TablesEndpoint,
            VaultUri = stores.VaultUri,
            EmulatorDirectory = stores.EmulatorDirectory,
        };
        var credential = new EmulatorCredential(stores.EmulatorDirectory, TimeProvider.System);
        tables = StoreClients.Tables(options, credential, StorePatience.Operator);
        Secrets = StoreClients.Vault(options, credential, StorePatience.Operator);
    }

    public SecretClient Secrets { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public TableClient Table(string name) => tables.GetTableClient(name);

    /// <summary>Every column of every row, timestamps and row versions included, and every version of every secret.</summary>
    public async Task<IReadOnlyList<string>> DumpAsync()
    {
        var lines = new List<string>();
        foreach (var name in TableNames.All)
        {
            await foreach (var row in Table(name).QueryAsync<TableEntity>(cancellationToken: Token))
            {
                var columns = row.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}"));
                lines.Add($"{name}: {string.Join("; ", columns)}");
            }
        }

        await foreach (var secret in Secrets.GetPropertiesOfSecretsAsync(Token))
        {
            await foreach (var version in Secrets.GetPropertiesOfSecretVersionsAsync(secret.Name, Token))
            {
                lines.Add($"{version.Name}/{version.Version}: {version.Enabled} {version.UpdatedOn:O} {version.ExpiresOn:O}");
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>Records a download, as the endpoint does.</summary>
    public Task RecordAsync(AccessRecord record) => new AccessTable(tables).WriteAsync(record, Token);

    public async Task<PrivateKeyItem?> PrivateKeyAsync(string name) =>
        await new TableCatalog(tables, TimeProvider.System).FindPrivateKeyAsync(ItemName.Parse(name), Token);

    public async Task<CertificateEntry?> CertificateAsync(string name) =>
        await new CatalogLister(tables).CertificateAsync(ItemName.Parse(name), Token);

    public async Task<byte[]> SecretAsync(SecretReference reference)
    {
        var secret = await new KeyVaultSecrets(Secrets).GetAsync(reference.Name, reference.Version, Token);
        return secret!.Value.ToArray();
    }

    /// <summary>The slot that an API key opens, as the endpoint would judge it; null: none.</summary>
    public async Task<SlotName?> OpensAsync(Item item, string apiKey)
    {
        using var peppers = new PepperSource(new KeyVaultSecrets(Secrets));
        var known = await peppers.GetAsync([item.ApiKeys], Token);
        return ApiKeyVerifier.Match(item.Kind, item.Name, item.ApiKeys, apiKey, known, TimeProvider.System.GetUtcNow());
    }
}
