metadata description = 'The Front Door itself, apart from its routes: the app must know its id, and the routes must know the app.'

import { tagSet } from 'types.bicep'

@description('Name of the profile.')
param name string

@description('Tags.')
param tags tagSet

resource profile 'Microsoft.Cdn/profiles@2024-02-01' = {
  name: name
  location: 'global'
  tags: tags
  sku: { name: 'Standard_AzureFrontDoor' }
  properties: { originResponseTimeoutSeconds: 30 }
}

@description('The id that it sends in the header X-Azure-FDID.')
output frontDoorId string = profile.properties.frontDoorId
