using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace LeGoFunc.Stores;

/// <summary>Calls a store and turns its failures into <see cref="StoreException"/>; an answer such as 404 or 412 passes.</summary>
internal static class StoreCall
{
    public const string Tables = "Table Storage";
    public const string Vault = "Key Vault";

    public static async Task<T> Async<T>(string store, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception e)
        {
            if (StoreErrors.Translate(store, e, cancellationToken) is { } failure)
            {
                throw failure;
            }

            throw;
        }
    }

    public static async IAsyncEnumerable<TableEntity> Rows(
        TableClient table, string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await Async(Tables, () => rows.MoveNextAsync().AsTask(), cancellationToken))
        {
            yield return rows.Current;
        }
    }
}
