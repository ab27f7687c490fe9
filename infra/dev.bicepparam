using 'main.bicep'

// Cheapest that works: scales to nothing, one copy of the data, public endpoints behind Entra sign-in.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')

param tags = { workload: 'legofunc', stage: 'dev' }

// azd sets this one to whoever is signed in: the developer may publish.
param operator = empty(readEnvironmentVariable('AZURE_PRINCIPAL_ID', ''))
  ? null
  : {
      id: readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
      type: readEnvironmentVariable('AZURE_PRINCIPAL_TYPE', 'User')
    }
