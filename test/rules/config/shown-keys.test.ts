import { describe, expect, test } from 'vitest';
import { keysShown } from '../../../src/rules/config/shown-keys.ts';
import type { SettingsChange } from '../../../src/rules/finding.ts';
import { appWith, auditedApp, type Files } from '../audited.ts';

const key = 'eyJrdHkiOiJSU0EiLCJkIjoibm90LWEta2V5In0AAAA';
const settings = 'App/appsettings.json';
const staging = 'App/appsettings.Staging.json';

/** A key a line, from the second line on; the last has the secret for its value. */
function lines(count: number): string {
  const others = Array.from({ length: count }, (_, index) => `  "Key${index}": 1,\n`);
  return `{\n${others.join('')}  "Secret": "${key}"\n}\n`;
}

/** The files in which a patch would show a key that removes these, or renames those. */
async function shownIn(
  files: Readonly<Record<string, string>>,
  removed: readonly (readonly [file: string, key: string])[],
  renamed: typeof removed = [],
) {
  const { app } = await auditedApp(appWith('', { more: files satisfies Files }));
  const placeOf = ([file, name]: (typeof removed)[number]) => {
    const start = (files[file] ?? '').indexOf(`"${name}"`);
    return { file, start, end: start + name.length + 2 };
  };
  const changes: readonly SettingsChange[] = [
    ...removed.map((one) => ({ kind: 'remove-setting', at: placeOf(one) }) as const),
    ...renamed.map((one) => ({ kind: 'rename-setting', at: placeOf(one), to: 'Other' }) as const),
  ];
  return keysShown(app, changes).flatMap((reason) => (reason.code === 'key-shown' ? [reason.file] : []));
}

describe('a patch would show a key', () => {
  test.each([
    ['that it takes out', lines(9), 'Secret', [settings]],
    ['on the line below', lines(9), 'Key8', [settings]],
    ['four lines below: three of context, one for a comma that goes as well', lines(9), 'Key5', [settings]],
    ['but not further down', lines(9), 'Key4', []],
    ['but not where there is none', lines(9).replace(key, 'x'), 'Key8', []],
    ['but not of a place that is no key', lines(9), 'Gone', []],
  ])('%s', async (_, text, removed, expected) => {
    expect(await shownIn({ [settings]: text }, [[settings, removed]])).toEqual(expected);
  });

  test('above', async () => {
    const text = (between: number) =>
      `{\n  "Secret": "${key}",\n${Array.from({ length: between }, (_, index) => `  "Key${index}": 1,\n`).join('')}  "Last": 1\n}\n`;
    expect(await shownIn({ [settings]: text(3) }, [[settings, 'Last']])).toEqual([settings]);
    expect(await shownIn({ [settings]: text(4) }, [[settings, 'Last']])).toEqual([]);
  });

  test('where one of several changes stands near it', async () => {
    const removed = [
      [settings, 'Key0'],
      [settings, 'Key8'],
    ] as const;
    expect(await shownIn({ [settings]: lines(9) }, removed)).toEqual([settings]);
    expect(await shownIn({ [settings]: lines(9) }, removed.toReversed())).toEqual([settings]);
  });

  test('in that file alone, though a change of another stands at the same offset', async () => {
    const files = { [settings]: lines(9).replace(key, ''.padEnd(key.length, ' ')), [staging]: lines(9) };
    const removed = [
      [settings, 'Key8'],
      [staging, 'Key0'],
    ] as const;
    expect(await shownIn(files, removed)).toEqual([]);
    expect(await shownIn(files, [...removed, [staging, 'Key8']])).toEqual([staging]);
  });

  test('once a file', async () => {
    const files = { [settings]: lines(9), [staging]: lines(9) };
    const removed = [settings, staging].flatMap((file) => [[file, 'Key8'] as const, [file, 'Secret'] as const]);
    expect(await shownIn(files, removed)).toEqual([settings, staging]);
  });

  test('in a section that goes, and not in one that is only renamed', async () => {
    const inside = lines(9).trim().replaceAll('\n', '\n  ');
    const files = { [settings]: `{\n  "Own": ${inside},\n  "OwnOther": 1\n}\n` };
    expect(await shownIn(files, [[settings, 'Own']])).toEqual([settings]);
    expect(await shownIn(files, [], [[settings, 'Own']])).toEqual([]);
    expect(await shownIn(files, [], [[settings, 'Key8']])).toEqual([settings]);
  });

  test('not in a section that only begins like the one that goes', async () => {
    const inside = lines(9).trim().replaceAll('\n', '\n  ');
    const files = { [settings]: `{\n  "Own": 1,\n  "OwnOther": ${inside}\n}\n` };
    expect(await shownIn(files, [[settings, 'Own']])).toEqual([]);
  });
});
