namespace LeGoFunc.ApiKeys;

/// <summary>The peppers that are in use: the current one, and older ones that stored hashes still name.</summary>
public sealed record PepperSet(Pepper Current, IReadOnlyList<Pepper> Older)
{
    /// <summary>The pepper of that version, or null.</summary>
    public Pepper? Find(string? version)
    {
        if (string.Equals(version, Current.Version, StringComparison.Ordinal))
        {
            return Current;
        }

        foreach (var pepper in Older)
        {
            if (string.Equals(version, pepper.Version, StringComparison.Ordinal))
            {
                return pepper;
            }
        }

        return null;
    }
}
