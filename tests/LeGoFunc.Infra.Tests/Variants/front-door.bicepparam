using '../../../infra/main.bicep'

param environmentName = 'front-door'

param frontDoor = { kind: 'own', otherOrigins: ['func-other-region.azurewebsites.net'] }

param customDomain = 'certificates.legofunc.example'
