metadata name = 'LeGoFunc'
metadata description = 'Everything that LeGoFunc needs in one resource group of one region.'

targetScope = 'resourceGroup'

import {
  alertSettings
  frontDoorSettings
  operatorPrincipal
  scaling
  storageRedundancy
  tagSet
  virtualNetworkSettings
  workloadName
} from 'modules/types.bicep'

@description('Prefix of every resource name.')
param name workloadName = 'legofunc'

@description('Name of the environment: a tag on everything, by which azd finds its resources.')
@minLength(1)
@maxLength(32)
param environmentName string

@description('Region of everything that is not global.')
param location string = resourceGroup().location

@description('Further tags on everything.')
param tags tagSet = {}

@description('Size and number of the app\'s instances.')
param scale scaling = {
  instanceMemoryMB: 2048
  maximumInstanceCount: 40
  requestsPerInstance: 50
  alwaysReadyInstances: 0
}

@description('Spread app and host storage over availability zones; at least two instances then run all the time.')
param zoneRedundant bool = false

@description('How a new package replaces the old one: Recreate restarts all instances at once, RollingUpdate drains them one after the other where the region offers it.')
param siteUpdateStrategy 'Recreate' | 'RollingUpdate' = 'Recreate'

@description('Copies of the tables.')
param dataRedundancy storageRedundancy = 'Standard_LRS'

@description('Who publishes certificates and rotates API keys with the operator\'s tool; null gives nobody a writer role.')
param operator operatorPrincipal?

@description('Virtual network with private endpoints; null leaves stores and vault on the public network, behind Entra sign-in.')
param virtualNetwork virtualNetworkSettings?

@description('Front Door before the app; null lets clients call the app itself.')
param frontDoor frontDoorSettings?

@description('Custom domain with a managed certificate, on Front Door when this deployment makes one, else on the app; null uses the platform\'s name.')
param customDomain string?

@description('When to alert, and whom.')
param alerts alertSettings = {
  emails: []
  failedAuthentications: 50
  serverErrors: 5
}

@description('Gigabytes of telemetry a day.')
@minValue(1)
param dailyCapGb int = 1

@description('Days that telemetry is kept.')
@minValue(30)
@maxValue(730)
param telemetryRetentionDays int = 30

@description('Days that the vault\'s audit log is kept.')
@minValue(30)
@maxValue(730)
param auditRetentionDays int = 365

@description('Some names are unique in all of Azure.')
var unique = uniqueString(resourceGroup().id)

@description('End of the resource names.')
var suffix = '${name}-${unique}'

@description('Name of the app.')
var appName = 'func-${suffix}'

@description('Name of the Front Door.')
var profileName = 'afd-${suffix}'

@description('Tags on everything.')
var allTags = { ...tags, 'azd-env-name': environmentName }

@description('Stores and vault answer on private endpoints only.')
var isPrivate = virtualNetwork != null

@description('Public addresses of operators.')
var operatorIpRanges = virtualNetwork.?operatorIpRanges ?? []

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${suffix}'
  location: location
  tags: allTags
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    suffix: suffix
    location: location
    tags: allTags
    telemetryRetentionDays: telemetryRetentionDays
    auditRetentionDays: auditRetentionDays
    dailyCapGb: dailyCapGb
    identityName: identity.name
  }
}

module alertRules 'modules/alerts.bicep' = {
  params: {
    suffix: suffix
    location: location
    tags: allTags
    workspaceId: monitoring.outputs.workspaceId
    settings: alerts
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  params: {
    name: 'st${name}h${unique}'
    location: location
    tags: allTags
    redundancy: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
    isPrivate: isPrivate
    identityName: identity.name
  }
}

module dataStorage 'modules/data-storage.bicep' = {
  params: {
    name: 'st${name}d${unique}'
    location: location
    tags: allTags
    redundancy: dataRedundancy
    isPrivate: isPrivate
    operatorIpRanges: operatorIpRanges
    identityName: identity.name
    operator: operator
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: 'kv${name}${unique}'
    location: location
    tags: allTags
    isPrivate: isPrivate
    operatorIpRanges: operatorIpRanges
    identityName: identity.name
    operator: operator
    auditWorkspaceId: monitoring.outputs.auditWorkspaceId
  }
}

module network 'modules/network.bicep' = if (virtualNetwork != null) {
  params: {
    suffix: suffix
    location: location
    tags: allTags
    addressPrefix: virtualNetwork!.addressPrefix
  }
}

module blobEndpoint 'modules/private-endpoint.bicep' = if (isPrivate) {
  params: {
    name: 'pe-blob-${suffix}'
    location: location
    tags: allTags
    subnetId: network!.outputs.endpointSubnetId
    targetId: hostStorage.outputs.id
    groupId: 'blob'
    zoneId: network!.outputs.blobZoneId
  }
}

module tableEndpoint 'modules/private-endpoint.bicep' = if (isPrivate) {
  params: {
    name: 'pe-table-${suffix}'
    location: location
    tags: allTags
    subnetId: network!.outputs.endpointSubnetId
    targetId: dataStorage.outputs.id
    groupId: 'table'
    zoneId: network!.outputs.tableZoneId
  }
}

module vaultEndpoint 'modules/private-endpoint.bicep' = if (isPrivate) {
  params: {
    name: 'pe-vault-${suffix}'
    location: location
    tags: allTags
    subnetId: network!.outputs.endpointSubnetId
    targetId: vault.outputs.id
    groupId: 'vault'
    zoneId: network!.outputs.vaultZoneId
  }
}

module frontDoorProfile 'modules/front-door-profile.bicep' = if (frontDoor.?kind == 'own') {
  params: {
    name: profileName
    tags: allTags
  }
}

@description('Id of the Front Door that the app accepts.')
var frontDoorId = frontDoor.?kind == 'own' ? frontDoorProfile.?outputs.frontDoorId : frontDoor.?frontDoorId

module app 'modules/app.bicep' = {
  params: {
    name: appName
    suffix: suffix
    location: location
    tags: allTags
    serviceName: 'api'
    identityName: identity.name
    packageContainerUrl: hostStorage.outputs.packageContainerUrl
    scale: scale
    zoneRedundant: zoneRedundant
    siteUpdateStrategy: siteUpdateStrategy
    subnetId: isPrivate ? network!.outputs.appSubnetId : null
    behindFrontDoor: frontDoor != null
    frontDoorId: frontDoorId
    settings: [
      { name: 'AzureWebJobsStorage__accountName', value: hostStorage.outputs.name }
      { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
      { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
      { name: 'AzureWebJobsDisableHomepage', value: 'true' }
      { name: 'FUNCTIONS_REQUEST_BODY_SIZE_LIMIT', value: '4096' }
      { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: monitoring.outputs.connectionString }
      {
        name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'
        value: 'Authorization=AAD;ClientId=${identity.properties.clientId}'
      }
      { name: 'LeGoFunc__TablesEndpoint', value: dataStorage.outputs.tablesEndpoint }
      { name: 'LeGoFunc__VaultUri', value: vault.outputs.uri }
      { name: 'LeGoFunc__ManagedIdentityClientId', value: identity.properties.clientId }
    ]
  }
}

module appDomain 'modules/custom-domain.bicep' = if (customDomain != null && frontDoor == null) {
  params: {
    appName: appName
    location: location
    tags: allTags
    domain: customDomain!
  }
  dependsOn: [app]
}

module frontDoorRoutes 'modules/front-door-routes.bicep' = if (frontDoor.?kind == 'own') {
  params: {
    suffix: suffix
    tags: allTags
    profileName: profileName
    originHostNames: [app.outputs.hostName, ...(frontDoor.?otherOrigins ?? [])]
    customDomain: customDomain
  }
}

@description('Name of the Functions app.')
output AZURE_FUNCTION_NAME string = appName

@description('Host name of the app under azurewebsites.net: an origin for a Front Door of another region.')
output AZURE_FUNCTION_HOST string = app.outputs.hostName

@description('Base URL for clients.')
output SERVICE_API_ENDPOINT_URL string = 'https://${customDomain ?? (frontDoor.?kind == 'own' ? frontDoorRoutes!.outputs.hostName : app.outputs.hostName)}'

@description('Endpoint of the tables, for the operator\'s tool.')
output LEGOFUNC_TABLES string = dataStorage.outputs.tablesEndpoint

@description('URI of the vault, for the operator\'s tool.')
output LEGOFUNC_VAULT string = vault.outputs.uri

@description('Value of the TXT record asuid.<domain>, to be set before a custom domain is asked for.')
output DOMAIN_VERIFICATION_ID string = app.outputs.domainVerificationId

@description('Id of the Front Door that the app accepts, for the parameter of other regions; empty without one.')
output FRONT_DOOR_ID string = frontDoorId ?? ''
