namespace LeGoFunc.Local.KeyVault;

/// <summary>Turns stored secrets into what the protocol says about them.</summary>
/// <param name="request">Names the vault the way that this client reaches it.</param>
internal sealed class SecretAnswers(HttpRequest request)
{
    private readonly string vault = $"https://{request.Host}/";

    private const int RecoverableDays = 90;

    internal SecretAnswer WithValue(StoredSecret secret, StoredVersion version)
        => Properties(secret, version) with { Value = version.Value };

    internal SecretAnswer Properties(StoredSecret secret, StoredVersion version)
        => new($"{vault}secrets/{secret.Name}/{version.Id}", Value: null, version.ContentType, Attributes(version), version.Tags);

    internal SecretAnswer ListItem(StoredSecret secret)
        => Properties(secret, secret.Latest()) with { Id = $"{vault}secrets/{secret.Name}" };

    internal SecretAnswer Deleted(StoredSecret secret) => Properties(secret, secret.Latest()) with
    {
        RecoveryId = $"{vault}deletedsecrets/{secret.Name}",
        DeletedDate = secret.Deleted?.ToUnixTimeSeconds(),
        ScheduledPurgeDate = secret.Deleted?.AddDays(RecoverableDays).ToUnixTimeSeconds(),
    };

    private static SecretAttributes Attributes(StoredVersion version) => new()
    {
        Enabled = version.Enabled,
        Nbf = version.NotBefore,
        Exp = version.Expires,
        Created = version.Created.ToUnixTimeSeconds(),
        Updated = version.Updated.ToUnixTimeSeconds(),
        RecoveryLevel = "Recoverable+Purgeable",
        RecoverableDays = RecoverableDays,
    };
}
