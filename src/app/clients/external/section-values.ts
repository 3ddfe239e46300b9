import type { FileRange } from '../../../location.ts';
import type { SettingsEntry, SettingsFile } from '../../settings/settings-file.ts';
import { isForDevelopment } from '../../settings/settings-file.ts';

/** What the settings files of deployed apps say about one key of a section. */
export type SectionValue =
  | { readonly kind: 'unset' }
  | { readonly kind: 'set'; readonly text: string; readonly at: FileRange }
  | { readonly kind: 'differs'; readonly files: readonly string[] };

/** Environments that apps are deployed to; one without a file of its own has what `appsettings.json` says. */
const deployedTo = ['staging', 'production'];

/** The entry of a key that each deployed environment has in the end; null where it has none. */
export function entriesDeployed(
  section: string,
  key: string,
  settings: readonly SettingsFile[],
): readonly (SettingsEntry | null)[] {
  const deployed = settings.filter((one) => !isForDevelopment(one));
  const entryIn = (files: readonly SettingsFile[]) =>
    files.flatMap(({ entries }) => entries.filter((entry) => isAt(entry, section, key))).at(-1);
  const base = entryIn(deployed.filter(({ environment }) => environment === 'all')) ?? null;
  const names = new Set(deployed.map(({ environment }) => environment.toLowerCase()).filter((name) => name !== 'all'));
  const entries = [...names].map((name) => {
    const own = entryIn(deployed.filter(({ environment }) => environment.toLowerCase() === name));
    return own ?? base;
  });
  return deployedTo.every((name) => names.has(name)) ? entries : [base, ...entries];
}

export function sectionValue(
  section: string,
  key: string,
  settings: readonly SettingsFile[],
  same: (a: string, b: string) => boolean,
): SectionValue {
  const all = entriesDeployed(section, key, settings);
  const texts = all.map((entry) => entry?.plain ?? '');
  const [first = ''] = texts;
  const given = all.filter((entry) => entry !== null);
  if (texts.some((text) => !same(text, first)))
    return { kind: 'differs', files: [...new Set(given.map(({ at }) => at.file))] };
  const [entry] = given;
  return entry === undefined || first.trim() === '' ? { kind: 'unset' } : { kind: 'set', text: first, at: entry.at };
}

function isAt({ path }: SettingsEntry, section: string, key: string): boolean {
  return path.toLowerCase() === `${section}:${key}`.toLowerCase();
}

/** The keys of a section that are given a value in some deployed environment. */
export function filledKeys(
  section: string,
  keys: readonly string[],
  settings: readonly SettingsFile[],
): readonly { readonly name: string; readonly at: FileRange }[] {
  return settings
    .filter((one) => !isForDevelopment(one))
    .flatMap(({ entries }) => entries)
    .filter(({ filled, plain }) => filled && plain?.toLowerCase() !== 'false')
    .flatMap((entry) => keys.filter((name) => isAt(entry, section, name)).map((name) => ({ name, at: entry.at })));
}
