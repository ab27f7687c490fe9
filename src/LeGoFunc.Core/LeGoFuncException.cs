namespace LeGoFunc;

/// <summary>
/// What a caller can act on: the message is one line, names the item and the cause, and never holds a secret.
/// </summary>
public abstract class LeGoFuncException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The input is not what it has to be; nothing was changed.</summary>
public sealed class InvalidInputException(string message, Exception? inner = null) : LeGoFuncException(message, inner);

/// <summary>There is no item, order or API key of that name.</summary>
public sealed class NoSuchItemException(string message) : LeGoFuncException(message);

/// <summary>The wanted state contradicts what is there; nothing was changed.</summary>
public sealed class ConflictException(string message) : LeGoFuncException(message);
