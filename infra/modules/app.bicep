metadata description = 'The Functions app on Flex Consumption.'

import { appSetting, scaling, tagSet } from 'types.bicep'

@description('Suffix of the resource names.')
param suffix string

@description('Name of the app.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags tagSet

@description('Value of the tag by which azd finds the app.')
param serviceName string

@description('Name of the identity that the app runs as.')
param identityName string

@description('URL of the container that holds the package.')
param packageContainerUrl string

@description('Size and number of instances.')
param scale scaling

@description('Spread the instances over availability zones.')
param zoneRedundant bool

@description('How a new package replaces the old one.')
param siteUpdateStrategy 'Recreate' | 'RollingUpdate'

@description('Settings of the app; no secrets.')
param settings appSetting[]

@description('Subnet for what the app calls; public network when null.')
param subnetId string?

@description('Only Front Door may call the app.')
param behindFrontDoor bool

@description('Id of the Front Door that may.')
param frontDoorId string?

@description('Zones need two running instances to spread.')
var alwaysReadyInstances = zoneRedundant ? max(scale.alwaysReadyInstances, 2) : scale.alwaysReadyInstances

@description('The service tag alone would let in every Front Door of every customer: the header tells ours.')
var frontDoorOnly = [
  {
    name: 'front-door'
    priority: 100
    action: 'Allow'
    tag: 'ServiceTag'
    ipAddress: 'AzureFrontDoor.Backend'
    headers: { 'x-azure-fdid': [frontDoorId!] }
  }
]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = { name: identityName }

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${suffix}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: { ...tags, 'azd-service-name': serviceName }
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: subnetId
    // Can only be chosen when the app is made, so it is on before anybody asks for a custom domain.
    #disable-next-line BCP037 // exists, not in Bicep's types
    siteScopedCertificatesEnabled: true
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: scale.instanceMemoryMB
        maximumInstanceCount: scale.maximumInstanceCount
        alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'http', instanceCount: alwaysReadyInstances }]
        triggers: { http: { perInstanceConcurrency: scale.requestsPerInstance } }
      }
      #disable-next-line BCP037 // exists, not in Bicep's types
      siteUpdateStrategy: { type: siteUpdateStrategy }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      webSocketsEnabled: false
      remoteDebuggingEnabled: false
      cors: { allowedOrigins: [], supportCredentials: false }
      healthCheckPath: '/legocerthub/api/health'
      ipSecurityRestrictionsDefaultAction: behindFrontDoor ? 'Deny' : 'Allow'
      ipSecurityRestrictions: behindFrontDoor ? frontDoorOnly : []
      // Packages are pushed by CI, not through Front Door; the push needs an Entra token all the same.
      scmIpSecurityRestrictionsUseMain: false
      appSettings: settings
    }
  }

  resource noScmPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource noFtpPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }
}

@description('Host name under azurewebsites.net.')
output hostName string = app.properties.defaultHostName

@description('Value of the TXT record asuid.<domain> that proves the ownership of a custom domain.')
output domainVerificationId string = app.properties.customDomainVerificationId
