metadata description = 'What Front Door serves: the two download prefixes, over HTTPS, never from a cache.'

import { tagSet } from 'types.bicep'

@description('Suffix of the resource names.')
param suffix string

@description('Tags.')
param tags tagSet

@description('Name of the Front Door profile.')
param profileName string

@description('Host names of the apps.')
@minLength(1)
param originHostNames string[]

@description('Custom domain with a certificate of Front Door; none when null.')
param customDomain string?

resource profile 'Microsoft.Cdn/profiles@2024-02-01' existing = { name: profileName }

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2024-02-01' = {
  parent: profile
  name: 'fde-${suffix}'
  location: 'global'
  tags: tags
  properties: { enabledState: 'Enabled' }
}

resource domain 'Microsoft.Cdn/profiles/customDomains@2024-02-01' = if (customDomain != null) {
  parent: profile
  name: 'domain'
  properties: {
    hostName: customDomain!
    tlsSettings: { certificateType: 'ManagedCertificate', minimumTlsVersion: 'TLS12' }
  }
}

resource group 'Microsoft.Cdn/profiles/originGroups@2024-02-01' = {
  parent: profile
  name: 'apps'
  properties: {
    sessionAffinityState: 'Disabled'
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 }
    healthProbeSettings: {
      probePath: '/legocerthub/api/health'
      probeProtocol: 'Https'
      probeRequestType: 'HEAD'
      probeIntervalInSeconds: 100
    }
  }
}

resource origins 'Microsoft.Cdn/profiles/originGroups/origins@2024-02-01' = [
  for (hostName, index) in originHostNames: {
    parent: group
    name: 'app-${index}'
    properties: {
      hostName: hostName
      originHostHeader: hostName
      httpsPort: 443
      enforceCertificateNameCheck: true
      enabledState: 'Enabled'
      priority: 1
      weight: 500
    }
  }
]

resource route 'Microsoft.Cdn/profiles/afdEndpoints/routes@2024-02-01' = {
  parent: endpoint
  name: 'downloads'
  properties: {
    originGroup: { id: group.id }
    patternsToMatch: ['/legocerthub/*', '/certwarden/*']
    // Plain HTTP is refused, not redirected: the request that would be redirected has shown its API key already.
    supportedProtocols: ['Https']
    httpsRedirect: 'Disabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: customDomain == null ? 'Enabled' : 'Disabled'
    customDomains: customDomain == null ? [] : [{ id: domain.id }]
    enabledState: 'Enabled'
  }
  dependsOn: [origins]
}

@description('Host name of the endpoint.')
output hostName string = endpoint.properties.hostName
