@export()
@description('Prefix of every resource name: lower-case letters and digits, so that storage accounts accept it too.')
@minLength(2)
@maxLength(8)
type workloadName = string

@export()
@description('Tags by name.')
type tagSet = {
  @description('The value of one tag.')
  *: string
}

@export()
@description('A person, group or service principal that publishes certificates and rotates API keys.')
type operatorPrincipal = {
  @description('Object id in Entra.')
  @minLength(36)
  @maxLength(36)
  id: string

  @description('Kind of principal: without it a new principal may not be found yet.')
  type: 'Group' | 'ServicePrincipal' | 'User'
}

@export()
@description('How many copies of a storage account exist, and where. The RA kinds stay readable in the paired region.')
type storageRedundancy =
  | 'Standard_GRS'
  | 'Standard_GZRS'
  | 'Standard_LRS'
  | 'Standard_RAGRS'
  | 'Standard_RAGZRS'
  | 'Standard_ZRS'

@export()
@description('Size and number of the app\'s instances.')
type scaling = {
  @description('Memory of one instance in MB; CPU comes in proportion.')
  instanceMemoryMB: 512 | 2048 | 4096

  @description('The most instances that may run at once: the bound of what a flood can cost.')
  @minValue(40)
  @maxValue(1000)
  maximumInstanceCount: int

  @description('Requests that one instance serves at the same time before another one starts.')
  @minValue(1)
  @maxValue(1000)
  requestsPerInstance: int

  @description('Instances that run all the time and so never start cold; 0 scales to nothing.')
  @minValue(0)
  @maxValue(100)
  alwaysReadyInstances: int
}

@export()
@description('A virtual network for the app, with private endpoints for the storage accounts and the vault.')
type virtualNetworkSettings = {
  @description('Address range of the network, /24 or larger: two /26 subnets are cut from its start.')
  addressPrefix: string

  @description('Public IP ranges (CIDR, /30 or larger, or single addresses) from which operators reach tables and vault; empty means only from inside the network.')
  operatorIpRanges: string[]
}

@export()
@description('This deployment makes the Front Door and is its first origin.')
type ownFrontDoor = {
  @description('Make a Front Door here.')
  kind: 'own'

  @description('Host names of the apps in other regions that it also balances over.')
  otherOrigins: string[]
}

@export()
@description('The Front Door belongs to another deployment of these files.')
type sharedFrontDoor = {
  @description('Only accept requests of a Front Door that exists already.')
  kind: 'shared'

  @description('Its id, the output FRONT_DOOR_ID of the deployment that made it.')
  @minLength(36)
  @maxLength(36)
  frontDoorId: string
}

@export()
@description('Where the Front Door comes from.')
@discriminator('kind')
type frontDoorSettings = ownFrontDoor | sharedFrontDoor

@export()
@description('When to alert, and whom.')
type alertSettings = {
  @description('Addresses that get a mail; empty raises alerts in the portal only.')
  emails: string[]

  @description('More failed authentications than this in five minutes are a burst.')
  @minValue(1)
  failedAuthentications: int

  @description('More answers of status 500 to 599 than this in five minutes are an incident.')
  @minValue(0)
  serverErrors: int
}

@export()
@description('Settings of the app.')
type appSetting = {
  @description('Name.')
  name: string

  @description('Value; never a secret.')
  value: string
}
