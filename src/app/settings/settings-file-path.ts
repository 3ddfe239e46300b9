import type { FileRange } from '../../location.ts';
import type { SettingsFile } from './settings-file.ts';

/** `MaskinportenSettingsFilepath`, which has the app load another file than the one that Studio provisions. */
export interface SettingsFilePath {
  readonly at: FileRange;
  /** Of the settings file. */
  readonly environment: string;
}

export function isSettingsFilePath(name: string): boolean {
  return name.toLowerCase() === 'maskinportensettingsfilepath';
}

/** Where settings files say so; one that is empty says nothing. */
export function settingsFilePaths(settings: readonly SettingsFile[]): readonly SettingsFilePath[] {
  return settings.flatMap(({ environment, entries }) =>
    entries.flatMap(({ path, filled, at }) => (filled && isSettingsFilePath(path) ? [{ at, environment }] : [])),
  );
}

/** The settings files that point deployed apps at another file than the one Studio provisions. */
export function filesWithOtherPath(settings: readonly SettingsFile[]): readonly string[] {
  const deployed = settingsFilePaths(settings).filter(({ environment }) => environment.toLowerCase() !== 'development');
  return [...new Set(deployed.map(({ at }) => at.file))];
}
