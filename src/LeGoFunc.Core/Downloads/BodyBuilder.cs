using LeGoFunc.Pem;
using LeGoFunc.Vault;

namespace LeGoFunc.Downloads;

/// <summary>Fetches the material of a grant and puts the body together, byte for byte as published.</summary>
public sealed class BodyBuilder(Material material)
{
    /// <summary>The body; null when the vault does not have the material any more.</summary>
    /// <exception cref="Stores.StoreException">The vault is away and the material is not in memory.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> BuildAsync(Grant grant, CancellationToken cancellationToken)
    {
        var needsChain = grant.Contents != Contents.PrivateKey;
        var needsKey = grant.Contents is not (Contents.Chain or Contents.Issuers);

        // Side by side: a combined download waits for one round trip, not two.
        var loadingChain = needsChain ? material.GetAsync(grant.Served!.Order.Chain!, cancellationToken) : default;
        var loadingKey = needsKey ? material.GetAsync(grant.Key!, cancellationToken) : default;
        var (chain, key) = await BothAsync(loadingChain, loadingKey);

        if ((needsChain && chain is null) || (needsKey && key is null))
        {
            return null;
        }

        return grant.Contents switch
        {
            Contents.PrivateKey => key,
            Contents.Chain => chain,
            Contents.Issuers => PemSplitter.Issuers(chain!.Value),
            Contents.KeyAndLeaf => Join(key!.Value.Span, PemSplitter.EncodeLeaf(chain!.Value)),
            Contents.KeyAndChain => Join(key!.Value.Span, chain!.Value.Span),
            Contents.Pfx => Pfx(grant, key!.Value, chain!.Value, Pkcs12Flavour.Modern),
            Contents.PfxLegacy => Pfx(grant, key!.Value, chain!.Value, Pkcs12Flavour.Legacy),
            _ => throw new ArgumentOutOfRangeException(nameof(grant), grant.Contents, "unknown contents"),
        };
    }

    private static async ValueTask<(T First, T Second)> BothAsync<T>(ValueTask<T> first, ValueTask<T> second)
    {
        // Both are awaited even when one fails, so that no failure goes unobserved.
        var other = second.IsCompletedSuccessfully ? Task.FromResult(second.Result) : second.AsTask();
        try
        {
            return (await first, await other);
        }
        finally
        {
            await ((Task)other).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static byte[] Join(ReadOnlySpan<byte> key, ReadOnlySpan<byte> certificates)
    {
        var body = GC.AllocateUninitializedArray<byte>(key.Length + 1 + certificates.Length);
        key.CopyTo(body);
        body[key.Length] = (byte)'\n';
        certificates.CopyTo(body.AsSpan(key.Length + 1));
        return body;
    }

    private static byte[] Pfx(Grant grant, ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> chain, Pkcs12Flavour flavour) =>
        Pkcs12File.Create(key, chain, grant.PfxPassword, grant.Item.Name.Spelling, flavour);
}
