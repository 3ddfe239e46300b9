import type { StatusName, TriggerName } from '../words/words.ts';
import type { App } from './app.ts';
import type { OldClient } from './clients/consumers/consumer.ts';
import { bindsDefault, isDevelopmentOnly, tokenDecision } from './clients/identity.ts';
import { bringingLibraries } from './packages/bringing-libraries.ts';
import {
  defaultSection,
  identityKeysIn,
  isDefaultSection,
  type SettingsSection,
  sectionsAt,
} from './settings/section.ts';

/** Where an app stands. */
export function statusOf(app: App): StatusName {
  const legacy = hasLegacy(app);
  const builtIn = usesBuiltIn(app);
  if (!legacy && !builtIn) return 'none';
  if (!legacy) return couldComeFromElsewhere(app) ? 'undetermined' : 'studio';
  if (app.versions.line === '<8.3' || waitsForExchange(app)) return 'blocked';
  if (isOwn(app)) return 'own';
  const boundElsewhere = app.configurations.some((one) => !bindsDefault(one) && !isDevelopmentOnly(one));
  return builtIn && !boundElsewhere ? 'mixed' : 'legacy';
}

/** Whether people decided that everything stays as it is. */
function isOwn(app: App): boolean {
  const { identities, tokens } = app;
  const { consumers, implementations, clientRegistrations, providerRegistrations, directProviders, oldest } = tokens;
  const stays = (client: OldClient) => tokenDecision(app, client) === 'own-external';
  const isOpen = [...consumers, ...implementations, ...clientRegistrations].some(({ client }) => !stays(client));
  const isProviderOpen = providerRegistrations.length > 0 && !stays('token-provider');
  if (isOpen || isProviderOpen || directProviders.length > 0 || oldest.length > 0 || hasClientLibrary(app))
    return false;
  return identities.length > 0 && identities.every(({ decision }) => decision.startsWith('own'));
}

/** Whether the app does anything with Maskinporten at all. */
export function usesMaskinporten(app: App): boolean {
  return hasLegacy(app) || usesBuiltIn(app);
}

function hasLegacy(app: App): boolean {
  const registered = app.externals.length > 0 || app.handlers.length > 0 || app.identities.length > 0;
  return registered || hasShims(app) || hasClientLibrary(app);
}

/** A library that registers a client of the external package for the app; one that only may tells nothing about the app. */
function hasClientLibrary(app: App): boolean {
  return bringingLibraries(app).some(({ certain, kind }) => certain || kind === 'dialogporten');
}

/** A client that exchanges its token, on a version whose client cannot. */
export function waitsForExchange({ externals, handlers, versions }: App): boolean {
  if (versions.capabilities.exchange !== 'no' || versions.line !== '8.3') return false;
  const clients = [...externals, ...handlers].filter((one) => !isDevelopmentOnly(one));
  return clients.some(({ access: { exchange } }) => exchange.kind === 'known' && exchange.value);
}

/** Code that asks for tokens itself, through the shims of the library or the service of the package. */
function hasShims({ tokens }: App): boolean {
  const { consumers, implementations, clientRegistrations, providerRegistrations } = tokens;
  const { directProviders, oldest, settingsRegistrations, settingsInjections } = tokens;
  const registered = [clientRegistrations, providerRegistrations, settingsRegistrations, settingsInjections];
  return [consumers, implementations, directProviders, oldest, ...registered].some((some) => some.length > 0);
}

function usesBuiltIn({ configurations, authorizations, builtIn }: App): boolean {
  return configurations.length > 0 || authorizations.length > 0 || builtIn.clients.length > 0;
}

/** Something besides the provisioned file that may hold keys of the default section in a deployed app. */
function couldComeFromElsewhere(app: App): boolean {
  if (!readsOwnSettings(app)) return false;
  const isFilled = loadedDefaultSections(app).some((section) => identityKeysIn(section).length > 0);
  // Whatever else such a file holds, it wins over Studio's: an authority is enough to ask where it leads.
  const isOverlaid = app.vault.kind !== 'none' || localSections(app).length > 0 || app.environmentSettings.length > 0;
  return isFilled || isOverlaid || hasUnreadSettings(app);
}

/** v9 keeps what Studio provides to itself, and its client reads nothing of the app's. */
function readsOwnSettings(app: App): boolean {
  return app.target !== 'v9' && app.versions.capabilities.ownSettingsSection !== 'never-read';
}

/** The default section where a settings file fills keys of an identity, in whatever version would load that file when deployed. */
export function filledDefaultSections(app: App): readonly SettingsSection[] {
  if (!readsOwnSettings(app)) return [];
  return deployedDefaultSections(app).filter((section) => identityKeysIn(section).length > 0);
}

function deployedDefaultSections({ settings }: App): readonly SettingsSection[] {
  return sectionsAt(defaultSection, settings).filter((section) => !isOf('Development', section));
}

function loadedDefaultSections(app: App): readonly SettingsSection[] {
  const loadsLocal = app.versions.capabilities.localSettingsFile !== 'no';
  return deployedDefaultSections(app).filter((section) => loadsLocal || !isOf('Local', section));
}

function localSections(app: App): readonly SettingsSection[] {
  return loadedDefaultSections(app).filter((section) => isOf('Local', section));
}

function isOf(environment: string, section: SettingsSection): boolean {
  return section.environment.toLowerCase() === environment.toLowerCase();
}

export function hasUnreadSettings(app: App): boolean {
  const isDeployed = (file: string) => /(^|\/)appsettings(?!\.development\.)[^/]*\.json$/i.test(file);
  return readsOwnSettings(app) && app.unread.some(({ at, essential }) => essential && isDeployed(at.file));
}

/** What flips the app from its own credentials to the provisioned ones. */
export function triggerOf(app: App): TriggerName {
  const status = statusOf(app);
  if (status === 'none') return 'none';
  // Nothing reads the provisioned file, whatever the code does.
  if (status === 'blocked' && app.versions.line === '<8.3') return 'never';
  if (missesProvisionedFile(app)) return 'never';
  if (mixesWithProvisioned(app)) return vaultMayHoldAll(app) ? 'secret-removal' : 'breaks-when-scopes-added';
  if (status === 'legacy' || status === 'mixed' || status === 'blocked') return 'code-deploy';
  if (status !== 'undetermined') return 'none';
  if (app.vault.kind === 'after-host') return 'secret-removal';
  return isOverruled(app) ? 'code-deploy' : 'scopes-added';
}

/** v9's client finds the file by itself; before, it must come into the app's configuration. */
function missesProvisionedFile({ versions, studioFile }: App): boolean {
  return versions.capabilities.provisionedFile === 'in-configuration' && studioFile === 'not-loaded';
}

/** An external client that would find Studio's client id beside the app's own key; what the app runs on now decides. */
function mixesWithProvisioned({ externals, versions }: App): boolean {
  const onDefault = externals.some(({ section }) => section !== null && isDefaultSection(section));
  return onDefault && versions.capabilities.provisionedFile !== 'private';
}

/** A client id in the settings tells that the vault need not hold one: then Studio's wins, and the key stays the app's. */
function vaultMayHoldAll(app: App): boolean {
  const named = loadedDefaultSections(app).some((section) =>
    identityKeysIn(section).some((key) => key.toLowerCase() === 'clientid'),
  );
  return app.vault.kind === 'after-host' && !named;
}

/** Keys that win over the provisioned ones until someone takes them out of a file of the repo. */
function isOverruled(app: App): boolean {
  return app.environmentSettings.length > 0 || localSections(app).some((section) => identityKeysIn(section).length > 0);
}
