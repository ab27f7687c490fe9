using System.Text;
using LeGoFunc.Catalog;

namespace LeGoFunc.ApiKeys;

/// <summary>Makes slots for API keys that are to be stored.</summary>
public sealed class ApiKeyIssuer(PepperSource peppers, TimeProvider time)
{
    /// <summary>The fewest bytes of an API key that a person chose.</summary>
    public const int MinChosenBytes = 10;

    /// <summary>A slot for a new random API key, or for one that a person chose.</summary>
    /// <param name="kind">The item's kind.</param>
    /// <param name="name">The item's name.</param>
    /// <param name="chosen">The chosen API key; null: make one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidInputException">The chosen key is too short, too long, or has characters that no
    /// header can carry.</exception>
    /// <exception cref="Stores.StoreException">The vault is away or was never initialised.</exception>
    public async Task<IssuedApiKey> IssueAsync(
        ItemKind kind, ItemName name, string? chosen, CancellationToken cancellationToken)
    {
        if (chosen is not null)
        {
            Validate(name, chosen);
        }

        var apiKey = chosen ?? ApiKeyGenerator.Generate(kind);
        var pepper = (await peppers.GetAsync([], cancellationToken)).Current;
        var slot = new ApiKeySlot(
            ApiKeyHash.Compute(pepper, kind, name, apiKey).ToString(), ApiKeyGenerator.Hint(apiKey), time.GetUtcNow(), Expires: null);
        return new IssuedApiKey(kind, name, slot, chosen is null ? apiKey : null);
    }

    private static void Validate(ItemName name, string chosen)
    {
        if (Encoding.UTF8.GetByteCount(chosen) is < MinChosenBytes or > ApiKeyHash.MaxKeyBytes)
        {
            throw new InvalidInputException(
                $"{name}: an API key has {MinChosenBytes} to {ApiKeyHash.MaxKeyBytes} bytes");
        }

        if (chosen.Any(char.IsControl) || chosen.Trim() != chosen)
        {
            throw new InvalidInputException(
                $"{name}: an API key holds no control characters and neither starts nor ends with white space");
        }
    }
}

/// <summary>An API key as it was just made.</summary>
/// <param name="Kind">The item's kind.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Slot">What is stored of it.</param>
/// <param name="ApiKey">The key itself, to be shown once; null when the caller brought it.</param>
public sealed record IssuedApiKey(ItemKind Kind, ItemName Name, ApiKeySlot Slot, string? ApiKey)
{
    /// <summary>Does not show the key.</summary>
    public override string ToString() => $"API key of {Name}";
}
