import type { NuGetVersion } from '../versions/nuget-version.ts';
import { type Change, valueAt } from './history.ts';

/** Previews of 9 have what 9 has. */
const V9 = '9.0.0-0';

/**
 * What an app can do, by the version of Altinn.App it runs on: each value with the first release that has it.
 * `candidates` are the versions the app may have, none when it is unknown; where they differ the answer is `unknown`.
 * "British" is `…Authorisation`, "american" `…Authorization`.
 */
export function capabilitiesOf(candidates: readonly NuGetVersion[]) {
  const since = <const V extends string>(...history: readonly Change<V>[]) => valueAt(history, candidates);
  return {
    targetFramework: since(
      ['3.0.0', 'netcoreapp3.1'],
      ['4.0.0', 'net5.0'],
      ['6.0.0', 'net6.0'],
      ['8.0.0', 'net8.0'],
      [V9, 'net10.0'],
    ),
    /** `ConfigureAppWebHost`, which loads the secret files; before, `LoadAppConfig`. */
    configureAppWebHost: since(['0.0.0', 'no'], ['7.0.0', 'yes']),

    // The provisioned file and the built-in client
    /** `maskinporten-settings.json`: read into the app's configuration, or by the client alone. */
    provisionedFile: since(['0.0.0', 'not-read'], ['8.3.0', 'in-configuration'], [V9, 'private']),
    /** `IMaskinportenClient` and what `GetAccessToken` returns. */
    tokenType: since(['0.0.0', 'none'], ['8.3.0', 'MaskinportenTokenResponse'], ['8.5.0', 'JwtToken']),
    /** `GetAltinnExchangedToken`, and an `HttpClient` that exchanges. */
    exchange: since(['0.0.0', 'no'], ['8.5.0', 'yes']),
    configureByDelegate: since(['0.0.0', 'no'], ['8.3.0', 'yes'], [V9, 'removed']),
    configureByPath: since(['0.0.0', 'no'], ['8.3.4', 'yes'], [V9, 'removed']),
    /** `UseMaskinportenAuthorization(scope, …)`; `both` has the British one as obsolete. */
    spelling: since(
      ['0.0.0', 'none'],
      ['8.3.0', 'american'],
      ['8.5.0', 'british'],
      ['8.7.0', 'both'],
      [V9, 'american'],
    ),
    /** `UseMaskinportenAltinnAuthorization(scope, …)`, the one that exchanges. */
    exchangeSpelling: since(['0.0.0', 'none'], ['8.5.0', 'british'], ['8.7.0', 'both'], [V9, 'american']),
    /** `…Authorization(MaskinportenTokenRequest)`: resource, consumer organisation, system user. */
    tokenRequest: since(['0.0.0', 'no'], [V9, 'yes']),
    /** The `MaskinportenSettings` section of the app's own settings, as the built-in client sees it. */
    ownSettingsSection: since(['0.0.0', 'external-client-only'], ['8.3.0', 'merged'], [V9, 'never-read']),
    /** `MaskinportenSettingsFilepath` in configuration. */
    settingsFilePath: since(['0.0.0', 'no'], ['8.3.0', 'yes'], [V9, 'removed']),
    /** The second client, with the section `MaskinportenSettingsInternal`. */
    internalClient: since(['0.0.0', 'no'], ['8.5.0', 'yes'], [V9, 'removed']),
    /** The three default scopes of the service owner: switched on with a button in Studio, or always there. */
    defaultScopes: since(['0.0.0', 'no'], ['8.3.0', 'button'], [V9, 'always']),
    /** `WithMaskinportenConfig` of the Fiks builder, which replaces the *default* client. */
    fiksMaskinportenConfig: since(['0.0.0', 'no'], ['8.9.0', 'yes'], [V9, 'removed']),

    // The shims
    /** `IMaskinportenTokenProvider`, `AddMaskinportenJwkTokenProvider`. */
    tokenProvider: since(['0.0.0', 'no'], ['8.1.0', 'yes'], ['8.3.0', 'obsolete'], [V9, 'removed']),
    /** The provider is registered over the built-in client unless the app registers its own. */
    tokenProviderRegistered: since(['0.0.0', 'no'], ['8.6.0', 'yes'], [V9, 'removed']),

    // Configuration sources
    /** `AddAzureKeyVaultAsConfigProvider` called ahead of the host set-up. */
    vaultHelper: since(['0.0.0', 'none'], ['8.2.6', 'throws-before-host'], ['8.5.5', 'loads-secret-file']),
    /** `appsettings.Local.json` is added last, in every environment. */
    localSettingsFile: since(['0.0.0', 'no'], ['8.9.0', 'yes']),
    /** The vault is read again every five minutes. */
    vaultReload: since(['0.0.0', 'no'], ['8.9.1', 'yes']),
    /** Every other `*.json` in the secret mount is read too. */
    otherSecretFiles: since(['0.0.0', 'no'], ['8.10.2', 'yes']),
    /** Provisioned files: added only when there at start, or polled, so that they may come and rotate later. */
    secretFileRotation: since(['0.0.0', 'no'], ['8.3.0', 'at-start'], ['8.12.5', 'polled']),

    /** The version of `Altinn.ApiClients.Maskinporten` that comes along with Altinn.App.Core. */
    externalPackage: since(
      ['8.0.0', '7.1.0'],
      ['8.2.4', '8.0.1'],
      ['8.12.0', '10.0.1'],
      ['8.12.7', '8.0.1'],
      [V9, 'none'],
    ),
  };
}

export type Capabilities = Readonly<ReturnType<typeof capabilitiesOf>>;
