using LeGoFunc.Catalog;
using LeGoFunc.Vault;

namespace LeGoFunc.Publishing;

/// <summary>Writes checked material into the vault.</summary>
internal sealed class MaterialStore(KeyVaultSecrets vault)
{
    private const string PemType = "application/x-pem-file";

    public async Task<SecretReference> PutAsync(ItemName name, CheckedKey key, CancellationToken cancellationToken)
    {
        var secret = new NewSecret(SecretNames.For(ItemKind.PrivateKey, name), key.Pem, PemType, Tags("private-key", name));
        return new SecretReference(secret.Name, await vault.PutAsync(secret, cancellationToken), key.Sha256);
    }

    public async Task<SecretReference> PutAsync(ItemName name, CheckedChain chain, CancellationToken cancellationToken)
    {
        var secret = new NewSecret(
            SecretNames.For(ItemKind.Certificate, name), chain.Pem, PemType, Tags("certificate", name), chain.Leaf.Facts.NotAfter);
        return new SecretReference(secret.Name, await vault.PutAsync(secret, cancellationToken), chain.Sha256);
    }

    private static Dictionary<string, string> Tags(string kind, ItemName name) =>
        new(StringComparer.Ordinal) { ["kind"] = kind, ["item"] = name.Spelling };
}
