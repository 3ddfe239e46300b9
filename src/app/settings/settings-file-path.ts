import type { FileRange } from '../../location.ts';
import type { App } from '../app.ts';
import type { EnvironmentVariable } from './environment-variables.ts';
import type { SettingsFile } from './settings-file.ts';
import { isForDevelopment } from './settings-file.ts';

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

/** The files that point deployed apps at another file than the one Studio provisions. */
export function filesWithOtherPath({ settings, environmentVariables, order }: PathSources): readonly string[] {
  const deployed = settingsFilePaths(settings).filter((one) => !isForDevelopment(one));
  // What a pipeline or a compose file sets may be for tests alone.
  const variables = environmentVariables.filter(
    ({ section, where }) => section === '' && (where === 'values' || where === 'dockerfile'),
  );
  const named = [...deployed, ...ownPaths(order)].map(({ at }) => at.file);
  return [...new Set([...named, ...variables.map(({ file }) => file)])];
}

/** In files of the app's own that are certainly there when the host asks for it. */
function ownPaths({ providers }: App['order']): readonly SettingsFilePath[] {
  const host = providers.findLastIndex(({ kind }) => kind === 'studio');
  const before = providers.slice(0, host === -1 ? undefined : host);
  const certain = before.filter(({ placed, conditions }) => placed && conditions.length === 0);
  return settingsFilePaths(certain.flatMap(({ own }) => own ?? []));
}

interface PathSources extends Pick<App, 'order'> {
  readonly settings: readonly SettingsFile[];
  readonly environmentVariables: readonly EnvironmentVariable[];
}
