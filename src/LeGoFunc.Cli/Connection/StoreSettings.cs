using LeGoFunc.Stores;

namespace LeGoFunc.Cli.Connection;

/// <summary>Where the stores are, from the command line or else the environment.</summary>
internal static class StoreSettings
{
    private const string TablesVariable = "LEGOFUNC_TABLES";
    private const string VaultVariable = "LEGOFUNC_VAULT";
    private const string EmulatorVariable = "LEGOFUNC_EMULATOR";

    /// <exception cref="UsageException">A setting is missing or wrong; the message names it.</exception>
    /// <exception cref="StoreException">The local stack was asked for and never ran.</exception>
    public static StoreOptions Read(GlobalValues values, CliIO io)
    {
        if (values.LocalDirectory is null)
        {
            return Check(io, values.Tables ?? io.Environment(TablesVariable), values.Vault ?? io.Environment(VaultVariable), io.Environment(EmulatorVariable));
        }

        if (values.Tables is not null || values.Vault is not null)
        {
            throw new UsageException("--local says where both stores are: leave out --tables and --vault");
        }

        var file = EnvironmentFile.Read(io.FullPath(values.LocalDirectory));
        return Check(
            io,
            file.GetValueOrDefault(TablesVariable),
            file.GetValueOrDefault(VaultVariable),
            file.GetValueOrDefault(EmulatorVariable) ?? values.LocalDirectory);
    }

    private static StoreOptions Check(CliIO io, string? tables, string? vault, string? emulator)
    {
        var options = new StoreOptions
        {
            TablesEndpoint = Parse(tables, "--tables", TablesVariable),
            VaultUri = Parse(vault, "--vault", VaultVariable),
            EmulatorDirectory = string.IsNullOrEmpty(emulator) ? null : io.FullPath(emulator),
        };

        // The domain speaks of its configuration; here the same settings go by other names.
        var problem = options.Problems().FirstOrDefault()
            ?.Replace($"{StoreOptions.Section}:{nameof(StoreOptions.TablesEndpoint)}", $"--tables ({TablesVariable})", StringComparison.Ordinal)
            .Replace($"{StoreOptions.Section}:{nameof(StoreOptions.VaultUri)}", $"--vault ({VaultVariable})", StringComparison.Ordinal)
            .Replace($"{StoreOptions.Section}:{nameof(StoreOptions.EmulatorDirectory)}", EmulatorVariable, StringComparison.Ordinal);
        return problem is null ? options : throw new UsageException(problem);
    }

    private static Uri Parse(string? text, string option, string variable)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UsageException($"{option} is not set: give it, or {variable} in the environment, or use --local");
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            ? uri
            : throw new UsageException($"{option} ({variable}) is not an absolute https URI");
    }
}
