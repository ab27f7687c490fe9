namespace LeGoFunc.Local.KeyVault;

/// <summary>A secret with all of its versions, oldest first. Immutable: a change makes a new one.</summary>
internal sealed record StoredSecret(string Name, IReadOnlyList<StoredVersion> Versions)
{
    public DateTimeOffset? Deleted { get; init; }

    internal StoredVersion Latest() => Versions[^1];
}

internal sealed record StoredVersion(string Id, string Value)
{
    public string? ContentType { get; init; }

    public bool Enabled { get; init; } = true;

    public long? NotBefore { get; init; }

    public long? Expires { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Updated { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    // A record prints its members; this one must never print its value.
    public override string ToString() => $"version {Id}";
}
