using System.Security.Cryptography;

namespace LeGoFunc.Pem;

/// <summary>Hash functions by their object identifiers (RFC 8017, appendix B.1).</summary>
internal static class HashOids
{
    public const string Sha1 = "1.3.14.3.2.26";

    public static HashAlgorithmName? NameOf(string oid) => oid switch
    {
        Sha1 => HashAlgorithmName.SHA1,
        "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <summary>Length of the hash in bytes; 0 for an unknown one.</summary>
    public static int LengthOf(string oid) => oid switch
    {
        Sha1 => 20,
        "2.16.840.1.101.3.4.2.1" => 32,
        "2.16.840.1.101.3.4.2.2" => 48,
        "2.16.840.1.101.3.4.2.3" => 64,
        _ => 0,
    };
}
