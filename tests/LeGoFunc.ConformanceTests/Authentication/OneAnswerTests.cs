using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;

namespace LeGoFunc.ConformanceTests.Authentication;

/// <summary>One identical 401 for every reason to refuse: the answer tells nobody which names exist.</summary>
public sealed class OneAnswerTests(Target target)
{
    private const string Wrong = "wrong-key";

    [Theory]
    [MemberData(nameof(Every.Form), MemberType = typeof(Every))]
    public async Task Every_refusal_of_a_single_download_is_the_same_answer(Form form)
    {
        var open = target.Everything;
        var disabled = await target.Seed.PrivateKeyAsync("Same-disabled", legacy: true);
        await target.Seed.ChangeAsync(disabled, item => item with { Disabled = true });
        var expired = await target.Seed.PrivateKeyAsync("Same-expired", legacy: true);
        await target.Seed.ChangeAsync(expired, Expired);
        var notLegacy = await target.Seed.PrivateKeyAsync("Same-not-legacy");

        var refusals = new Dictionary<string, Answer>
        {
            ["wrong key"] = await AskAsync(open.Key.Path(), Wrong),
            ["unknown name"] = await AskAsync(Dialect.LeGo.Path(Route.PrivateKeys, "no-such-name"), open.Key.ApiKey),
            ["a certificate's name"] = await AskAsync(Dialect.LeGo.Path(Route.PrivateKeys, open.Name), open.Key.ApiKey),
            ["no possible name"] = await AskAsync(Dialect.LeGo.Path(Route.PrivateKeys, "no%20name"), open.Key.ApiKey),
            ["disabled"] = await AskAsync(disabled.Path(), disabled.ApiKey),
            ["disabled, wrong key"] = await AskAsync(disabled.Path(), Wrong),
            ["expired key"] = await AskAsync(expired.Path(), expired.ApiKey),
            ["a very long key"] = await AskAsync(open.Key.Path(), new string('x', 3000)),
        };
        if (form == Form.Legacy)
        {
            refusals["legacy not allowed"] = await AskAsync(notLegacy.Path(), notLegacy.ApiKey);
            refusals["empty key"] = await AskAsync(open.Key.Path(), "");
        }
        else
        {
            refusals["no header"] = await target.Plain.GetAsync(open.Key.Path());
        }

        AssertSame(refusals);

        Task<Answer> AskAsync(string path, string key) => target.Plain.AskAsync(form, path, key);
    }

    [Theory]
    [MemberData(nameof(Every.Form), MemberType = typeof(Every))]
    public async Task Every_refusal_of_a_combined_download_is_the_same_answer(Form form)
    {
        var open = target.Everything;
        var disabled = await MakeAsync("Same-cert-disabled");
        await target.Seed.ChangeAsync(disabled, item => item with { Disabled = true });
        var keyDisabled = await MakeAsync("Same-key-disabled");
        await target.Seed.ChangeAsync(keyDisabled.Key, item => item with { Disabled = true });
        var expired = await MakeAsync("Same-cert-expired");
        await target.Seed.ChangeAsync(expired, Expired);
        var empty = await MakeAsync("Same-no-order", published: false);
        var notLegacy = await target.Seed.CertificateAsync("Same-not-legacy", new CertificateSpec { KeyLegacy = true });

        var refusals = new Dictionary<string, Answer>
        {
            ["no dot"] = await AskAsync(open, open.ApiKey),
            ["two dots"] = await AskAsync(open, $"{open.Combined}.x"),
            ["empty first half"] = await AskAsync(open, $".{open.Key.ApiKey}"),
            ["empty second half"] = await AskAsync(open, $"{open.ApiKey}."),
            ["wrong first half"] = await AskAsync(open, $"{Wrong}.{open.Key.ApiKey}"),
            ["wrong second half"] = await AskAsync(open, $"{open.ApiKey}.{Wrong}"),
            ["certificate disabled"] = await AskAsync(disabled, disabled.Combined),
            ["private key disabled"] = await AskAsync(keyDisabled, keyDisabled.Combined),
            ["certificate's key expired"] = await AskAsync(expired, expired.Combined),
            ["no order, wrong key"] = await AskAsync(empty, $"{empty.ApiKey}.{Wrong}"),
            ["unknown name"] = await target.Plain.AskAsync(form, Dialect.LeGo.Path(Route.PrivateCertChains, "no-such-name"), open.Combined),
        };
        if (form == Form.Legacy)
        {
            refusals["legacy not allowed"] = await AskAsync(notLegacy, notLegacy.Combined);
        }

        AssertSame(refusals);

        Task<Answer> AskAsync(SeededCertificate item, string key) => target.Plain.AskAsync(form, item.Path(Route.PrivateCertChains), key);

        Task<SeededCertificate> MakeAsync(string what, bool published = true) =>
            target.Seed.CertificateAsync(what, new CertificateSpec { Legacy = true, KeyLegacy = true, Published = published });
    }

    private static void AssertSame(Dictionary<string, Answer> refusals)
    {
        var expected = refusals.Values.First();
        expected.AssertUnauthorized();
        Assert.All(refusals, refusal => Assert.Equal((refusal.Key, expected.Fingerprint), (refusal.Key, refusal.Value.Fingerprint)));
    }

    private static Item Expired(Item item) => item with
    {
        ApiKeys = item.ApiKeys.With(SlotName.Current, item.ApiKeys.Current! with { Expires = TimeProvider.System.GetUtcNow().AddMinutes(-1) }),
    };
}
