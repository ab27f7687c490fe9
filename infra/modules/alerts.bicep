metadata description = 'Alerts from logs: Flex Consumption has no execution metric that tells failures apart.'

import { alertSettings, tagSet } from 'types.bicep'

@description('Suffix of the resource names.')
param suffix string

@description('Region.')
param location string

@description('Tags.')
param tags tagSet

@description('Workspace that holds the telemetry.')
param workspaceId string

@description('Thresholds and recipients.')
param settings alertSettings

@description('Each rule: what it counts (one column, Total), how often it looks, how far back, and above which number it fires.')
var rules = [
  {
    name: 'failed-authentication'
    title: 'Burst of failed authentications'
    text: 'Somebody is guessing API keys, or a client was left behind after a rotation.'
    severity: 2
    query: 'AppTraces | where tostring(Properties.EventName) == "AuthenticationFailed" | summarize Total = sum(ItemCount)'
    frequency: 'PT5M'
    window: 'PT5M'
    threshold: settings.failedAuthentications
  }
  {
    name: 'server-errors'
    title: 'Downloads fail with a server error'
    text: 'The app answered with 5xx: Table Storage, Key Vault or the app itself is in trouble.'
    severity: 1
    query: 'AppRequests | where toint(ResultCode) between (500 .. 599) | summarize Total = sum(ItemCount)'
    frequency: 'PT5M'
    window: 'PT5M'
    threshold: settings.serverErrors
  }
  {
    name: 'expiry-soon'
    title: 'A certificate that is still downloaded expires soon'
    text: 'No newer order was published in time: look at the publisher, then at legofunc list --expiring.'
    severity: 2
    query: 'AppTraces | where tostring(Properties.EventName) == "CertificateExpiresSoon" | summarize Total = sum(ItemCount)'
    frequency: 'PT1H'
    window: 'P1D'
    threshold: 0
  }
]

resource recipients 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(settings.emails)) {
  name: 'ag-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'legofunc'
    emailReceivers: map(settings.emails, (address, index) => {
      name: 'mail-${index}'
      emailAddress: address
      useCommonAlertSchema: true
    })
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'alert-${rule.name}-${suffix}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: rule.text
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.frequency
      windowSize: rule.window
      autoMitigate: true
      // The tables come into being with the first row, which is after this deployment.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Total'
            metricMeasureColumn: 'Total'
            operator: 'GreaterThan'
            threshold: rule.threshold
            failingPeriods: { minFailingPeriodsToAlert: 1, numberOfEvaluationPeriods: 1 }
          }
        ]
      }
      actions: { actionGroups: empty(settings.emails) ? [] : [recipients.id] }
    }
  }
]
