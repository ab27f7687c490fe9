using LeGoFunc.ApiKeys;
using LeGoFunc.Cli.Commands;

namespace LeGoFunc.Cli.Output.Documents;

/// <summary>An API key as it was just made: the only place where one is ever shown.</summary>
/// <param name="Kind"><c>key</c> or <c>cert</c>.</param>
/// <param name="Name">The item's name.</param>
/// <param name="ApiKey">The API key; null when the caller brought it.</param>
internal sealed record IssuedKeyDocument(string Kind, string Name, string? ApiKey) : IDocument
{
    public static IssuedKeyDocument Of(IssuedApiKey issued) => new(Kinds.Word(issued.Kind), issued.Name.Spelling, issued.ApiKey);

    public void Print(Page page) => page.Line(
        ApiKey is null
            ? $"{Kinds.Describe(Kind, Name)} has the given API key"
            : $"API key of {Kinds.Describe(Kind, Name)}, shown this once: {ApiKey}");

    /// <summary>Does not show the key.</summary>
    public override string ToString() => $"API key of {Name}";
}
