namespace LeGoFunc.ApiKeys;

/// <summary>
/// What a combined download presents: the certificate's API key, a dot, the private key's API key. Both halves are
/// there and the dot is the only one.
/// </summary>
public readonly ref struct CombinedApiKey
{
    private CombinedApiKey(ReadOnlySpan<char> certificate, ReadOnlySpan<char> privateKey)
    {
        Certificate = certificate;
        PrivateKey = privateKey;
    }

    /// <summary>The certificate's half; empty when what was presented is no combined key.</summary>
    public ReadOnlySpan<char> Certificate { get; }

    /// <summary>The private key's half; empty when what was presented is no combined key.</summary>
    public ReadOnlySpan<char> PrivateKey { get; }

    /// <summary>Splits what was presented; both halves are empty when it is no combined key.</summary>
    public static CombinedApiKey Split(ReadOnlySpan<char> presented)
    {
        var dot = presented.IndexOf('.');
        if (dot <= 0 || dot == presented.Length - 1 || presented[(dot + 1)..].Contains('.'))
        {
            return default;
        }

        return new CombinedApiKey(presented[..dot], presented[(dot + 1)..]);
    }
}
