using LeGoFunc.Access;
using LeGoFunc.ApiKeys;
using LeGoFunc.Caching;
using LeGoFunc.Catalog;
using LeGoFunc.Downloads;
using LeGoFunc.Http.Health;
using LeGoFunc.Stores;
using LeGoFunc.Vault;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LeGoFunc.Http;

/// <summary>Registers the endpoint.</summary>
public static class LeGoFuncServices
{
    /// <summary>Registers <see cref="LeGoFuncApi"/> and all it needs. Nothing of it does I/O before the first request.</summary>
    public static IServiceCollection AddLeGoFunc(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsValidator>();
        services.AddSingleton<IValidateOptions<CacheOptions>, CacheOptionsValidator>();
        services.AddSingleton<IValidateOptions<HttpOptions>, HttpOptionsValidator>();
        services.AddOptions<StoreOptions>().Bind(configuration.GetSection(StoreOptions.Section)).ValidateOnStart();
        services.AddOptions<CacheOptions>().Bind(configuration.GetSection(CacheOptions.Section)).ValidateOnStart();
        services.AddOptions<HttpOptions>().Bind(configuration.GetSection(HttpOptions.Section)).ValidateOnStart();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => AppCredential.For(Stores(provider)));
        services.AddSingleton(provider => StoreClients.Tables(
            Stores(provider), provider.GetRequiredService<Azure.Core.TokenCredential>(), StorePatience.Download));
        services.AddSingleton(provider => StoreClients.Vault(
            Stores(provider), provider.GetRequiredService<Azure.Core.TokenCredential>(), StorePatience.Download));

        services.AddSingleton<TableCatalog>();
        services.AddSingleton<ICatalogReader>(provider => new CachedCatalog(
            provider.GetRequiredService<TableCatalog>(), provider.GetRequiredService<IOptions<CacheOptions>>()));
        services.AddSingleton<ISecretReader, KeyVaultSecrets>();
        services.AddSingleton(provider => new Material(
            provider.GetRequiredService<ISecretReader>(), provider.GetRequiredService<IOptions<CacheOptions>>()));
        services.AddSingleton<PepperSource>();
        services.AddSingleton<Authorizer>();
        services.AddSingleton<BodyBuilder>();

        services.AddSingleton<AccessTable>();
        services.AddSingleton<AccessRecorder>();
        services.AddHostedService(provider => provider.GetRequiredService<AccessRecorder>());

        services.AddSingleton<Readiness>();
        services.AddSingleton<DownloadEndpoint>();
        services.AddSingleton(provider => new LeGoFuncApi(
            provider.GetRequiredService<DownloadEndpoint>(),
            provider.GetRequiredService<Readiness>(),
            provider.GetRequiredService<ILogger<LeGoFuncApi>>()));
        return services;
    }

    private static StoreOptions Stores(IServiceProvider provider) => provider.GetRequiredService<IOptions<StoreOptions>>().Value;
}
