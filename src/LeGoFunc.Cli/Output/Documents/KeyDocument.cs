using LeGoFunc.Catalog;

namespace LeGoFunc.Cli.Output.Documents;

/// <summary>A private key; never its PEM.</summary>
internal sealed record KeyDocument(
    string Kind,
    string Name,
    string Algorithm,
    bool Legacy,
    bool Disabled,
    string Description,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    DateTimeOffset Published,
    SlotsDocument ApiKeys,
    string Secret,
    string SecretVersion,
    IReadOnlyList<string> Certificates) : IDocument
{
    public static KeyDocument Of(PrivateKeyItem key, LastDownloads downloads, IReadOnlyList<string> certificates) => new(
        Commands.Kinds.Word(key.Kind),
        key.Name.Spelling,
        key.Algorithm,
        key.Legacy,
        key.Disabled,
        key.Description,
        key.Created,
        key.Updated,
        key.Published,
        SlotsDocument.Of(key.ApiKeys, downloads),
        key.Pem.Name,
        key.Pem.Version,
        certificates);

    public void Print(Page page) => page.Fields(
    [
        ("private key", Name),
        ("algorithm", Algorithm),
        ("flags", Flags.Cell(Legacy, Disabled)),
        .. Flags.Note(Description),
        ("certificates", Certificates.Count > 0 ? string.Join(", ", Certificates) : new Cell("none", Tone.Faint)),
        .. ApiKeys.Fields(page.Now),
        ("published", RelativeTime.Full(Published, page.Now)),
        ("secret", $"{Secret}/{SecretVersion}"),
    ]);
}
