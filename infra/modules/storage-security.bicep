@export()
@description('What both storage accounts have in common: Entra identities only, TLS only, nothing anonymous, nothing across tenants.')
var storageSecurity = {
  allowSharedKeyAccess: false
  defaultToOAuthAuthentication: true
  allowBlobPublicAccess: false
  allowCrossTenantReplication: false
  allowedCopyScope: 'AAD'
  supportsHttpsTrafficOnly: true
  minimumTlsVersion: 'TLS1_2'
}
