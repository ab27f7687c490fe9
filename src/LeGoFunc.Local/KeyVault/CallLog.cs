namespace LeGoFunc.Local.KeyVault;

/// <summary>Counts the authorised calls to the vault, also those that a fault then spoils; bearer challenges don't count. Thread-safe.</summary>
internal sealed class CallLog
{
    private readonly List<(VaultOperation Operation, string? Name)> calls = [];

    internal int Total => Count(_ => true);

    internal int Count(VaultOperation operation) => Count(call => call.Operation == operation);

    /// <summary>Names are compared without regard to case.</summary>
    internal int Count(VaultOperation operation, string secretName)
        => Count(call => call.Operation == operation && string.Equals(call.Name, secretName, StringComparison.OrdinalIgnoreCase));

    /// <summary>The calls, of any operation, that named this secret.</summary>
    internal int Count(string secretName)
        => Count(call => string.Equals(call.Name, secretName, StringComparison.OrdinalIgnoreCase));

    internal void Reset()
    {
        lock (calls)
        {
            calls.Clear();
        }
    }

    internal void Add(VaultOperation operation, string? name)
    {
        lock (calls)
        {
            calls.Add((operation, name));
        }
    }

    private int Count(Func<(VaultOperation Operation, string? Name), bool> matches)
    {
        lock (calls)
        {
            return calls.Count(matches);
        }
    }
}
