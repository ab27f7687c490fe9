namespace LeGoFunc.Downloads;

/// <summary>What a download holds.</summary>
public enum Contents
{
    /// <summary>The private key's PEM.</summary>
    PrivateKey,

    /// <summary>The certificate's whole chain, leaf first.</summary>
    Chain,

    /// <summary>The chain without its leaf.</summary>
    Issuers,

    /// <summary>The private key and the leaf.</summary>
    KeyAndLeaf,

    /// <summary>The private key and the whole chain.</summary>
    KeyAndChain,

    /// <summary>A PKCS#12 file of key and chain in today's encryption.</summary>
    Pfx,

    /// <summary>A PKCS#12 file of key and chain that old Windows can read.</summary>
    PfxLegacy,
}

/// <summary>What <see cref="Contents"/> ask for.</summary>
public static class ContentsExtensions
{
    /// <summary>Whether key and certificate go out together, so that both API keys have to be presented.</summary>
    public static bool IsCombined(this Contents contents) =>
        contents is Contents.KeyAndLeaf or Contents.KeyAndChain or Contents.Pfx or Contents.PfxLegacy;

    /// <summary>Whether it is a PKCS#12 file.</summary>
    public static bool IsPfx(this Contents contents) => contents is Contents.Pfx or Contents.PfxLegacy;
}
