using System.Security.Cryptography.X509Certificates;

namespace LeGoFunc.Local.KeyVault;

/// <summary>How to run the emulator.</summary>
/// <param name="Certificate">The server certificate for 127.0.0.1, with its key.</param>
/// <param name="Token">What clients must present.</param>
internal sealed record KeyVaultEmulatorOptions(X509Certificate2 Certificate, LocalToken Token)
{
    /// <summary>The stack's data directory; secrets are kept in <c>vault</c> below it. Null keeps them in memory.</summary>
    internal string? DataDirectory { get; init; }

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    internal int Port { get; init; }

    internal TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
