import type { StatusName, TriggerName } from '../words/words.ts';
import type { App } from './app.ts';
import { bindsDefault, isDevelopmentOnly } from './clients/identity.ts';
import { defaultSection, identityKeysIn, isDefaultSection, sectionsAt } from './settings/section.ts';

/** Where an app stands. */
export function statusOf(app: App): StatusName {
  const legacy = hasLegacy(app);
  const builtIn = usesBuiltIn(app);
  if (!legacy && !builtIn) return 'none';
  if (!legacy) return couldComeFromElsewhere(app) ? 'undetermined' : 'studio';
  if (app.versions.line === '<8.3') return 'blocked';
  if (app.identities.length > 0 && app.identities.every(({ decision }) => decision.startsWith('own'))) return 'own';
  const boundElsewhere = app.configurations.some((one) => !bindsDefault(one) && !isDevelopmentOnly(one));
  return builtIn && !boundElsewhere ? 'mixed' : 'legacy';
}

/** Whether the app does anything with Maskinporten at all. */
export function usesMaskinporten(app: App): boolean {
  return hasLegacy(app) || usesBuiltIn(app);
}

function hasLegacy(app: App): boolean {
  const shims = app.clientTypes.some(({ kind }) => kind === 'external-service' || kind === 'token-provider');
  return app.identities.length > 0 || shims;
}

function usesBuiltIn(app: App): boolean {
  const direct = app.clientTypes.some(({ kind }) => kind === 'built-in-direct');
  return app.configurations.length > 0 || app.authorizations.length > 0 || direct;
}

/** Something besides the provisioned file that may hold keys of the default section in a deployed app. */
function couldComeFromElsewhere(app: App): boolean {
  return app.vault.kind !== 'none' || filledDefaultSections(app).length > 0 || hasUnreadSettings(app);
}

/** The default section where a settings file that is loaded when deployed fills keys of an identity. */
export function filledDefaultSections(app: App) {
  return sectionsAt(defaultSection, app.settings).filter(
    (section) => section.environment.toLowerCase() !== 'development' && identityKeysIn(section).length > 0,
  );
}

export function hasUnreadSettings(app: App): boolean {
  const isDeployed = (file: string) => /(^|\/)appsettings(?!\.development\.)[^/]*\.json$/i.test(file);
  return app.unread.some(({ at, essential }) => essential && isDeployed(at.file));
}

/** What flips the app from its own credentials to the provisioned ones. */
export function triggerOf(app: App): TriggerName {
  const status = statusOf(app);
  // Below 8.3 nothing reads the provisioned file, whatever the code does.
  if (status === 'blocked') return 'never';
  if (app.externals.some(({ section }) => section !== null && isDefaultSection(section))) {
    return 'breaks-when-scopes-added';
  }
  if (status === 'legacy' || status === 'mixed') return 'code-deploy';
  if (status !== 'undetermined') return 'none';
  return app.vault.kind === 'after-host' ? 'secret-removal' : 'scopes-added';
}
