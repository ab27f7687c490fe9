using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace LeGoFunc.Testing;

/// <summary>The kinds of key that tests ask for.</summary>
public enum TestKeyAlgorithm
{
    EcdsaP256,
    EcdsaP384,
    EcdsaP521,
    Rsa2048,
    Rsa3072,
    Rsa4096,
}

/// <summary>A private key for tests, kept as bytes so that tests can share it between threads.</summary>
public sealed record TestKey(TestKeyAlgorithm Algorithm, byte[] Pkcs8)
{
    private static readonly ConcurrentDictionary<TestKeyAlgorithm, Lazy<TestKey>> cached = new();

    /// <summary>PKCS#8: <c>PRIVATE KEY</c>.</summary>
    public byte[] Pkcs8Pem => TestPki.Pem("PRIVATE KEY", Pkcs8);

    /// <summary>PKCS#1 or SEC 1: <c>RSA PRIVATE KEY</c> or <c>EC PRIVATE KEY</c>.</summary>
    public byte[] TraditionalPem
    {
        get
        {
            using var key = Open();
            return key is RSA rsa
                ? TestPki.Pem("RSA PRIVATE KEY", rsa.ExportRSAPrivateKey())
                : TestPki.Pem("EC PRIVATE KEY", ((ECDsa)key).ExportECPrivateKey());
        }
    }

    /// <summary>A new ECDSA key, but always the same RSA key, because these take long to make.</summary>
    public static TestKey Of(TestKeyAlgorithm algorithm) => algorithm < TestKeyAlgorithm.Rsa2048
        ? Generate(algorithm)
        : cached.GetOrAdd(algorithm, a => new Lazy<TestKey>(() => Generate(a))).Value;

    /// <summary>A key that no other test has.</summary>
    public static TestKey Generate(TestKeyAlgorithm algorithm)
    {
        using AsymmetricAlgorithm key = algorithm switch
        {
            TestKeyAlgorithm.EcdsaP256 => ECDsa.Create(ECCurve.NamedCurves.nistP256),
            TestKeyAlgorithm.EcdsaP384 => ECDsa.Create(ECCurve.NamedCurves.nistP384),
            TestKeyAlgorithm.EcdsaP521 => ECDsa.Create(ECCurve.NamedCurves.nistP521),
            TestKeyAlgorithm.Rsa3072 => RSA.Create(3072),
            TestKeyAlgorithm.Rsa4096 => RSA.Create(4096),
            _ => RSA.Create(2048),
        };
        return new TestKey(algorithm, key.ExportPkcs8PrivateKey());
    }

    /// <summary>The key itself, for the caller to dispose.</summary>
    public AsymmetricAlgorithm Open()
    {
        AsymmetricAlgorithm key = Algorithm < TestKeyAlgorithm.Rsa2048 ? ECDsa.Create() : RSA.Create();
        key.ImportPkcs8PrivateKey(Pkcs8, out _);
        return key;
    }
}
