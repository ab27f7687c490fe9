using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace LeGoFunc.Catalog;

/// <summary>
/// The name of a private key or certificate: 1 to 120 letters, digits, <c>-</c>, <c>_</c>, <c>.</c> or <c>~</c>.
/// Two names that differ only by ASCII case are the same name.
/// </summary>
public readonly record struct ItemName
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 120;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~");

    private ItemName(string spelling)
    {
        Spelling = spelling;
        Key = spelling.ToLowerInvariant();
    }

    /// <summary>The name as it was written.</summary>
    public string Spelling { get; }

    /// <summary>The name in lower case: the partition key in the tables.</summary>
    public string Key { get; }

    /// <summary>Reads a name; false when it is not one.</summary>
    /// <remarks><c>.</c> and <c>..</c> are no names: every HTTP client removes them from a path.</remarks>
    public static bool TryParse([NotNullWhen(true)] string? text, out ItemName name)
    {
        if (text is null or "" or "." or ".." || text.Length > MaxLength || text.AsSpan().ContainsAnyExcept(Allowed))
        {
            name = default;
            return false;
        }

        name = new ItemName(text);
        return true;
    }

    /// <summary>Reads a name.</summary>
    /// <exception cref="InvalidInputException">It is not a name; the message says what one may hold.</exception>
    public static ItemName Parse(string text) => TryParse(text, out var name)
        ? name
        : throw new InvalidInputException(
            $"'{text}' is not a name: use 1 to {MaxLength} letters, digits, '-', '_', '.' or '~'");

    /// <inheritdoc/>
    public bool Equals(ItemName other) => string.Equals(Key, other.Key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key ?? "");

    /// <inheritdoc/>
    public override string ToString() => Spelling;
}
