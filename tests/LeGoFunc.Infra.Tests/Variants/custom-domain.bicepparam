using '../../../infra/main.bicep'

param environmentName = 'custom-domain'

param customDomain = 'certificates.legofunc.example'

param siteUpdateStrategy = 'RollingUpdate'
