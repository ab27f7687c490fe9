namespace LeGoFunc.Catalog;

/// <summary>The tables of LeGoFunc.</summary>
public static class TableNames
{
    /// <summary>Private keys, one row each.</summary>
    public const string PrivateKeys = "privatekeys";

    /// <summary>Certificates and their orders, a partition for each certificate.</summary>
    public const string Certificates = "certificates";

    /// <summary>Last downloads; the only table that the endpoint writes.</summary>
    public const string Access = "access";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [PrivateKeys, Certificates, Access];
}
