using LeGoFunc.Catalog;
using LeGoFunc.Cli.Connection;
using LeGoFunc.Cli.Input;
using LeGoFunc.Cli.Output;

namespace LeGoFunc.Cli.Commands;

/// <summary>What one run of a command works with.</summary>
internal sealed class Session : IDisposable
{
    private readonly CliIO io;
    private readonly GlobalValues values;
    private StoreConnection? stores;

    public Session(CliIO io, GlobalValues values)
    {
        this.io = io;
        this.values = values;
        Screen = new Screen(io, values.Json, colour: !values.NoColour && !io.IsSet("NO_COLOR"));
        Files = new InputFiles(io, Screen);
    }

    public Screen Screen { get; }

    public InputFiles Files { get; }

    public DateTimeOffset Now => io.Time.GetUtcNow();

    /// <summary>The stores. The first use reads the settings.</summary>
    public StoreConnection Stores => stores ??= StoreConnection.Open(values, io);

    /// <summary>Asks before something is destroyed, unless <paramref name="yes"/> or nobody is there.</summary>
    public Task ConfirmAsync(bool yes, string question, CancellationToken cancellationToken) =>
        yes ? Task.CompletedTask : Confirmation.AskAsync(io, question, cancellationToken);

    /// <summary>Reads the API key that a person chose for an item, and says what it can't be used for.</summary>
    public async Task<string?> ChosenApiKeyAsync(ItemKind kind, ItemName name, string? path, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            return null;
        }

        var chosen = await Files.ReadApiKeyAsync(path, cancellationToken);
        if (chosen.Contains('.'))
        {
            Screen.Warn($"the API key of {Kinds.Describe(kind, name)} holds a dot: it can't be used in combined downloads");
        }

        return chosen;
    }

    public void Dispose() => stores?.Dispose();
}
