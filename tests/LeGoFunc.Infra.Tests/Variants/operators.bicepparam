using '../../../infra/main.bicep'

param environmentName = 'operators'

param operator = { id: '11111111-1111-1111-1111-111111111111', type: 'Group' }

param virtualNetwork = { addressPrefix: '10.1.0.0/24', operatorIpRanges: ['198.51.100.0/24'] }

param alerts = { emails: ['operators@legofunc.example'], failedAuthentications: 1, serverErrors: 0 }
