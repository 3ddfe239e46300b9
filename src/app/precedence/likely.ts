import type { IdentityKey } from '../../words/precedence.ts';
import type { Supplier } from '../../words/suppliers.ts';
import type { App } from '../app.ts';
import { loadedDefaultSections } from '../settings/default-sections.ts';
import { identityKeysIn } from '../settings/section.ts';
import type { ConfigurationProvider } from '../startup/configuration-order.ts';
import { holdingOf, supplierOf } from './holdings.ts';

/** Who supplies what the built-in client signs with: `JwkBase64` beats `Jwk`, whoever supplies the client id. */
export interface LikelyCredential {
  readonly id: Supplier | null;
  readonly key: Supplier | null;
}

/**
 * What an app ends up with if a vault that nobody has listed holds a whole credential, as the documentation of the day had
 * it – less the client id where the settings have that.
 */
export function likelyCredential(app: App, providers: readonly ConfigurationProvider[]): LikelyCredential {
  const jwk = likelySupplier(app, providers, 'JwkBase64') ?? likelySupplier(app, providers, 'Jwk');
  return { id: likelySupplier(app, providers, 'ClientId'), key: jwk };
}

/** The source that hides the provisioned client id behind an empty one. */
export function hidingClientId(app: App, providers: readonly ConfigurationProvider[]): ConfigurationProvider | null {
  const index = providers.findLastIndex((provider) => {
    const holding = holdingOf(app, provider, 'ClientId');
    return holding === 'holds' || holding === 'empty';
  });
  const provider = providers[index];
  const isLater = index > providers.findLastIndex(({ kind }) => kind === 'studio');
  return provider && isLater && holdingOf(app, provider, 'ClientId') === 'empty' ? provider : null;
}

function likelySupplier(app: App, providers: readonly ConfigurationProvider[], key: IdentityKey): Supplier | null {
  const last = providers.findLast((provider, index) => {
    const holding = holdingOf(app, provider, key);
    if (provider.kind === 'vault' && holding === 'perhaps') return isLikelyInVault(app, providers, index, key);
    return holding === 'holds' || holding === 'empty' || (holding === 'perhaps' && provider.kind === 'environment');
  });
  return last === undefined || holdingOf(app, last, key) === 'empty' ? null : supplierOf(last);
}

function isLikelyInVault(
  app: App,
  providers: readonly ConfigurationProvider[],
  index: number,
  key: IdentityKey,
): boolean {
  if (key === 'ClientId') return !hasOwnClientId(app);
  // Before the host, the name of the key decides whether it is left over: that is said, not supposed.
  const isAfterHost = providers.findLastIndex(({ kind }) => kind === 'studio') < index;
  return key === 'JwkBase64' && isAfterHost;
}

function hasOwnClientId(app: App): boolean {
  return loadedDefaultSections(app).some((section) =>
    identityKeysIn(section).some((key) => key.toLowerCase() === 'clientid'),
  );
}
