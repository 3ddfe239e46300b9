import { isWithin } from './section.ts';
import type { SettingsFile, SettingsKey } from './settings-file.ts';

/** The keys that together are all that a file says at a path and below it: one, or some that are written flattened. */
export function keysWrittenAt(path: string, { keys }: SettingsFile): readonly SettingsKey[] {
  return keys.filter((key) => isWithin(path, key.path) && !isWithin(path, key.inside));
}
