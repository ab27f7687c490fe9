using Azure.Data.Tables;

namespace LeGoFunc.Catalog;

/// <summary>Orders as rows of a table.</summary>
internal static class OrderRows
{
    public static TableEntity ToRow(ItemName certificate, Order order)
    {
        var row = new TableEntity(certificate.Key, OrderKey.For(order.Created, order.Id))
        {
            ["SchemaVersion"] = Rows.SchemaVersion,
            ["OrderId"] = order.Id,
            ["Status"] = order.Status,
            ["Created"] = order.Created,
            ["Published"] = order.Published,
            ["IssuersSha256"] = order.IssuersSha256,
            ["LeafFingerprint"] = order.LeafFingerprint,
            ["Serial"] = order.Serial,
            ["SubjectNames"] = string.Join('\n', order.SubjectNames),
        };
        if (order.Chain is not null)
        {
            row["NotBefore"] = order.NotBefore;
            row["NotAfter"] = order.NotAfter;
        }

        if (order.Revoked is { } revoked)
        {
            row["Revoked"] = revoked;
        }

        if (order.Chain is { } chain)
        {
            Rows.WriteSecret(row, "Chain", chain);
        }

        if (order.FinalizedKey is { } key)
        {
            row["FinalizedKeyName"] = key.Name.Spelling;
            Rows.WriteSecret(row, "FinalizedKey", key.Pem);
        }

        return row;
    }

    public static Order ToOrder(TableEntity row)
    {
        Rows.Check(row);
        return new Order
        {
            Id = row.GetInt64("OrderId") ?? 0,
            Status = Rows.Text(row, "Status"),
            Revoked = Rows.Time(row, "Revoked"),
            NotBefore = Rows.Time(row, "NotBefore") ?? default,
            NotAfter = Rows.Time(row, "NotAfter") ?? default,
            Created = Rows.Time(row, "Created") ?? default,
            Published = Rows.Time(row, "Published") ?? default,
            Chain = Rows.Secret(row, "Chain"),
            IssuersSha256 = Rows.Text(row, "IssuersSha256"),
            FinalizedKey = Rows.Secret(row, "FinalizedKey") is { } pem
                ? new FinalizedKey(ItemName.Parse(Rows.Text(row, "FinalizedKeyName")), pem)
                : null,
            LeafFingerprint = Rows.Text(row, "LeafFingerprint"),
            Serial = Rows.Text(row, "Serial"),
            SubjectNames = Rows.Text(row, "SubjectNames").Split('\n', StringSplitOptions.RemoveEmptyEntries),
            ETag = row.ETag,
        };
    }
}
