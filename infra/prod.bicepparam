using 'main.bicep'

// Survives the loss of a zone, keeps a readable copy of the tables in the paired region, and closes the stores to the
// public network. The addresses and people of an installation come from its environment, not from this file.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'prod')

param tags = { workload: 'legofunc', stage: 'prod' }

param scale = {
  instanceMemoryMB: 2048
  maximumInstanceCount: 100
  requestsPerInstance: 50
  alwaysReadyInstances: 2
}

param zoneRedundant = true

param dataRedundancy = 'Standard_RAGZRS'

param virtualNetwork = {
  addressPrefix: '10.20.0.0/24'
  operatorIpRanges: filter(split(readEnvironmentVariable('OPERATOR_IP_RANGES', ''), ','), range => !empty(range))
}

param operator = empty(readEnvironmentVariable('OPERATOR_GROUP_ID', ''))
  ? null
  : { id: readEnvironmentVariable('OPERATOR_GROUP_ID', ''), type: 'Group' }

param customDomain = empty(readEnvironmentVariable('CUSTOM_DOMAIN', ''))
  ? null
  : readEnvironmentVariable('CUSTOM_DOMAIN', '')

param alerts = {
  emails: filter(split(readEnvironmentVariable('ALERT_EMAILS', ''), ','), address => !empty(address))
  failedAuthentications: 50
  serverErrors: 5
}

param dailyCapGb = 5

param telemetryRetentionDays = 90
