import type { App } from '../app.ts';
import { defaultSection, identityKeysIn, type SettingsSection, sectionsAt } from './section.ts';
import { isForDevelopment, isLocal } from './settings-file.ts';
import { readsOwnSettings } from './unread-settings.ts';

type Settings = Pick<App, 'settings' | 'versions' | 'target'>;
type LoadedSettings = Settings & Pick<App, 'order'>;

/** The default section where a settings file fills keys of an identity, in whatever version would load that file when deployed. */
export function filledDefaultSections(app: Settings): readonly SettingsSection[] {
  if (!readsOwnSettings(app)) return [];
  return deployedDefaultSections(app).filter((section) => identityKeysIn(section).length > 0);
}

function deployedDefaultSections({ settings }: Settings): readonly SettingsSection[] {
  return sectionsAt(defaultSection, settings).filter((section) => !isForDevelopment(section));
}

/** Also of files that the start-up adds by names of the app's own. */
export function loadedDefaultSections(app: LoadedSettings): readonly SettingsSection[] {
  const isLoaded = loadsLocalFile(app);
  const usual = deployedDefaultSections(app).filter((section) => isLoaded || !isLocal(section));
  return [...usual, ...app.order.providers.flatMap(({ own }) => (own ? sectionsAt(defaultSection, [own]) : []))];
}

export function localSections(app: LoadedSettings): readonly SettingsSection[] {
  return loadedDefaultSections(app).filter(isLocal);
}

/** Whether a deployed app does, because of its version or because its start-up says so. */
export function loadsLocalFile({ versions, order }: Pick<App, 'versions' | 'order'>): boolean {
  return versions.capabilities.localSettingsFile !== 'no' || order.providers.some(({ kind }) => kind === 'local-file');
}
