using static LeGoFunc.Infra.Tests.Policies.EdgePolicies;
using static LeGoFunc.Infra.Tests.Policies.NetworkPolicies;

namespace LeGoFunc.Infra.Tests.Mutations;

/// <summary>Mistakes in the private network, at Front Door and with the custom domain.</summary>
internal static class NetworkMutations
{
    private const string Network = "infra/modules/network.bicep";
    private const string Routes = "infra/modules/front-door-routes.bicep";
    private const string App = "infra/modules/app.bicep";
    private const string Main = "infra/main.bicep";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        Private("infra/modules/host-storage.bicep", "publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'", "publicNetworkAccess: 'Enabled'", nameof(PrivateNetwork_HostStorage_IsClosed)),
        Private("infra/modules/data-storage.bicep", "isPrivate && empty(operatorIpRanges) ? 'Disabled' : 'Enabled'", "'Enabled'", nameof(PrivateNetwork_DataStorage_IsClosed)),
        Private("infra/modules/vault.bicep", "defaultAction: isPrivate ? 'Deny' : 'Allow'", "defaultAction: 'Allow'", nameof(PrivateNetwork_Vault_IsClosed)),
        Private(Main, "targetId: vault.outputs.id", "targetId: dataStorage.outputs.id", nameof(PrivateNetwork_EveryStore_HasAnEndpoint)),
        Private(Main, "zoneId: network!.outputs.tableZoneId", "zoneId: network!.outputs.blobZoneId", nameof(PrivateNetwork_EveryEndpoint_HasItsNameInTheRightZone)),
        Private(Network, "registrationEnabled: false", "registrationEnabled: true", nameof(PrivateNetwork_Zones_RegisterNothing)),
        Private(App, "    virtualNetworkSubnetId: subnetId\n", "", nameof(PrivateNetwork_App_IsInItsDelegatedSubnet)),
        Private(Network, "Microsoft.App/environments", "Microsoft.Web/serverFarms", nameof(PrivateNetwork_App_IsInItsDelegatedSubnet)),
        Private(Network, "cidrSubnet(addressPrefix, 26, 0)", "cidrSubnet(addressPrefix, 28, 0)", nameof(PrivateNetwork_AppSubnet_IsLargeEnough)),

        FrontDoor(App, "behindFrontDoor ? 'Deny' : 'Allow'", "'Allow'", nameof(FrontDoor_App_AcceptsNobodyElse)),
        FrontDoor(App, "    headers: { 'x-azure-fdid': [frontDoorId!] }\n", "", nameof(FrontDoor_App_AcceptsNobodyElse)),
        FrontDoor(App, "headers: { 'x-azure-fdid': [frontDoorId!] }", "headers: { 'x-azure-fdid': [''] }", nameof(FrontDoor_App_AcceptsNobodyElse)) with { Set = "second-region" },
        FrontDoor(Main, "behindFrontDoor: frontDoor != null", "behindFrontDoor: frontDoor.?kind == 'own'", nameof(FrontDoor_App_AcceptsNobodyElse)) with { Set = "second-region" },
        FrontDoor(Routes, "supportedProtocols: ['Https']", "supportedProtocols: ['Http', 'Https']", nameof(FrontDoor_PlainHttp_IsRefused)),
        FrontDoor(Routes, "forwardingProtocol: 'HttpsOnly'", "forwardingProtocol: 'MatchRequest'", nameof(FrontDoor_PlainHttp_IsRefused)),
        FrontDoor(Routes, "httpsRedirect: 'Disabled'", "cacheConfiguration: { queryStringCachingBehavior: 'UseQueryString' }", nameof(FrontDoor_Caching_IsOff)),
        FrontDoor(Routes, "['/legocerthub/*', '/certwarden/*']", "['/*']", nameof(FrontDoor_Routes_AreTheDownloadPrefixes)),
        FrontDoor(Routes, "enforceCertificateNameCheck: true", "enforceCertificateNameCheck: false", nameof(FrontDoor_Origins_MustShowTheirCertificate)),
        FrontDoor(Routes, "minimumTlsVersion: 'TLS12'", "minimumTlsVersion: 'TLS10'", nameof(FrontDoor_CustomDomain_HasManagedTls12)),

        new("infra/modules/custom-domain-tls.bicep", "'SniEnabled'", "'Disabled'", nameof(CustomDomain_OnTheApp_EndsWithTls)) { Set = "custom-domain" },
        new("infra/modules/custom-domain.bicep", "thumbprint: certificate.properties.thumbprint", "thumbprint: domain", nameof(CustomDomain_OnTheApp_EndsWithTls)) { Set = "custom-domain" },
    ];

    private static Mutation Private(string file, string find, string replacement, string policy) =>
        new(file, find, replacement, policy) { Set = "private-network" };

    private static Mutation FrontDoor(string file, string find, string replacement, string policy) =>
        new(file, find, replacement, policy) { Set = "front-door" };
}
