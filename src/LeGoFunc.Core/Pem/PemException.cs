namespace LeGoFunc.Pem;

/// <summary>
/// A PEM file that can't be accepted. The message is one line that says what is wrong and what to do about it;
/// it may name a certificate's subject and never holds any of the PEM text, so it can be logged and shown.
/// </summary>
public sealed class PemException(string message, Exception? innerException = null) : LeGoFuncException(message, innerException);
