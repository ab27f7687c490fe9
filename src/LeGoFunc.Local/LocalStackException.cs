namespace LeGoFunc.Local;

/// <summary>The local stack can't start or go on. The message is one line for the person at the terminal and holds no secret.</summary>
internal sealed class LocalStackException(string message, Exception? innerException = null)
    : LeGoFuncException(message, innerException);
