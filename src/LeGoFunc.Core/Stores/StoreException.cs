namespace LeGoFunc.Stores;

/// <summary>Why a store did not answer.</summary>
public enum StoreFailure
{
    /// <summary>It can't be reached, is too slow, or answers with an error of its own.</summary>
    Unavailable,

    /// <summary>It was asked too often; <see cref="StoreException.RetryAfter"/> may say how long to wait.</summary>
    Throttled,

    /// <summary>It answers that this identity may not do that, or there is no identity to show.</summary>
    Refused,
}

/// <summary>Table Storage or Key Vault did not do what it was asked.</summary>
public sealed class StoreException(StoreFailure failure, string message, TimeSpan? retryAfter, Exception? inner)
    : LeGoFuncException(message, inner)
{
    /// <summary>Why.</summary>
    public StoreFailure Failure { get; } = failure;

    /// <summary>How long the store asked to be left alone.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
