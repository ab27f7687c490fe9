namespace LeGoFunc.Local.Azurite;

/// <summary>An Azurite that is ready to run.</summary>
/// <param name="Directory">The folder with package.json and node_modules.</param>
internal sealed record AzuriteInstallation(string Directory)
{
    internal string TableService => Path.Combine(Directory, "node_modules", "azurite", "dist", "src", "table", "main.js");

    /// <summary>The script that is loaded first and ends Azurite with its parent.</summary>
    internal string WatchParent => Path.Combine(Directory, "watch-parent.cjs");
}
