using System.Globalization;

namespace LeGoFunc.Catalog;

/// <summary>
/// The row key of an order: <c>order-</c>, the creation time and the id, both counted down from the largest number, so
/// that the tables list the orders of a certificate newest first and, of two created at once, the higher id first.
/// </summary>
internal static class OrderKey
{
    public const string ItemRow = "item";
    public const string Prefix = "order-";

    public static string For(DateTimeOffset created, long id) => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{long.MaxValue - created.UtcTicks:D19}-{long.MaxValue - id:D19}");
}
