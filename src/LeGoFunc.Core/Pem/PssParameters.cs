using System.Formats.Asn1;
using System.Security.Cryptography;

namespace LeGoFunc.Pem;

/// <summary>Reads RSASSA-PSS-params (RFC 4055, section 3.1).</summary>
internal static class PssParameters
{
    private const int DefaultSaltLength = 20;

    /// <summary>
    /// The hash, when the parameters say what .NET can verify: the same hash in the mask function and a salt as long
    /// as the hash, which is also all that public CAs may use. Otherwise null.
    /// </summary>
    /// <exception cref="AsnContentException">Not these parameters.</exception>
    public static HashAlgorithmName? HashOf(ReadOnlyMemory<byte> encoded)
    {
        var file = new AsnReader(encoded, AsnEncodingRules.DER);
        var parameters = file.ReadSequence();
        file.ThrowIfNotEmpty();

        var hash = Tagged(parameters, 0) is { } h ? h.ReadSequence().ReadObjectIdentifier() : HashOids.Sha1;
        var maskHash = Tagged(parameters, 1) is { } m ? MaskHash(m) : HashOids.Sha1;
        var salt = DefaultSaltLength;
        if (Tagged(parameters, 2) is { } s && !s.TryReadInt32(out salt))
        {
            return null;
        }

        return hash == maskHash && HashOids.LengthOf(hash) == salt ? HashOids.NameOf(hash) : null;
    }

    private static string MaskHash(AsnReader tagged)
    {
        var mask = tagged.ReadSequence();
        mask.ReadObjectIdentifier();
        return mask.ReadSequence().ReadObjectIdentifier();
    }

    private static AsnReader? Tagged(AsnReader parameters, int number)
    {
        var tag = new Asn1Tag(TagClass.ContextSpecific, number, isConstructed: true);
        return parameters.HasData && parameters.PeekTag() == tag ? parameters.ReadSequence(tag) : null;
    }
}
