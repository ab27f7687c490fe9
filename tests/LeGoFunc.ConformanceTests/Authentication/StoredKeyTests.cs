using Azure.Data.Tables;
using LeGoFunc.Catalog;
using LeGoFunc.Vault;

namespace LeGoFunc.ConformanceTests.Authentication;

public sealed class StoredKeyTests(Target target)
{
    [Fact]
    public async Task Api_keys_are_stored_only_as_hashes()
    {
        var item = await target.Seed.CertificateAsync("Stored", new CertificateSpec { BothSlots = true, Legacy = true });
        Assert.Equal(200, (await target.Plain.GetWithKeyAsync(item.Path(Route.Pfx), item.Combined)).Status);

        string[] keys = [item.ApiKey, item.NewApiKey, item.Key.ApiKey, item.Key.NewApiKey];
        var stored = await RowsAsync(TableNames.Certificates, item.Name) + await RowsAsync(TableNames.PrivateKeys, item.Key.Name)
            + await RowsAsync(TableNames.Access, item.Name) + await SecretAsync(ItemKind.Certificate, item.Name)
            + await SecretAsync(ItemKind.PrivateKey, item.Key.Name);
        Assert.Contains("hmac-sha256$", stored, StringComparison.Ordinal);
        Assert.Contains("-----BEGIN CERTIFICATE-----", stored, StringComparison.Ordinal);
        Assert.All(keys, key => Assert.DoesNotContain(key, stored, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<string> RowsAsync(string table, ItemName name)
    {
        var text = "";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {name.Key}");
        await foreach (var row in target.Seed.Stores.Tables.GetTableClient(table).QueryAsync<TableEntity>(filter))
        {
            text += string.Join('\n', row.Select(column => $"{column.Key}={column.Value}"));
        }

        return text;
    }

    private async Task<string> SecretAsync(ItemKind kind, ItemName name)
    {
        var secret = await target.Seed.Stores.Vault.GetAsync(SecretNames.For(kind, name), version: null, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(secret!.Value.Span);
    }
}
