using '../../../infra/main.bicep'

param environmentName = 'zones'

param zoneRedundant = true
