using System.Text;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Vault;

namespace LeGoFunc.Setup;

/// <summary>Makes what LeGoFunc needs in its stores before the first item: the tables and the pepper.</summary>
public sealed class Initializer(CatalogWriter catalog, KeyVaultSecrets vault)
{
    /// <summary>Makes what is missing and leaves alone what is there.</summary>
    /// <returns>Whether a pepper had to be made.</returns>
    /// <exception cref="Stores.StoreException">A store is away or refuses.</exception>
    public async Task<bool> InitializeAsync(CancellationToken cancellationToken)
    {
        await catalog.CreateTablesAsync(cancellationToken);
        if (await vault.GetAsync(Pepper.SecretName, version: null, cancellationToken) is not null)
        {
            return false;
        }

        await vault.PutAsync(
            new NewSecret(
                Pepper.SecretName,
                Encoding.ASCII.GetBytes(Pepper.NewSecretValue()),
                "text/plain",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = "pepper" }),
            cancellationToken);
        return true;
    }
}
