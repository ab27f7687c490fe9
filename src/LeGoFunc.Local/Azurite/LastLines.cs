namespace LeGoFunc.Local.Azurite;

/// <summary>Keeps the last lines of a child's output, for an error message. Thread-safe.</summary>
internal sealed class LastLines(int capacity)
{
    private readonly Queue<string> lines = new();

    internal void Add(string line)
    {
        lock (lines)
        {
            lines.Enqueue(line);
            if (lines.Count > capacity)
            {
                lines.Dequeue();
            }
        }
    }

    internal bool Contain(string text)
    {
        lock (lines)
        {
            return lines.Any(line => line.Contains(text, StringComparison.Ordinal));
        }
    }

    /// <summary>One line, for a one-line message.</summary>
    public override string ToString()
    {
        lock (lines)
        {
            return lines.Count == 0 ? "it said nothing" : string.Join(" | ", lines);
        }
    }
}
