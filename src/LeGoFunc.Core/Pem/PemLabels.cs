namespace LeGoFunc.Pem;

/// <summary>The labels of RFC 7468 and of OpenSSL's older key formats that LeGoFunc deals with.</summary>
internal static class PemLabels
{
    public static ReadOnlySpan<byte> Certificate => "CERTIFICATE"u8;

    public static ReadOnlySpan<byte> Pkcs8 => "PRIVATE KEY"u8;

    public static ReadOnlySpan<byte> EncryptedPkcs8 => "ENCRYPTED PRIVATE KEY"u8;

    public static ReadOnlySpan<byte> Pkcs1 => "RSA PRIVATE KEY"u8;

    public static ReadOnlySpan<byte> Sec1 => "EC PRIVATE KEY"u8;

    public static ReadOnlySpan<byte> EcParameters => "EC PARAMETERS"u8;
}
