using LeGoFunc.Setup;

namespace LeGoFunc.Cli.Output.Documents;

/// <summary>Everything, or what expires.</summary>
internal sealed record ListDocument(IReadOnlyList<KeyDocument> PrivateKeys, IReadOnlyList<CertDocument> Certificates) : IDocument
{
    public void Print(Page page)
    {
        if (PrivateKeys.Count + Certificates.Count == 0)
        {
            page.Line("nothing to show");
            return;
        }

        page.Table(
            ["Kind", "Name", "Expires", "Flags", "Private key", "Current key used", "New key used"],
            [
                .. Certificates.Select(item => Row(
                    item.Kind, item.Name, item.Expiry(page.Now), Flags.Cell(item.Legacy, item.Disabled), item.PrivateKey, item.ApiKeys, page.Now)),
                .. PrivateKeys.Select(item => Row(
                    item.Kind, item.Name, "-", Flags.Cell(item.Legacy, item.Disabled), item.Algorithm, item.ApiKeys, page.Now)),
            ]);
    }

    private static Cell[] Row(
        string kind, string name, Cell expires, Cell flags, string key, SlotsDocument apiKeys, DateTimeOffset now) =>
        [kind, name, expires, flags, key, SlotDocument.Summary(apiKeys.Current, now), SlotDocument.Summary(apiKeys.New, now)];
}

/// <summary>What <c>doctor</c> found.</summary>
internal sealed record DoctorDocument(bool Ok, IReadOnlyList<CheckDocument> Checks) : IDocument
{
    public static DoctorDocument Of(IReadOnlyList<Finding> findings) => new(
        findings.All(finding => finding.IsGood),
        [.. findings.Select(finding => new CheckDocument(finding.Subject, finding.IsGood, finding.Detail))]);

    public void Print(Page page) => page.Table(
        ["Result", "Check", "Detail"],
        [
            .. Checks.Select(check => new Cell[]
            {
                check.Ok ? new Cell("good", Tone.Good) : new Cell("bad", Tone.Bad),
                check.Check,
                check.Detail,
            }),
        ]);
}

/// <summary>One check of <c>doctor</c>.</summary>
internal sealed record CheckDocument(string Check, bool Ok, string Detail);
