import type { FileRange } from '../../location.ts';
import type { App } from '../app.ts';
import { defaultSection, isIdentityKey, type SettingsSection, sectionsAt } from './section.ts';
import { keysWrittenAt } from './written-keys.ts';

/** Keys of a credential in the default section of a file that the app adds by itself. */
export interface OwnCredentials {
  readonly section: SettingsSection;
  readonly keys: readonly string[];
  /** The first of them. */
  readonly at: FileRange;
}

/** An empty key counts after the host, where it hides the provisioned one. */
export function ownCredentials({ order: { providers } }: Pick<App, 'order'>): readonly OwnCredentials[] {
  const host = providers.findLastIndex(({ kind }) => kind === 'studio');
  const found = providers.flatMap(({ own, placed }, index) => {
    const [section] = own ? sectionsAt(defaultSection, [own]) : [];
    if (own === null || section === undefined) return [];
    const hides = index > host || !placed;
    const keys = section.keys.filter(({ name, filled }) => isIdentityKey(name) && (filled || hides));
    const [first] = keys;
    if (first === undefined) return [];
    const [written] = keysWrittenAt(`${section.path}:${first.name}`, own);
    return [{ section, keys: keys.map(({ name }) => name), at: written?.at ?? section.at }];
  });
  return [...new Map(found.map((one) => [one.section.file, one])).values()];
}
