metadata description = 'The storage account of the Functions host: its own state and the app\'s package. It holds no certificate data.'

import { roleIds } from 'roles.bicep'
import { storageSecurity } from 'storage-security.bicep'
import { storageRedundancy, tagSet } from 'types.bicep'

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

@description('Reachable through a private endpoint only.')
param isPrivate bool

@description('Name of the app\'s identity, as which the host reads and writes here.')
param identityName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = { name: identityName }

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    ...storageSecurity
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource packages 'containers' = {
      name: 'app-package'
      properties: { publicAccess: 'None' }
    }
  }
}

@description('The host keeps locks, keys and the package as blobs; it needs no queue and no table for HTTP functions.')
resource hostRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, identity.id, roleIds.storageBlobDataOwner)
  scope: account
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.storageBlobDataOwner)
  }
}

@description('Resource id of the account.')
output id string = account.id

@description('Name of the account.')
output name string = account.name

@description('URL of the container that holds the app\'s package.')
output packageContainerUrl string = '${account.properties.primaryEndpoints.blob}${account::blobs::packages.name}'
