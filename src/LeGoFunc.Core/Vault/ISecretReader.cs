namespace LeGoFunc.Vault;

/// <summary>Reads secrets: the seam between downloads and Key Vault.</summary>
public interface ISecretReader
{
    /// <summary>Reads one version of a secret, or its newest one.</summary>
    /// <param name="name">The secret's name.</param>
    /// <param name="version">The version's id; null for the newest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The secret, or null when there is none or it is disabled.</returns>
    /// <exception cref="Stores.StoreException">The vault is away, throttles or refuses.</exception>
    Task<VaultSecret?> GetAsync(string name, string? version, CancellationToken cancellationToken);
}

/// <summary>A secret as it was read.</summary>
/// <param name="Version">The version's id.</param>
/// <param name="Value">The value's bytes.</param>
public sealed record VaultSecret(string Version, ReadOnlyMemory<byte> Value)
{
    /// <summary>Does not show the value.</summary>
    public override string ToString() => $"secret version {Version}";
}
