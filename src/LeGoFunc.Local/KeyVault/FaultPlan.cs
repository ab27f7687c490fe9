namespace LeGoFunc.Local.KeyVault;

/// <summary>What goes wrong with a call. Narrow it with <c>with { SecretName = …, Operation = …, Times = … }</c>.</summary>
internal sealed record Fault
{
    /// <summary>Only calls that name this secret (any case); null means all calls.</summary>
    internal string? SecretName { get; init; }

    /// <summary>Only this operation; null means all.</summary>
    internal VaultOperation? Operation { get; init; }

    /// <summary>Only the next so many calls that match; null means until it is removed.</summary>
    internal int? Times { get; init; }

    /// <summary>How long the call waits before anything else happens.</summary>
    internal TimeSpan Wait { get; private init; }

    /// <summary>The status to answer with instead of doing anything.</summary>
    internal int? Status { get; private init; }

    internal TimeSpan? RetryAfter { get; private init; }

    /// <summary>Sends the start of an answer and then cuts the connection.</summary>
    internal bool CutsConnection { get; private init; }

    /// <summary>Answers 200 with a body that is no JSON.</summary>
    internal bool AnswersGarbage { get; private init; }

    /// <summary>The call waits, then goes on as usual.</summary>
    internal static Fault Slow(TimeSpan wait) => new() { Wait = wait };

    /// <summary>500, 503, 403 or any other status.</summary>
    internal static Fault Fail(int status) => new() { Status = status };

    /// <summary>429 with Retry-After, in whole seconds.</summary>
    internal static Fault Throttle(TimeSpan retryAfter) => new() { Status = StatusCodes.Status429TooManyRequests, RetryAfter = retryAfter };

    internal static Fault CutConnection() => new() { CutsConnection = true };

    internal static Fault Garbage() => new() { AnswersGarbage = true };

    internal bool Concerns(VaultOperation operation, string? name)
        => (Operation ?? operation) == operation
            && (SecretName is null || string.Equals(SecretName, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The faults that a test has switched on. The first one that concerns a call takes effect. Thread-safe.</summary>
internal sealed class FaultPlan
{
    private readonly List<Fault> faults = [];

    internal void Add(Fault fault)
    {
        lock (faults)
        {
            faults.Add(fault);
        }
    }

    /// <summary>Everything works again.</summary>
    internal void Clear()
    {
        lock (faults)
        {
            faults.Clear();
        }
    }

    internal Fault? Take(VaultOperation operation, string? name)
    {
        lock (faults)
        {
            var index = faults.FindIndex(fault => fault.Concerns(operation, name));
            if (index < 0)
            {
                return null;
            }

            var fault = faults[index];
            if (fault.Times is { } times)
            {
                if (times > 1)
                {
                    faults[index] = fault with { Times = times - 1 };
                }
                else
                {
                    faults.RemoveAt(index);
                }
            }

            return fault;
        }
    }
}
