import type { App } from '../app.ts';
import type { SettingsFile } from './settings-file.ts';

/** What the start-up of a deployed app adds by names of the app's own, and can be read; each file once. */
export function ownFiles({ order }: Pick<App, 'order'>): readonly SettingsFile[] {
  const files = new Map<string, SettingsFile>();
  for (const { own, placed, conditions } of order.providers) {
    if (own === null) continue;
    const isAlways = placed && conditions.length === 0;
    // Where it may be left out, it is as good as the file of an environment that nobody knows.
    files.set(keyOf(own), isAlways ? own : { ...own, environment: own.file });
  }
  return [...files.values()];
}

/** A file of code may set many keys. */
function keyOf({ file, entries }: SettingsFile): string {
  const [first] = entries;
  return entries.length === 1 && first ? `${file} ${first.path}` : file;
}

/** Whether there is a source of the app's own that may hold anything. */
export function hasUnknownSource({ order }: Pick<App, 'order'>): boolean {
  return order.providers.some(({ kind, own }) => kind === 'custom' && own === null);
}
