namespace LeGoFunc.Local.Azurite;

/// <summary>How to run Azurite.</summary>
/// <param name="Installation">From <see cref="AzuriteInstaller"/>.</param>
/// <param name="CertificateFile">PEM of the server certificate for 127.0.0.1: token credentials are sent over HTTPS only.</param>
/// <param name="KeyFile">PEM of its key.</param>
internal sealed record AzuriteOptions(AzuriteInstallation Installation, string CertificateFile, string KeyFile)
{
    /// <summary>Where the tables are kept; null keeps them in memory.</summary>
    internal string? DataDirectory { get; init; }

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    internal int Port { get; init; }

    /// <summary>How long Azurite may take until it serves, and how long until it has saved.</summary>
    internal TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(30);

    internal TimeSpan StopDeadline { get; init; } = TimeSpan.FromSeconds(10);
}
