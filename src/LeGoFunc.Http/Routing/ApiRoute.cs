using LeGoFunc.Downloads;

namespace LeGoFunc.Http.Routing;

/// <summary>What a path leads to.</summary>
internal abstract record ApiRoute
{
    /// <summary>Whether the process runs.</summary>
    public sealed record Health : ApiRoute
    {
        public static Health Instance { get; } = new();
    }

    /// <summary>Whether the stores answer.</summary>
    public sealed record Ready : ApiRoute
    {
        public static Ready Instance { get; } = new();
    }

    /// <summary>A download.</summary>
    /// <param name="Contents">What is asked for.</param>
    /// <param name="Name">The item's name as the path has it; perhaps not a name at all.</param>
    /// <param name="FileSuffix">What the route adds to the stored name to make a file name.</param>
    /// <param name="UrlKey">What follows the name and its slash, as API key; null in the header form.</param>
    public sealed record Download(Contents Contents, string Name, string FileSuffix, string? UrlKey) : ApiRoute
    {
        /// <summary>Whether the API key is expected in a header.</summary>
        public bool IsHeaderForm => UrlKey is null;

        /// <summary>Shows neither name nor key: a caller may have put the key in either place.</summary>
        public override string ToString() => $"{Contents} ({(IsHeaderForm ? "header" : "URL")} form)";
    }
}
