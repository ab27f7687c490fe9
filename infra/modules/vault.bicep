metadata description = 'The vault that holds private keys, chains and the pepper of the API keys.'

import { roleIds } from 'roles.bicep'
import { operatorPrincipal, tagSet } from 'types.bicep'

@description('Name of the vault.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags.')
param tags tagSet

@description('Reachable through a private endpoint and from the operators\' addresses only.')
param isPrivate bool

@description('Public addresses of operators; only looked at when the vault is private.')
param operatorIpRanges string[]

@description('Name of the app\'s identity.')
param identityName string

@description('Who publishes; nobody when null.')
param operator operatorPrincipal?

@description('Workspace that keeps the audit log.')
param auditWorkspaceId string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = { name: identityName }

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: isPrivate && empty(operatorIpRanges) ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      ipRules: map(isPrivate ? operatorIpRanges : [], range => { value: range })
    }
  }
}

@description('Every read of a secret is on record, with who and from where.')
#disable-next-line use-recent-api-versions // old, and still the newest that knows what is set here
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: auditWorkspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

resource appRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, roleIds.keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.keyVaultSecretsUser)
  }
}

resource operatorRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (operator != null) {
  name: guid(vault.id, operator.?id ?? '', roleIds.keyVaultSecretsOfficer)
  scope: vault
  properties: {
    principalId: operator!.id
    principalType: operator!.type
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.keyVaultSecretsOfficer)
  }
}

@description('Resource id of the vault.')
output id string = vault.id

@description('URI of the vault.')
output uri string = vault.properties.vaultUri
