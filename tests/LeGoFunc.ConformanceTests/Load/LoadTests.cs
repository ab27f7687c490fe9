using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LeGoFunc.Publishing;
using LeGoFunc.Testing;

namespace LeGoFunc.ConformanceTests.Load;

/// <summary>Runs when all else is done, with the machine to itself.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Key and certificate in one answer always match, also in the middle of a publish.</summary>
[Collection(nameof(Alone))]
[Trait("Category", "Load")]
public sealed class LoadTests(Target target)
{
    private const int Publishers = 50;
    private const int Downloaders = 50;
    private const double DefaultSeconds = 15;

    private readonly ConcurrentBag<string> problems = [];
    private int published;
    private int downloaded;

    [Fact]
    public async Task While_50_publish_new_keys_and_50_download_every_combined_answer_holds_a_key_that_matches_its_leaf()
    {
        var item = await target.Seed.CertificateAsync("Load");
        using var end = new CancellationTokenSource(Duration());
        await Task.WhenAll(
            Enumerable.Range(0, Publishers).Select(_ => Task.Run(() => PublishAsync(item, end.Token)))
                .Concat(Enumerable.Range(0, Downloaders).Select(_ => Task.Run(() => DownloadAsync(item, end.Token)))));

        TestContext.Current.SendDiagnosticMessage("{0} published, {1} downloaded", published, downloaded);
        Assert.Empty(problems);
        Assert.True(published >= Publishers, $"only {published} were published");
        Assert.True(downloaded >= 10 * Downloaders, $"only {downloaded} were downloaded");
        await AssertNewestServedAsync(item);
    }

    private static TimeSpan Duration() => TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("LEGOFUNC_LOAD_SECONDS"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : DefaultSeconds);

    private async Task PublishAsync(SeededCertificate item, CancellationToken end)
    {
        do
        {
            var issued = TestPki.Shared.Issue("load.example.com");
            try
            {
                await target.Seed.Stores.Publisher.PublishAsync(
                    new PublishRequest(item.Name, issued.ChainPem) { KeyPem = issued.KeyPem }, TestContext.Current.CancellationToken);
                Interlocked.Increment(ref published);
            }
            catch (LeGoFuncException e)
            {
                problems.Add($"publish: {e.Message}");
            }
        }
        while (!end.IsCancellationRequested);
    }

    private async Task DownloadAsync(SeededCertificate item, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var answer = await target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCertChains), item.Combined);
            if (answer.Status != 200)
            {
                problems.Add($"download: {answer.Status}");
            }
            else if (!KeyMatchesLeaf(answer.Text))
            {
                problems.Add("download: the key is not the leaf's");
            }

            Interlocked.Increment(ref downloaded);
        }
    }

    private async Task AssertNewestServedAsync(SeededCertificate item)
    {
        var entry = await target.Seed.Stores.Reader.FindCertificateAsync(item.Name, TestContext.Current.CancellationToken);
        var newest = entry!.Orders.MaxBy(order => order.Created)!;
        var combined = await target.EventuallyAsync(
            () => target.Plain.GetWithKeyAsync(item.Path(Route.PrivateCertChains), item.Combined),
            answer => Leaf(answer.Text) == newest.LeafFingerprint);
        Assert.Equal(newest.LeafFingerprint, Leaf(combined.Text));
        Assert.True(KeyMatchesLeaf(combined.Text));
        var key = combined.Text[..(combined.Text.IndexOf("\n\n", StringComparison.Ordinal) + 1)];
        var alone = await target.EventuallyAsync(
            () => target.Plain.GetWithKeyAsync(item.Key.Path(), item.Key.ApiKey), answer => answer.Text == key);
        Assert.Equal(200, alone.Status);
        Assert.True(alone.Text == key, "privatekeys does not serve the key of the newest order");
    }

    private static string Leaf(string combined)
    {
        using var leaf = X509Certificate2.CreateFromPem(combined);
        return leaf.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();
    }

    private static bool KeyMatchesLeaf(string combined)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(combined.AsSpan(0, combined.IndexOf("-----BEGIN CERTIFICATE", StringComparison.Ordinal)));
        using var leaf = X509Certificate2.CreateFromPem(combined);
        return leaf.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo());
    }
}
