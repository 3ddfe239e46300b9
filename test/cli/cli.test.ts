import { describe, expect, test } from 'vitest';
import { languageOfLocale } from '../../src/cli/language.ts';
import { nearest } from '../../src/cli/nearest.ts';
import { commandArguments, everywhere, optionKinds, ownOptions } from '../../src/cli/options.ts';
import { parseCommandLine } from '../../src/cli/parse.ts';
import { commandNames } from '../../src/words/command-names.ts';
import { en } from '../../src/words/en.ts';
import { nb } from '../../src/words/nb.ts';

describe('the nearest word', () => {
  test.each([
    ['adit', ['audit', 'fix'], 'audit'],
    ['fxi', ['audit', 'fix'], 'fix'],
    ['AUDIT', ['audit'], null],
    ['custom-path', ['config/custom-path', 'config/default-path'], 'config/custom-path'],
    ['banana', ['audit', 'fix'], null],
    ['x', [], null],
  ])('to %s among %j is %s', (given, candidates, expected) => {
    expect(nearest(given, candidates)).toBe(expected);
  });
});

describe('the locale', () => {
  test.each([
    [{}, 'en'],
    [{ LANG: 'nb_NO.UTF-8' }, 'nb'],
    [{ LANG: 'nn' }, 'nb'],
    [{ LANG: 'no_NO' }, 'nb'],
    [{ LANG: 'NB-no' }, 'nb'],
    [{ LANG: 'node' }, 'en'],
    [{ LANG: 'sv_SE' }, 'en'],
    [{ LC_ALL: '', LANG: 'nb' }, 'nb'],
    [{ LC_ALL: 'en_GB', LC_MESSAGES: 'nb', LANG: 'nb' }, 'en'],
  ] as const)('%j speaks %s', (env, language) => {
    expect(languageOfLocale(env)).toBe(language);
  });
});

describe('the command line', () => {
  test('keeps every value of an option that repeats, and the last of one that does not', () => {
    const { values } = parseCommandLine(['audit', '--rule', 'a', '--lang', 'en', '--rule=b', '--lang=nb'], en);
    expect(values.get('rule')).toEqual(['a', 'b']);
    expect(values.get('lang')).toEqual(['nb']);
  });

  test('takes options before, between and after the paths, and none after --', () => {
    const parsed = parseCommandLine(['--quiet', 'audit', 'a', '--verbose', 'b', '--', '--no-color'], en);
    expect(parsed.command).toBe('audit');
    expect(parsed.positionals).toEqual(['a', 'b', '--no-color']);
    expect([...parsed.flags]).toEqual([
      ['quiet', true],
      ['verbose', true],
    ]);
  });

  test('lets a value hold equals signs', () => {
    expect(parseCommandLine(['audit', '--format', 'json=a=b.json'], en).values.get('format')).toEqual([
      'json=a=b.json',
    ]);
  });
});

describe('every option', () => {
  const taken = [...everywhere, ...commandNames.flatMap((command) => ownOptions[command])];

  test.each(Object.keys(optionKinds))('--%s belongs to a command, and has a sentence in both languages', (name) => {
    expect(taken).toContain(name);
    for (const { options } of [en, nb])
      expect(Object.entries(options).find(([own]) => own === name)?.[1]).toMatch(/\S/);
  });

  test('and every command is described in help', () => {
    for (const command of commandNames) expect(`${en.commands[command]}${commandArguments[command]}`).toMatch(/\S/);
  });
});
