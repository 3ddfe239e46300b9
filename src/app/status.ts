import type { StatusName } from '../words/words.ts';
import type { App } from './app.ts';
import type { OldClient } from './clients/consumers/consumer.ts';
import { configuresBuiltIn } from './clients/consumers/settings-uses.ts';
import { bindsDefault, consumerDecision, tokenDecision } from './clients/identity.ts';
import { bringingLibraries } from './packages/bringing-libraries.ts';
import { loadedDefaultSections, localSections } from './settings/default-sections.ts';
import { environmentSettingsIn, isDeployed } from './settings/environment-variables.ts';
import { ownFiles } from './settings/own-files.ts';
import { defaultSection, identityKeysIn, sectionsAt } from './settings/section.ts';
import { filesWithOtherPath, settingsFilePaths } from './settings/settings-file-path.ts';
import { hasUnreadSettings, readsOwnSettings } from './settings/unread-settings.ts';
import { isDevelopmentOnly } from './startup/condition.ts';
import { defaultSectionSecrets } from './vault/default-section-secrets.ts';

/** Where an app stands. */
export function statusOf(app: App): StatusName {
  const legacy = hasLegacy(app);
  const builtIn = usesBuiltIn(app);
  if (!usesMaskinporten(app)) return unreadPrograms(app).length > 0 ? 'undetermined' : 'none';
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
  const isAsked = consumers.some((one) => consumerDecision(app, one) !== 'own-external');
  const isOpen = isAsked || [...implementations, ...clientRegistrations].some(({ client }) => !stays(client));
  const isProviderOpen = providerRegistrations.length > 0 && !stays('token-provider');
  if (isOpen || isProviderOpen || directProviders.length > 0 || oldest.length > 0 || hasClientLibrary(app))
    return false;
  return identities.length > 0 && identities.every(({ decision }) => decision.startsWith('own'));
}

/** Whether the app does anything with Maskinporten at all. */
export function usesMaskinporten(app: App): boolean {
  return hasLegacy(app) || usesBuiltIn(app) || asksThroughLibraries(app);
}

/** Files that start the app and were not read: what is in them, nobody can tell. */
export function unreadPrograms({ unread }: App): readonly string[] {
  const programs = unread.filter(({ essential, at }) => essential && /\.cs$/i.test(at.file));
  return programs.filter(({ reason }) => reason.code !== 'partly-parsed').map(({ at }) => at.file);
}

/** No code of the app names the client, and yet it is asked: Fiks Arkiv, eFormidling, correspondence. */
function asksThroughLibraries({ scopes, versions }: App): boolean {
  return versions.capabilities.tokenType !== 'none' && scopes.asked.some(({ evidence }) => evidence.length > 0);
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
export function couldComeFromElsewhere(app: App): boolean {
  if (!readsOwnSettings(app)) return false;
  const isFilled = loadedDefaultSections(app).some((section) => identityKeysIn(section).length > 0);
  // Whatever else such a file holds, it wins over Studio's: an authority is enough to ask where it leads.
  const isSet = localSections(app).length > 0 || environmentSettingsIn(app).length > 0;
  const isOverlaid = mayHoldDefaults(app) || isSet || mayBeOverlaid(app);
  const isConfigured = configuresBuiltIn(app.tokens.settingsUses);
  const isOpen = hasUnreadSettings(app) || mayLoadOtherFile(app) || mayLackHost(app);
  return isFilled || isOverlaid || isConfigured || isOpen;
}

/** Where it depends on something whether the host is set up. */
function mayLackHost({ order: { providers }, versions }: App): boolean {
  const hosts = providers.filter(({ kind }) => kind === 'studio');
  const isRead = versions.capabilities.provisionedFile === 'in-configuration';
  return isRead && hosts.length > 0 && hosts.every(({ placed, conditions }) => !placed || conditions.length > 0);
}

/** Also where only a pipeline says so, which may be for its own tests. */
function mayLoadOtherFile(app: App): boolean {
  const named = app.environmentVariables.some((one) => one.section === '' && isDeployed(one));
  return named || filesWithOtherPath(app).length > 0 || settingsFilePaths(ownFiles(app)).length > 0;
}

/** By a source of the app's own after the provisioned file, unless that is a file which says nothing of the section. */
function mayBeOverlaid({ order: { providers } }: App): boolean {
  const host = providers.findLastIndex(({ kind }) => kind === 'studio');
  return providers.some(({ kind, placed, own }, index) => {
    const mayHold = own === null || sectionsAt(defaultSection, [own]).length > 0;
    return kind === 'custom' && (index > host || !placed) && mayHold;
  });
}

/** Only a listing can tell that a vault holds nothing of the default section. */
function mayHoldDefaults({ vault, vaultListing }: App): boolean {
  const held = defaultSectionSecrets(vaultListing);
  return vault.kind !== 'none' && (held === 'unknown' || held.length > 0);
}
