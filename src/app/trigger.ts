import type { Supplier } from '../words/suppliers.ts';
import type { NeverLoaded, Trigger } from '../words/trigger.ts';
import type { App } from './app.ts';
import { configuresBuiltIn } from './clients/consumers/settings-uses.ts';
import { isReadBeforeHost } from './clients/external/reading-time.ts';
import { supplierOf } from './precedence/holdings.ts';
import { hidingClientId, likelyCredential } from './precedence/likely.ts';
import { loadedDefaultSections, localSections } from './settings/default-sections.ts';
import { environmentSettingsIn } from './settings/environment-variables.ts';
import { identityKeysIn, isDefaultSection } from './settings/section.ts';
import { filesWithOtherPath } from './settings/settings-file-path.ts';
import { isProvisionedFileCleared } from './startup/cleared.ts';
import { isDevelopmentOnly } from './startup/condition.ts';
import type { ConfigurationProvider } from './startup/configuration-order.ts';
import { couldComeFromElsewhere, statusOf, usesMaskinporten } from './status.ts';
import { bindsDefaultSection } from './vault/credential-sections.ts';
import { defaultSectionSecrets } from './vault/default-section-secrets.ts';

/** What flips the app from its own credentials to the provisioned ones. */
export function triggerOf(app: App): Trigger {
  const status = statusOf(app);
  if (status === 'none') return { event: 'none' };
  const never = whyNeverLoaded(app, status);
  if (never !== null) return { event: 'never', because: never };
  const flips = [flipOfExternal(app), flipOfBuiltIn(app, status)];
  const breaking = flips.find(({ event }) => event === 'breaks-when-scopes-added');
  if (breaking) return breaking;
  const [external, builtIn] = flips;
  if (external && external.event !== 'none') return external;
  if (status === 'legacy' || status === 'mixed' || status === 'blocked') {
    return { event: 'code-deploy', because: 'clients' };
  }
  return builtIn ?? { event: 'none' };
}

/** v9's client finds the file by itself; before, it must come into the app's configuration. */
function whyNeverLoaded(app: App, status: string): NeverLoaded | null {
  const { versions, studioFile, missingHost } = app;
  if (status === 'blocked' && versions.line === '<8.3') return { why: 'too-old' };
  if (versions.capabilities.provisionedFile !== 'in-configuration') return null;
  if (studioFile === 'not-loaded') {
    return { why: missingHost?.comesBack.kind === 'development-only' ? 'host-development-only' : 'host-missing' };
  }
  const files = filesWithOtherPath(app);
  if (files.length > 0) return { why: 'other-file', files };
  return isProvisionedFileCleared(app) ? { why: 'cleared' } : null;
}

const none: Trigger = { event: 'none' };

/** An external client that would find Studio's client id beside the app's own key; what the app runs on now decides. */
function flipOfExternal(app: App): Trigger {
  if (!hasExternalOnDefault(app) || app.versions.capabilities.provisionedFile === 'private') return none;
  const { id } = credentialOf(app);
  const below = id === 'vault' ? likelyCredential(app, withoutVault(app)).id : id;
  if (below === 'environment' || below === 'local-file') return overruled(app);
  if (id === 'vault') return secretRemoval(app, 'external-client');
  return { event: 'breaks-when-scopes-added', because: 'external-client' };
}

/** Also the settings that the shims take theirs from: the client id comes from there, and the key from a secret. */
function hasExternalOnDefault(app: App): boolean {
  const { externals, tokens } = app;
  const { settingsRegistrations, providerRegistrations, settingsInjections, legacyEformidling } = tokens;
  const areTaken = [providerRegistrations, settingsInjections, legacyEformidling].some((some) => some.length > 0);
  const registered = externals.filter((one) => !isDevelopmentOnly(one) && !isReadBeforeHost(app, one));
  return [...registered, ...(areTaken ? settingsRegistrations : [])].some(
    ({ section }) => section !== null && isDefaultSection(section),
  );
}

function flipOfBuiltIn(app: App, status: string): Trigger {
  const isBesideOwn = status === 'own' && bindsDefaultSection(app) && couldComeFromElsewhere(app);
  if (status !== 'undetermined' && status !== 'mixed' && !isBesideOwn) return none;
  if (!usesMaskinporten(app)) return none;
  if (status === 'undetermined' && configuresBuiltIn(app.tokens.settingsUses)) {
    return { event: 'code-deploy', because: 'clients' };
  }
  const { id, key } = credentialOf(app);
  const hiding = id === null ? hidingClientId(app, app.order.providers) : null;
  if (hiding !== null)
    return { event: 'code-deploy', because: 'overruled', files: filesBehind(app, hiding, app.order.providers) };
  if (id === null || key === null) return scopesAdded(app);
  if (id !== key && (id === 'studio' || key === 'studio')) {
    return { event: 'breaks-when-scopes-added', because: 'chimera', parts: { id, key } };
  }
  if (id === 'studio') return scopesAdded(app);
  if (id !== 'vault' && key !== 'vault') return overruled(app);
  return secretRemoval(app, 'built-in', id === key ? 'vault' : 'vault-and-files');
}

/** Where the order of the start-up cannot be read, the usual one is supposed. */
function credentialOf(app: App): { readonly id: Supplier | null; readonly key: Supplier | null } {
  if (app.order.startUp !== 'unknown') return likelyCredential(app, app.order.providers);
  return { id: 'studio', key: 'studio' };
}

function secretRemoval(
  app: App,
  who: 'built-in' | 'external-client',
  from: 'vault' | 'vault-and-files' = 'vault',
): Trigger {
  const { versions, vaultListing } = app;
  const isListed = defaultSectionSecrets(vaultListing) !== 'unknown';
  const reloads = versions.capabilities.vaultReload === 'yes';
  return {
    event: 'secret-removal',
    who,
    reloads,
    listed: isListed,
    left: who === 'built-in' ? leftBelowVault(app) : [],
    from,
  };
}

function withoutVault({ order }: App): readonly ConfigurationProvider[] {
  return order.providers.filter(({ kind }) => kind !== 'vault');
}

/** The files whose values come up instead of Studio's once the vault has none. */
function leftBelowVault(app: App): readonly string[] {
  const others = withoutVault(app);
  const hiding = likelyCredential(app, others).id === null ? hidingClientId(app, others) : null;
  return hiding === null ? overrulingFiles(app, others) : filesBehind(app, hiding, others);
}

/** Keys that win over the provisioned ones until someone takes them out of files of the repo. */
function overruled(app: App): Trigger {
  return { event: 'code-deploy', because: 'overruled', files: overrulingFiles(app, app.order.providers) };
}

/** With those that come up once the values that win now are gone: a key left below them would meet Studio's client id. */
function overrulingFiles(app: App, providers: readonly ConfigurationProvider[]): readonly string[] {
  const suppliers = overrulingSuppliers(
    app,
    providers.filter(({ kind }) => kind !== 'vault'),
  );
  const loaded = suppliers.includes('settings') ? loadedDefaultSections(app) : [];
  const local = suppliers.includes('local-file') ? localSections(app) : [];
  const filled = [...loaded, ...local].filter((section) => identityKeysIn(section).length > 0);
  const set = suppliers.includes('environment') ? environmentSettingsIn(app) : [];
  return [...new Set([...set, ...filled].map(({ file }) => file))].sort();
}

function overrulingSuppliers(app: App, providers: readonly ConfigurationProvider[]): readonly Supplier[] {
  const { id, key } = likelyCredential(app, providers);
  const own = [id, key].flatMap((supplier) => (supplier === null || supplier === 'studio' ? [] : [supplier]));
  if (own.length === 0) return [];
  const others = providers.filter((provider) => {
    const supplier = supplierOf(provider);
    return !own.some((one) => one === supplier);
  });
  return [...own, ...overrulingSuppliers(app, others)];
}

/** What hides the client id, and what comes up once that is gone. */
function filesBehind(
  app: App,
  hiding: ConfigurationProvider,
  providers: readonly ConfigurationProvider[],
): readonly string[] {
  const others = providers.filter((provider) => provider !== hiding);
  return [...new Set([...filesOf(app, hiding), ...overrulingFiles(app, others)])].sort();
}

/** The files of a source that leave the client id empty. */
function filesOf(app: App, { kind, own }: ConfigurationProvider): readonly string[] {
  if (own !== null) return [own.file];
  const loaded = kind === 'local-file' ? localSections(app) : loadedDefaultSections(app);
  const sections = loaded.filter(({ keys }) =>
    keys.some(({ name, filled }) => name.toLowerCase() === 'clientid' && !filled),
  );
  return sections.map(({ file }) => file);
}

function scopesAdded(app: App): Trigger {
  const isFilled = loadedDefaultSections(app).some((section) => identityKeysIn(section).length > 0);
  const isPerhapsInVault = app.vault.kind !== 'none' && defaultSectionSecrets(app.vaultListing) === 'unknown';
  const from = isFilled ? 'settings' : app.vault.kind === 'before-host' ? 'vault' : 'nothing';
  return { event: 'scopes-added', from, perhapsLeft: isPerhapsInVault ? 'JwkBase64' : null };
}
