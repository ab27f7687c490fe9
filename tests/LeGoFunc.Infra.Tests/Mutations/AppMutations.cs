using static LeGoFunc.Infra.Tests.Policies.AppPolicies;
using static LeGoFunc.Infra.Tests.Policies.FlexPolicies;
using static LeGoFunc.Infra.Tests.Policies.MonitoringPolicies;
using static LeGoFunc.Infra.Tests.Policies.SecretPolicies;
using static LeGoFunc.Infra.Tests.Policies.SettingPolicies;

namespace LeGoFunc.Infra.Tests.Mutations;

/// <summary>Mistakes in the app, its plan and its settings.</summary>
internal static class AppMutations
{
    private const string App = "infra/modules/app.bicep";
    private const string Main = "infra/main.bicep";

    /// <summary>The platform's request log, which holds the URLs of legacy clients.</summary>
    private const string HttpLogs = """
        resource httpLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
          name: 'http'
          scope: app
          properties: { workspaceId: plan.id, logs: [{ category: 'AppServiceHTTPLogs', enabled: true }] }
        }

        output hostName string
        """;

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new(App, "httpsOnly: true", "httpsOnly: false", nameof(App_Https_IsRequired)),
        new(App, "      minTlsVersion: '1.2'", "      minTlsVersion: '1.0'", nameof(App_Tls_IsAtLeast12)),
        new(App, "scmMinTlsVersion: '1.2'", "scmMinTlsVersion: '1.1'", nameof(App_TlsOfDeployments_IsAtLeast12)),
        new(App, "allowedOrigins: []", "allowedOrigins: ['*']", nameof(App_Cors_AllowsNobody)),
        new(App, "remoteDebuggingEnabled: false", "remoteDebuggingEnabled: true", nameof(App_RemoteDebugging_IsOff)),
        new(App, "webSocketsEnabled: false", "webSocketsEnabled: true", nameof(App_WebSockets_AreOff)),
        new(App, "/legocerthub/api/health", "/", nameof(App_HealthCheck_IsOn)),
        new(App, "name: 'scm'\n    properties: { allow: false }", "name: 'scm'\n    properties: { allow: true }", nameof(App_PublishingPasswords_AreOff)),
        new(App, "type: 'UserAssigned',", "type: 'SystemAssigned, UserAssigned',", nameof(App_Identity_IsUserAssignedAndItsOnlyOne)),
        new(App, "type: 'UserAssignedIdentity',", "type: 'StorageAccountConnectionString',", nameof(App_Package_IsReadWithTheIdentity)),
        new(Main, "packageContainerUrl: hostStorage.outputs.packageContainerUrl", "packageContainerUrl: dataStorage.outputs.tablesEndpoint", nameof(App_Package_IsInTheHostStorage)),
        new(Main, "serviceName: 'api'", "serviceName: 'web'", nameof(App_Tag_LetsAzdFindIt)),
        new(App, "output hostName string", HttpLogs, nameof(Diagnostics_RequestUrls_AreNotLogged)),

        new(App, "      http20Enabled: true", "      http20Enabled: true\n      ftpsState: 'Disabled'", nameof(Flex_RefusedProperties_AreAbsent)),
        new(Main, "{ name: 'AzureWebJobsDisableHomepage'", "{ name: 'FUNCTIONS_WORKER_RUNTIME'", nameof(Flex_RefusedSettings_AreAbsent), nameof(Settings_AreThoseThatAreKnown), nameof(Settings_Homepage_IsOff)),
        new(App, "name: 'FC1'", "name: 'Y1'", nameof(Flex_Plan_IsFlexConsumption)),
        new(App, "version: '10.0'", "version: '8.0'", nameof(Flex_Runtime_IsDotNet10Isolated)),
        new(App, "max(scale.alwaysReadyInstances, 2)", "max(scale.alwaysReadyInstances, 1)", nameof(Flex_Zones_HaveTwoInstancesToSpread)) { Set = "zones" },
        new(App, "siteScopedCertificatesEnabled: true", "siteScopedCertificatesEnabled: false", nameof(Flex_SiteCertificates_ArePossible)),

        new(Main, "'managedidentity'", "'default'", nameof(Settings_HostStorage_IsReachedWithTheIdentity)),
        new(Main, "'Authorization=AAD;ClientId=${identity.properties.clientId}'", "'Authorization=AAD'", nameof(Settings_Telemetry_IsSentWithTheIdentity)),
        new(Main, "name: 'LeGoFunc__TablesEndpoint', value: dataStorage.outputs.tablesEndpoint", "name: 'LeGoFunc__TablesEndpoint', value: vault.outputs.uri", nameof(Settings_Tables_AreThoseOfTheDataStorage)),
        new(Main, "name: 'LeGoFunc__VaultUri', value: vault.outputs.uri", "name: 'LeGoFunc__VaultUri', value: dataStorage.outputs.tablesEndpoint", nameof(Settings_Vault_IsTheOneOfThisDeployment)),
        new(Main, "name: 'LeGoFunc__ManagedIdentityClientId', value: identity.properties.clientId", "name: 'LeGoFunc__ManagedIdentityClientId', value: identity.properties.principalId", nameof(Settings_App_KnowsItsIdentity)),
        new(Main, "'AzureWebJobsDisableHomepage', value: 'true'", "'AzureWebJobsDisableHomepage', value: 'false'", nameof(Settings_Homepage_IsOff)),
        new(Main, "value: '4096'", "value: '104857600'", nameof(Settings_RequestBodies_AreSmall)),

        new("infra/modules/host-storage.bicep", "output name string = account.name", "output name string = account.listKeys().keys[0].value", nameof(Secrets_InSettings_AreAbsent)),
        new(App, "tags: { ...tags,", "tags: { ...tags, note: 'AccountKey=c2VjcmV0',", nameof(Secrets_InResources_AreAbsent)),
        new(Main, "output LEGOFUNC_VAULT string = vault.outputs.uri", "output LEGOFUNC_VAULT string = monitoring.outputs.connectionString", nameof(Secrets_InOutputs_AreAbsent)),
        new(Main, "output LEGOFUNC_VAULT string", "output VAULT string", nameof(Outputs_AreThoseThatAreKnown)),
    ];
}
