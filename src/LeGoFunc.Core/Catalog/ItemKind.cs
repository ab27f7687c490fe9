namespace LeGoFunc.Catalog;

/// <summary>The two kinds of items that have API keys and can be downloaded.</summary>
public enum ItemKind
{
    /// <summary>A private key.</summary>
    PrivateKey,

    /// <summary>A certificate: an item under which orders are published.</summary>
    Certificate,
}
