using LeGoFunc.ApiKeys;
using LeGoFunc.Catalog;
using LeGoFunc.Publishing;

namespace LeGoFunc.Local.Demo;

/// <summary>Publishes the demo certificate, through the same code as an operator's <c>legofunc publish</c>.</summary>
internal sealed class DemoPublisher(
    Publisher publisher, TableCatalog catalog, CatalogWriter writer, CatalogLister lister, ApiKeyIssuer apiKeys, DemoFiles files, TimeProvider time)
{
    /// <summary>The name of the demo's certificate and of its private key.</summary>
    public static readonly ItemName Name = ItemName.Parse("demo");

    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(7);

    /// <summary>Publishes the demo into an empty catalog, and renews it in one that has it.</summary>
    /// <returns>Whether there is a demo to download.</returns>
    public async Task<bool> EnsureAsync(CancellationToken cancellationToken)
    {
        var entry = await catalog.FindCertificateAsync(Name, cancellationToken);
        if (entry is null && !await IsEmptyAsync(cancellationToken))
        {
            return false;
        }

        if (entry?.Served(time.GetUtcNow() + RenewBefore) is null)
        {
            var demo = DemoChain.Issue("demo.example.test", time.GetUtcNow());
            await publisher.PublishAsync(
                new PublishRequest(Name, demo.Chain) { KeyPem = demo.Key, Create = true, Legacy = true }, cancellationToken);
            files.WriteRoot(demo.Root);
        }

        if (entry is null || !files.Exist)
        {
            files.WriteApiKeys(
                await SetApiKeyAsync(ItemKind.PrivateKey, cancellationToken), await SetApiKeyAsync(ItemKind.Certificate, cancellationToken));
        }

        return true;
    }

    private async Task<string> SetApiKeyAsync(ItemKind kind, CancellationToken cancellationToken)
    {
        var issued = await apiKeys.IssueAsync(kind, Name, chosen: null, cancellationToken);
        await writer.ChangeAsync(kind, Name, item => ApiKeyRotation.Set(item, issued.Slot), cancellationToken);
        return issued.ApiKey!;
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in lister.CertificatesAsync(cancellationToken))
        {
            return false;
        }

        return true;
    }
}
