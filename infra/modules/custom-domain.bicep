metadata description = 'A custom domain of the app with a certificate that the platform issues and renews. CNAME and asuid TXT record must exist before.'

import { tagSet } from 'types.bicep'

@description('Name of the app.')
param appName string

@description('Region.')
param location string

@description('Tags.')
param tags tagSet

@description('The domain.')
param domain string

resource app 'Microsoft.Web/sites@2024-11-01' existing = { name: appName }

@description('The certificate is only issued for a name that the app answers to, so the name comes first. It says nothing of TLS, so that a later deployment does not take TLS away until the last step.')
resource name 'Microsoft.Web/sites/hostNameBindings@2024-11-01' = {
  parent: app
  name: domain
  properties: { hostNameType: 'Verified', siteName: appName }
}

resource certificate 'Microsoft.Web/sites/certificates@2024-11-01' = {
  parent: app
  name: 'cert-${replace(domain, '.', '-')}'
  location: location
  tags: tags
  properties: { canonicalName: name.name }
}

module binding 'custom-domain-tls.bicep' = {
  params: {
    appName: appName
    domain: domain
    thumbprint: certificate.properties.thumbprint
  }
}
