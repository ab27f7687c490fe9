namespace LeGoFunc.Catalog;

/// <summary>One version of one secret in Key Vault. A version never changes, so it can be cached without an end.</summary>
/// <param name="Name">The secret's name.</param>
/// <param name="Version">The version's id.</param>
/// <param name="Sha256">SHA-256 of the secret's bytes, 64 lower-case hexadecimal digits.</param>
public sealed record SecretReference(string Name, string Version, string Sha256);
