using System.Globalization;
using Azure.Data.Tables;
using LeGoFunc.ApiKeys;

namespace LeGoFunc.Catalog;

/// <summary>Items as rows of a table. A row says with which version of this mapping it was written.</summary>
internal static class Rows
{
    public const int SchemaVersion = 1;

    public static TableEntity ToRow(PrivateKeyItem key)
    {
        var row = NewItemRow(key);
        row["Algorithm"] = key.Algorithm;
        row["Published"] = key.Published;
        WriteSecret(row, "Pem", key.Pem);
        return row;
    }

    public static PrivateKeyItem ToPrivateKey(TableEntity row)
    {
        Check(row);
        return new PrivateKeyItem(
            ItemName.Parse(Text(row, "Name")), Text(row, "Algorithm"), Secret(row, "Pem")!, Time(row, "Published") ?? default)
        {
            ApiKeys = Slots(row),
            Legacy = row.GetBoolean("Legacy") ?? false,
            Disabled = row.GetBoolean("Disabled") ?? false,
            Description = Text(row, "Description"),
            Created = Time(row, "Created") ?? default,
            Updated = Time(row, "Updated") ?? default,
            ETag = row.ETag,
        };
    }

    public static TableEntity ToRow(CertificateItem certificate)
    {
        var row = NewItemRow(certificate);
        row["PrivateKeyName"] = certificate.PrivateKeyName.Spelling;
        row["LastOrderId"] = certificate.LastOrderId;
        return row;
    }

    public static CertificateItem ToCertificate(TableEntity row)
    {
        Check(row);
        return new CertificateItem(
            ItemName.Parse(Text(row, "Name")), ItemName.Parse(Text(row, "PrivateKeyName")), row.GetInt64("LastOrderId") ?? 0)
        {
            ApiKeys = Slots(row),
            Legacy = row.GetBoolean("Legacy") ?? false,
            Disabled = row.GetBoolean("Disabled") ?? false,
            Description = Text(row, "Description"),
            Created = Time(row, "Created") ?? default,
            Updated = Time(row, "Updated") ?? default,
            ETag = row.ETag,
        };
    }

    public static string Text(TableEntity row, string column) => row.GetString(column) ?? "";

    public static DateTimeOffset? Time(TableEntity row, string column) => row.GetDateTimeOffset(column)?.ToUniversalTime();

    public static SecretReference? Secret(TableEntity row, string column) => row.GetString($"{column}Secret") is { Length: > 0 } name
        ? new SecretReference(name, Text(row, $"{column}Version"), Text(row, $"{column}Sha256"))
        : null;

    public static void WriteSecret(TableEntity row, string column, SecretReference secret)
    {
        row[$"{column}Secret"] = secret.Name;
        row[$"{column}Version"] = secret.Version;
        row[$"{column}Sha256"] = secret.Sha256;
    }

    public static void Check(TableEntity row)
    {
        var version = row.GetInt32("SchemaVersion");
        if (version != SchemaVersion)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"row {row.PartitionKey}/{row.RowKey} has schema version {version}, this program knows {SchemaVersion}"));
        }
    }

    private static TableEntity NewItemRow(Item item)
    {
        var row = new TableEntity(item.Name.Key, OrderKey.ItemRow)
        {
            ["SchemaVersion"] = SchemaVersion,
            ["Name"] = item.Name.Spelling,
            ["Legacy"] = item.Legacy,
            ["Disabled"] = item.Disabled,
            ["Description"] = item.Description,
            ["Created"] = item.Created,
            ["Updated"] = item.Updated,
        };
        WriteSlot(row, SlotName.Current, item.ApiKeys.Current);
        WriteSlot(row, SlotName.New, item.ApiKeys.New);
        return row;
    }

    private static void WriteSlot(TableEntity row, SlotName slot, ApiKeySlot? key)
    {
        if (key is null)
        {
            return;
        }

        row[$"{slot}KeyHash"] = key.Hash;
        row[$"{slot}KeyHint"] = key.Hint;
        row[$"{slot}KeyCreated"] = key.Created;
        if (key.Expires is { } expires)
        {
            row[$"{slot}KeyExpires"] = expires;
        }
    }

    private static ApiKeySlots Slots(TableEntity row) => new(Slot(row, SlotName.Current), Slot(row, SlotName.New));

    private static ApiKeySlot? Slot(TableEntity row, SlotName slot) => row.GetString($"{slot}KeyHash") is { Length: > 0 } hash
        ? new ApiKeySlot(hash, Text(row, $"{slot}KeyHint"), Time(row, $"{slot}KeyCreated") ?? default, Time(row, $"{slot}KeyExpires"))
        : null;
}
