using LeGoFunc.Catalog;
using LeGoFunc.Cli.Commands;

namespace LeGoFunc.Cli.Output.Documents;

/// <summary>What <c>init</c> did.</summary>
internal sealed record InitDocument(IReadOnlyList<string> Tables, bool PepperCreated) : IDocument
{
    public void Print(Page page) => page.Line(
        PepperCreated ? "tables and pepper are made" : "tables and pepper are there already");
}

/// <summary>An item that was removed.</summary>
internal sealed record RemovedDocument(string Kind, string Name, bool Removed) : IDocument
{
    public void Print(Page page) => page.Line($"{Kinds.Describe(Kind, Name)} is removed");
}

/// <summary>The flags of an item after a change.</summary>
internal sealed record FlagsDocument(string Kind, string Name, bool Legacy, bool Disabled) : IDocument
{
    public static FlagsDocument Of(Item item) => new(Kinds.Word(item.Kind), item.Name.Spelling, item.Legacy, item.Disabled);

    public void Print(Page page) => page.Line(
        $"{Kinds.Describe(Kind, Name)} is {(Disabled ? "disabled" : "enabled")}; its API key may {(Legacy ? "" : "not ")}be in the URL");
}

/// <summary>The API keys of an item after a change.</summary>
/// <remarks>Without downloads: right after a change they would be of the API key that was there before.</remarks>
internal sealed record ItemKeysDocument(string Kind, string Name, SlotsDocument ApiKeys) : IDocument
{
    public static ItemKeysDocument Of(Item item) =>
        new(Kinds.Word(item.Kind), item.Name.Spelling, SlotsDocument.Of(item.ApiKeys, LastDownloads.None));

    public void Print(Page page) => page.Fields([("item", Kinds.Describe(Kind, Name)), .. ApiKeys.Fields(page.Now)]);
}
