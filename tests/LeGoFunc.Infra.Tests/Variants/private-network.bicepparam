using '../../../infra/main.bicep'

param environmentName = 'private-network'

param virtualNetwork = { addressPrefix: '10.1.0.0/24', operatorIpRanges: [] }
