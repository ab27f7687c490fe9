using LeGoFunc.Stores;

namespace LeGoFunc.Cli.Connection;

/// <summary>The file that the local stack writes for this tool: lines of <c>NAME=VALUE</c>.</summary>
internal static class EnvironmentFile
{
    public const string Name = "legofunc.env";

    /// <summary>Reads the file in <paramref name="directory"/>.</summary>
    /// <exception cref="StoreException">There is none: the local stack never ran there.</exception>
    public static Dictionary<string, string> Read(string directory)
    {
        var path = Path.Combine(directory, Name);
        try
        {
            return File.ReadLines(path)
                .Select(line => line.Trim())
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
                .Where(pair => pair.Length == 2)
                .GroupBy(pair => pair[0], StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Last()[1], StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFailure.Unavailable, $"the local stack's '{path}' can't be read: start LeGoFunc.Local first", retryAfter: null, e);
        }
    }
}
