metadata description = 'One private endpoint and its name in a private DNS zone.'

import { tagSet } from 'types.bicep'

@description('Name of the endpoint.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags tagSet

@description('Subnet that the endpoint is in.')
param subnetId string

@description('The resource that it leads to.')
param targetId string

@description('Which service of that resource.')
param groupId 'blob' | 'table' | 'vault'

@description('Private DNS zone that gets the address.')
param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    customNetworkInterfaceName: 'nic-${name}'
    privateLinkServiceConnections: [
      { name: groupId, properties: { privateLinkServiceId: targetId, groupIds: [groupId] } }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: groupId, properties: { privateDnsZoneId: zoneId } }]
    }
  }
}
