using System.Security.Cryptography;
using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;

namespace LeGoFunc.Core.Tests.ApiKeys;

/// <summary>Hashed API keys for tests.</summary>
internal static class Keys
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly ItemName Name = ItemName.Parse("Web.Example");
    public static readonly Pepper Current = NewPepper("p2");
    public static readonly Pepper Old = NewPepper("p1");
    public static readonly PepperSet Peppers = new(Current, [Old]);

    public static Pepper NewPepper(string version) => new(version, RandomNumberGenerator.GetBytes(32));

    public static ApiKeySlot Slot(
        string apiKey, ItemKind kind = ItemKind.Certificate, ItemName? name = null, Pepper? pepper = null, DateTimeOffset? expires = null) =>
        new(ApiKeyHash.Compute(pepper ?? Current, kind, name ?? Name, apiKey).ToString(), "hint", Now, expires);
}
