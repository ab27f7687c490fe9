metadata description = 'Where telemetry goes. The audit log has a workspace of its own: a flood of requests that fills the daily cap must not silence it.'

import { roleIds } from 'roles.bicep'
import { tagSet } from 'types.bicep'

@description('Suffix of the resource names.')
param suffix string

@description('Region.')
param location string

@description('Tags.')
param tags tagSet

@description('Days that telemetry is kept.')
@minValue(30)
@maxValue(730)
param telemetryRetentionDays int

@description('Days that the vault\'s audit log is kept.')
@minValue(30)
@maxValue(730)
param auditRetentionDays int

@description('Gigabytes of telemetry a day; what comes after that is dropped until the next day.')
@minValue(1)
param dailyCapGb int

@description('Name of the app\'s identity, as which it sends telemetry.')
param identityName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = { name: identityName }

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: telemetryRetentionDays
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
    workspaceCapping: { dailyQuotaGb: dailyCapGb }
  }
}

resource auditWorkspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-audit-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: auditRetentionDays
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${suffix}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    DisableIpMasking: false
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: workspace.id
  }
}

resource publisherRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identity.id, roleIds.monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roleIds.monitoringMetricsPublisher
    )
  }
}

@description('Resource id of the workspace of the telemetry.')
output workspaceId string = workspace.id

@description('Resource id of the workspace of the audit log.')
output auditWorkspaceId string = auditWorkspace.id

@description('Where the app sends telemetry. Not a secret: local authentication is off, so the instrumentation key in it opens nothing.')
output connectionString string = insights.properties.ConnectionString
