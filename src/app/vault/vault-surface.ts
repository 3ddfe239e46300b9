import type { ImportedNames } from '../../syntax/csharp/operations/imports.ts';

/** What code names where it makes Key Vault a source of configuration: types, and the methods that extend others. */
export const vaultNamespaces: readonly ImportedNames[] = [
  {
    namespace: 'AltinnCore.Authentication.Constants',
    names: ['AltinnCoreClaimTypes', 'CertificateSettings', 'GeneralSettings', 'KeyVaultSettings'],
  },
  {
    namespace: 'Azure.Extensions.AspNetCore.Configuration.Secrets',
    names: ['AzureKeyVaultConfigurationOptions', 'AzureKeyVaultConfigurationProvider', 'KeyVaultSecretManager'],
  },
  {
    namespace: 'Azure.Identity',
    names: [
      ...withOptions('AuthorizationCode', 'AzureCli', 'AzureDeveloperCli', 'AzurePipelines', 'AzurePowerShell'),
      ...withOptions('Broker', 'Chained', 'ClientAssertion', 'ClientCertificate', 'ClientSecret', 'DefaultAzure'),
      ...withOptions('DeviceCode', 'Environment', 'InteractiveBrowser', 'ManagedIdentity', 'OnBehalfOf'),
      ...withOptions('SharedTokenCache', 'Token', 'UsernamePassword', 'VisualStudio', 'VisualStudioCode'),
      ...withOptions('WorkloadIdentity'),
      'AuthenticationFailedException',
      'AuthenticationRecord',
      'AuthenticationRequiredException',
      'AzureAuthorityHosts',
      'BrowserCustomizationOptions',
      'ChainedTokenCredential',
      'CredentialUnavailableException',
      'DeviceCodeInfo',
      'IdentityModelFactory',
      'ManagedIdentityId',
      'TokenCacheData',
      'TokenCachePersistenceOptions',
      'TokenCacheRefreshArgs',
      'TokenCacheUpdatedArgs',
      'TokenCredentialDiagnosticsOptions',
      'UnsafeTokenCacheOptions',
    ],
  },
  {
    namespace: 'Azure.Security.KeyVault.Secrets',
    names: [
      'AddKeyedSecretClient',
      'AddSecretClient',
      'DeleteSecretOperation',
      'DeletedSecret',
      'KeyVaultSecret',
      'KeyVaultSecretIdentifier',
      'RecoverDeletedSecretOperation',
      'SecretClient',
      'SecretClientHostExtensions',
      'SecretClientOptions',
      'SecretClientSettings',
      'SecretContentType',
      'SecretModelFactory',
      'SecretProperties',
    ],
  },
  {
    namespace: 'Microsoft.Azure.KeyVault',
    names: [
      'CertificateIdentifier',
      'CertificateIssuerIdentifier',
      'CertificateOperationIdentifier',
      'DeletedCertificateIdentifier',
      'DeletedKeyIdentifier',
      'DeletedSecretIdentifier',
      'HttpBearerChallenge',
      'HttpBearerChallengeCache',
      'IKeyVaultClient',
      'KeyIdentifier',
      'KeyVaultClient',
      'KeyVaultClientExtensions',
      'KeyVaultCredential',
      'ObjectIdentifier',
      'SasDefinitionIdentifier',
      'SecretIdentifier',
      'StorageAccountIdentifier',
      // Methods that extend a client made elsewhere.
      'DecryptAsync',
      'EncryptAsync',
      'GetCertificateAsync',
      'GetKeyAsync',
      'GetSecretAsync',
      'GetSecretVersionsAsync',
      'GetSecretsAsync',
      'SetSecretAsync',
      'SignAsync',
      'UnwrapKeyAsync',
      'VerifyAsync',
      'WrapKeyAsync',
    ],
  },
  {
    namespace: 'Microsoft.Azure.Services.AppAuthentication',
    names: [
      'AppAuthenticationResult',
      'AzureServiceTokenProvider',
      'AzureServiceTokenProviderException',
      'Principal',
      'SqlAppAuthenticationProvider',
    ],
  },
  {
    namespace: 'Microsoft.Extensions.Configuration.AzureKeyVault',
    names: ['AzureKeyVaultConfigurationOptions', 'DefaultKeyVaultSecretManager', 'IKeyVaultSecretManager'],
  },
];

function withOptions(...credentials: readonly string[]): readonly string[] {
  return credentials.flatMap((name) => [`${name}Credential`, `${name}CredentialOptions`]);
}

/** A package that such code references, with what else of it code may lean on without saying where it is from. */
export interface VaultPackage {
  readonly id: string;
  /** Its namespaces, and those of packages that only it may bring. */
  readonly namespaces: readonly string[];
  /** Methods in namespaces of others. */
  readonly methods: readonly string[];
}

export const vaultPackages: readonly VaultPackage[] = [
  {
    id: 'Azure.Extensions.AspNetCore.Configuration.Secrets',
    namespaces: ['Azure.Extensions.AspNetCore', 'Azure.Security.KeyVault.Secrets', 'Azure.Core'],
    methods: ['AddAzureKeyVault'],
  },
  {
    id: 'Azure.Identity',
    namespaces: ['Azure.Identity', 'Azure.Core', 'Microsoft.Identity.Client'],
    methods: [],
  },
  {
    id: 'Azure.Security.KeyVault.Secrets',
    namespaces: ['Azure.Security.KeyVault.Secrets', 'Azure.Core'],
    methods: ['AddKeyedSecretClient', 'AddSecretClient'],
  },
  {
    id: 'Microsoft.Azure.KeyVault',
    namespaces: ['Microsoft.Azure.KeyVault', 'Microsoft.Rest.Azure'],
    methods: [],
  },
  {
    id: 'Microsoft.Azure.Services.AppAuthentication',
    namespaces: ['Microsoft.Azure.Services.AppAuthentication', 'Microsoft.IdentityModel.Clients.ActiveDirectory'],
    methods: [],
  },
  {
    id: 'Microsoft.Extensions.Configuration.AzureKeyVault',
    namespaces: ['Microsoft.Extensions.Configuration.AzureKeyVault', 'Microsoft.Azure.KeyVault'],
    methods: ['AddAzureKeyVault'],
  },
];

/** Types whose objects do nothing by being made: they wait for the provider to ask them. */
export const idleVaultTypes: readonly string[] = [
  'AuthenticationCallback',
  'AzureKeyVaultConfigurationOptions',
  'AzureServiceTokenProvider',
  'ClientSecretCredential',
  'ClientSecretCredentialOptions',
  'DefaultAzureCredential',
  'DefaultAzureCredentialOptions',
  'DefaultKeyVaultSecretManager',
  'KeyVaultClient',
  'KeyVaultSecretManager',
  'KeyVaultSettings',
  'ManagedIdentityCredential',
  'SecretClient',
  'Uri',
];
