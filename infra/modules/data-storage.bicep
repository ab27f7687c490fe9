metadata description = 'The storage account of the catalog: three tables, and who may do what on each of them.'

import { roleIds } from 'roles.bicep'
import { storageSecurity } from 'storage-security.bicep'
import { operatorPrincipal, storageRedundancy, tagSet } from 'types.bicep'

@description('Name of the account.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags.')
param tags tagSet

@description('Copies of the account.')
param redundancy storageRedundancy

@description('Reachable through a private endpoint and from the operators\' addresses only.')
param isPrivate bool

@description('Public addresses of operators; only looked at when the account is private.')
param operatorIpRanges string[]

@description('Name of the app\'s identity.')
param identityName string

@description('Who publishes; nobody when null.')
param operator operatorPrincipal?

@description('The tables, and the role that the app has on each: it reads the catalog and writes only who downloaded what last.')
var catalog = [
  { table: 'privatekeys', appRole: roleIds.storageTableDataReader }
  { table: 'certificates', appRole: roleIds.storageTableDataReader }
  { table: 'access', appRole: roleIds.storageTableDataContributor }
]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = { name: identityName }

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    ...storageSecurity
    publicNetworkAccess: isPrivate && empty(operatorIpRanges) ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      ipRules: map(isPrivate ? operatorIpRanges : [], range => { action: 'Allow', value: range })
    }
  }

  resource service 'tableServices' = {
    name: 'default'
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [
  for entry in catalog: {
    parent: account::service
    name: entry.table
  }
]

resource appRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (entry, index) in catalog: {
    name: guid(tables[index].id, identity.id, entry.appRole)
    scope: tables[index]
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.appRole)
    }
  }
]

resource operatorRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (entry, index) in catalog: if (operator != null) {
    name: guid(tables[index].id, operator.?id ?? '', roleIds.storageTableDataContributor)
    scope: tables[index]
    properties: {
      principalId: operator!.id
      principalType: operator!.type
      roleDefinitionId: subscriptionResourceId(
        'Microsoft.Authorization/roleDefinitions',
        roleIds.storageTableDataContributor
      )
    }
  }
]

@description('Resource id of the account.')
output id string = account.id

@description('Endpoint of the table service.')
output tablesEndpoint string = account.properties.primaryEndpoints.table
