using LeGoFunc.Infra.Tests.Snapshots;

namespace LeGoFunc.Infra.Tests.Policies;

/// <summary>What holds as soon as a deployment has a virtual network.</summary>
internal static class NetworkPolicies
{
    public static IEnumerable<string> PrivateNetwork_HostStorage_IsClosed(Snapshot snapshot) =>
        WithNetwork(snapshot, () =>
        [
            .. snapshot.HostStorage().MustHave("properties.publicNetworkAccess", "Disabled"),
            .. snapshot.HostStorage().MustHave("properties.networkAcls.defaultAction", "Deny"),
        ]);

    public static IEnumerable<string> PrivateNetwork_DataStorage_IsClosed(Snapshot snapshot) =>
        WithNetwork(snapshot, () => MustBeClosed(snapshot.DataStorage()));

    public static IEnumerable<string> PrivateNetwork_Vault_IsClosed(Snapshot snapshot) =>
        WithNetwork(snapshot, () => MustBeClosed(snapshot.Vault()));

    public static IEnumerable<string> PrivateNetwork_EveryStore_HasAnEndpoint(Snapshot snapshot) =>
        WithNetwork(snapshot, () => snapshot.Of("Microsoft.Network/privateEndpoints")
            .Select(endpoint => endpoint.Text("properties.privateLinkServiceConnections.0.properties.groupIds.0")
                + " of " + endpoint.Text("properties.privateLinkServiceConnections.0.properties.privateLinkServiceId"))
            .MustBe(
                "Private endpoints",
                [
                    .. snapshot.HostStorage().Select(account => $"blob of {account.Id}"),
                    .. snapshot.DataStorage().Select(account => $"table of {account.Id}"),
                    .. snapshot.Vault().Select(vault => $"vault of {vault.Id}"),
                ]));

    public static IEnumerable<string> PrivateNetwork_EveryEndpoint_HasItsNameInTheRightZone(Snapshot snapshot) =>
        from names in snapshot.Of("Microsoft.Network/privateEndpoints/privateDnsZoneGroups")
        let service = names.Text("properties.privateDnsZoneConfigs.0.name")
        let zone = names.Text("properties.privateDnsZoneConfigs.0.properties.privateDnsZoneId")
        let marker = service == "vault" ? ".vaultcore." : $"privatelink.{service}."
        where !zone.Contains(marker, StringComparison.Ordinal)
        select $"{names.Name}: the {service} endpoint is in {zone}.";

    public static IEnumerable<string> PrivateNetwork_Zones_RegisterNothing(Snapshot snapshot) =>
        snapshot.Of("Microsoft.Network/privateDnsZones/virtualNetworkLinks").MayOnlyHave("properties.registrationEnabled", false);

    public static IEnumerable<string> PrivateNetwork_App_IsInItsDelegatedSubnet(Snapshot snapshot) =>
        WithNetwork(snapshot, () =>
        {
            var networks = snapshot.Of("Microsoft.Network/virtualNetworks").ToList();
            return
            [
                .. networks.MustHave("properties.subnets.0.name", "app"),
                .. networks.MustHave("properties.subnets.0.properties.delegations.0.properties.serviceName", "Microsoft.App/environments"),
                .. snapshot.App().MustHave("properties.virtualNetworkSubnetId", $"{networks[0].Id}/subnets/app"),
            ];
        });

    public static IEnumerable<string> PrivateNetwork_AppSubnet_IsLargeEnough(Snapshot snapshot) =>
        from network in snapshot.Of("Microsoft.Network/virtualNetworks")
        let prefix = network.Text("properties.subnets.0.properties.addressPrefix")
        where !int.TryParse(prefix.Split('/')[^1], out var length) || length > 27
        select $"The app's subnet {prefix} is smaller than /27.";

    private static IEnumerable<string> WithNetwork(Snapshot snapshot, Func<IEnumerable<string>> violations) =>
        snapshot.HasPrivateNetwork() ? violations() : [];

    /// <summary>Closed altogether, or open to the addresses of operators and denied to all others.</summary>
    private static IEnumerable<string> MustBeClosed(IEnumerable<Resource> resources)
    {
        var all = resources.ToList();
        return
        [
            .. all.MustHave("properties.networkAcls.defaultAction", "Deny"),
            .. from resource in all
               where !resource.List("properties.networkAcls.ipRules").Any()
               from violation in new[] { resource }.MustHave("properties.publicNetworkAccess", "Disabled")
               select violation,
        ];
    }
}
