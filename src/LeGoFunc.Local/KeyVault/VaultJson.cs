using System.Text.Json.Serialization;

namespace LeGoFunc.Local.KeyVault;

/// <summary>Times are seconds since 1970 in UTC.</summary>
internal sealed record SecretAttributes
{
    public bool? Enabled { get; init; }

    public long? Nbf { get; init; }

    public long? Exp { get; init; }

    public long? Created { get; init; }

    public long? Updated { get; init; }

    public string? RecoveryLevel { get; init; }

    public int? RecoverableDays { get; init; }
}

/// <summary>The body of a request that sets a secret or updates its properties.</summary>
internal sealed record SecretRequest(
    string? Value, string? ContentType, SecretAttributes? Attributes, IReadOnlyDictionary<string, string>? Tags);

/// <summary>A secret in an answer. In lists and for deleted secrets it has no value.</summary>
internal sealed record SecretAnswer(
    string Id, string? Value, string? ContentType, SecretAttributes Attributes, IReadOnlyDictionary<string, string>? Tags)
{
    public string? RecoveryId { get; init; }

    public long? DeletedDate { get; init; }

    public long? ScheduledPurgeDate { get; init; }
}

internal sealed record SecretPage(IReadOnlyList<SecretAnswer> Value, string? NextLink);

internal sealed record ErrorAnswer(ErrorBody Error);

internal sealed record ErrorBody(string Code, string Message, [property: JsonPropertyName("innererror")] InnerError? InnerError);

internal sealed record InnerError(string Code);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SecretRequest))]
[JsonSerializable(typeof(SecretAnswer))]
[JsonSerializable(typeof(SecretPage))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(StoredSecret))]
internal sealed partial class VaultJson : JsonSerializerContext;
