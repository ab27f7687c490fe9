using System.Text;
using LeGoFunc.Testing;

namespace LeGoFunc.Core.Tests.Pem;

/// <summary>Chains in the spellings that tests need.</summary>
internal static class ChainBytes
{
    public static IssuedCertificate Www { get; } = TestPki.Shared.Issue("www.example.test");

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Block(byte[] der) => TestPki.Pem("CERTIFICATE", der);

    public static byte[] Join(params IEnumerable<byte[]> ders) => [.. ders.SelectMany(Block)];
}
