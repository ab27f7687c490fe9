namespace LeGoFunc.Downloads;

/// <summary>An API key as a caller presented it.</summary>
/// <param name="Whole">Everything that may be the key; never empty.</param>
/// <param name="FirstSegment">
/// For a key in the URL, its first path segment: appliances put a file name behind the key. Otherwise null.
/// </param>
public readonly record struct PresentedApiKey(string Whole, string? FirstSegment)
{
    /// <summary>Whether it stood in the URL, which an item has to allow.</summary>
    public bool InUrl => FirstSegment is not null;

    /// <summary>Does not show the key.</summary>
    public override string ToString() => InUrl ? "API key in the URL" : "API key in a header";
}
