namespace LeGoFunc.Cli.Connection;

/// <summary>What the command line says for every command.</summary>
/// <param name="LocalDirectory">The local stack's data; null: not the local stack.</param>
/// <param name="Tables">The table service; null: the environment says it.</param>
/// <param name="Vault">The key vault; null: the environment says it.</param>
/// <param name="Json">Whether the output is for machines.</param>
/// <param name="NoColour">Whether colours are unwanted.</param>
internal sealed record GlobalValues(string? LocalDirectory, string? Tables, string? Vault, bool Json, bool NoColour);
