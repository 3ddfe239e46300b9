import type { ImportedNames } from '../../syntax/csharp/operations/imports.ts';

/** The external package, whose namespaces all begin with its name. */
export const externalPackage = 'Altinn.ApiClients.Maskinporten';

/** What each namespace holds, over the package's life: types, and the methods that extend others. */
export const externalNamespaces: readonly ImportedNames[] = [
  {
    namespace: `${externalPackage}.Config`,
    names: ['MaskinportenSettings'],
  },
  {
    namespace: `${externalPackage}.Extensions`,
    names: [
      'AddMaskinportenHttpClient',
      'AddMaskinportenHttpMessageHandler',
      'GetMaskinportenRequestContext',
      'HttpClientBuilderExtensions',
      'HttpRequestMessageExtensions',
      'RegisterMaskinportenClientDefinition',
      'RegisterMaskinportenHttpClient',
      'ServiceCollectionExtensions',
      'SetMaskinportenRequestContext',
    ],
  },
  {
    namespace: `${externalPackage}.Factories`,
    names: ['MaskinportenHttpMessageHandlerFactory'],
  },
  {
    namespace: `${externalPackage}.Handlers`,
    names: ['MaskinportenTokenHandler'],
  },
  {
    namespace: `${externalPackage}.Helpers`,
    names: ['MaskinportenClientDefinitionHelper'],
  },
  {
    namespace: `${externalPackage}.Interfaces`,
    names: [
      'IClientDefinition',
      'IMaskinporten',
      'IMaskinportenService',
      'IMaskinportenSettings',
      'ITokenCacheProvider',
    ],
  },
  {
    namespace: `${externalPackage}.Models`,
    names: [
      'ClientSecrets',
      'ErrorReponse',
      'MaskinportenRequestContext',
      'SystemUser',
      'TokenRequestException',
      'TokenResponse',
    ],
  },
  {
    namespace: `${externalPackage}.Services`,
    names: [
      'CertificateStoreClientDefinition',
      'FileTokenCacheProvider',
      'MaskinportenService',
      'MemoryTokenCacheProvider',
      'Pkcs12ClientDefinition',
      'SettingsJwkClientDefinition',
      'SettingsX509ClientDefinition',
    ],
  },
];

/** Types whose objects only hold settings. */
export const idleTypes: readonly string[] = [
  'MaskinportenSettings',
  'SettingsJwkClientDefinition',
  'SettingsX509ClientDefinition',
  'Pkcs12ClientDefinition',
  'CertificateStoreClientDefinition',
];
