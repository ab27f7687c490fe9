metadata description = 'Turns TLS on for a name that is bound already: a file of its own, as one template can\'t declare a resource twice.'

@description('Name of the app.')
param appName string

@description('The domain.')
param domain string

@description('Thumbprint of its certificate.')
param thumbprint string

resource app 'Microsoft.Web/sites@2024-11-01' existing = { name: appName }

resource binding 'Microsoft.Web/sites/hostNameBindings@2024-11-01' = {
  parent: app
  name: domain
  properties: { hostNameType: 'Verified', siteName: appName, sslState: 'SniEnabled', thumbprint: thumbprint }
}
