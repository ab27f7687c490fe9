metadata description = 'The virtual network of the app, and the names under which it finds the private endpoints.'

import { tagSet } from 'types.bicep'

@description('Suffix of the resource names.')
param suffix string

@description('Region.')
param location string

@description('Tags.')
param tags tagSet

@description('Address range of the network.')
param addressPrefix string

@description('Names of the private DNS zones, in the order in which their ids are put out.')
var zoneNames = [
  'privatelink.blob.${environment().suffixes.storage}'
  'privatelink.table.${environment().suffixes.storage}'
  'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}'
]

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${suffix}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 26, 0)
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 26, 1)
          defaultOutboundAccess: false
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }

  resource appSubnet 'subnets' existing = { name: 'app' }

  resource endpointSubnet 'subnets' existing = { name: 'endpoints' }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zoneNames: {
    name: zone
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, index) in zoneNames: {
    parent: zones[index]
    name: 'link-${suffix}'
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
]

@description('Subnet of the app.')
output appSubnetId string = network::appSubnet.id

@description('Subnet of the private endpoints.')
output endpointSubnetId string = network::endpointSubnet.id

@description('Private DNS zone of blobs.')
output blobZoneId string = zones[0].id

@description('Private DNS zone of tables.')
output tableZoneId string = zones[1].id

@description('Private DNS zone of the vault.')
output vaultZoneId string = zones[2].id
