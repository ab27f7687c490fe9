using '../../../infra/main.bicep'

param environmentName = 'second-region'

param frontDoor = { kind: 'shared', frontDoorId: '22222222-2222-2222-2222-222222222222' }
