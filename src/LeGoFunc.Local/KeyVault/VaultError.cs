namespace LeGoFunc.Local.KeyVault;

/// <summary>An answer of Key Vault that is an error: the status, its code and, where Key Vault has one, the inner code.</summary>
internal sealed class VaultException(int status, string code, string message, string? innerCode = null) : Exception(message)
{
    internal int Status => status;

    internal ErrorAnswer Answer => new(new ErrorBody(code, Message, innerCode is null ? null : new InnerError(innerCode)));

    internal static VaultException NotFound(string name)
        => new(StatusCodes.Status404NotFound, "SecretNotFound", $"A secret with (name/id) {name} was not found in this key vault.");

    internal static VaultException Disabled()
        => new(StatusCodes.Status403Forbidden, "Forbidden", "Operation get is not allowed on a disabled secret.", "SecretDisabled");

    internal static VaultException Deleted(string name)
        => new(StatusCodes.Status409Conflict, "Conflict", $"Secret {name} is currently in a deleted but recoverable state, and its name cannot be reused.", "ObjectIsDeletedButRecoverable");

    internal static VaultException Bad(string message)
        => new(StatusCodes.Status400BadRequest, "BadParameter", message);

    internal static VaultException Injected(int status)
        => new(status, status == StatusCodes.Status429TooManyRequests ? "Throttled" : "InjectedFault", "A fault that the test asked for.");
}
