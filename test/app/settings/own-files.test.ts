import { describe, expect, test } from 'vitest';
import { readOwnFile } from '../../../src/app/settings/own-file.ts';
import { hasUnknownSource, ownFiles } from '../../../src/app/settings/own-files.ts';
import { workspaceOf } from '../workspace-of.ts';
import { add, appStarting, host } from './starting.ts';

describe('a file that the start-up names is read', () => {
  const files = {
    'App/more/own.json': '{ "A": 1 }',
    'App/a\\b.json': '{}',
    'own.json': '{}',
    'App/bad.json': '{',
  };

  test.each([
    ['below the project', 'more/own.json', 'App/more/own.json'],
    ['below it by a longer way', './more/../more/own.json', 'App/more/own.json'],
    ['but not above it', '../own.json', null],
    ['but not above it by a longer way', 'more/../../own.json', null],
    ['but not anywhere', '/own.json', null],
    ['but not by a path of Windows', 'a\\b.json', null],
    ['but not in another casing', 'more/Own.json', null],
    ['but not where it is none', 'missing.json', null],
    ['but not where it cannot be parsed', 'bad.json', null],
  ])('%s', (_, path, file) => {
    expect(readOwnFile(workspaceOf(files), 'App', path)?.file ?? null).toBe(file);
  });

  test('as loaded in every environment, whatever its name says', () => {
    const named = workspaceOf({ 'App/appsettings.Development.json': '{ "A": 1 }' });
    expect(readOwnFile(named, 'App', 'appsettings.Development.json')?.environment).toBe('all');
  });
});

describe('the files of the app’s own', () => {
  const files = { 'App/a.json': '{ "A": { "B": 1 } }', 'App/b.json': '{ "B": 1, "C": 2 }' };

  test.each<[string, string, readonly string[]]>([
    ['that it always adds', `${add('a.json')}\n${add('b.json')}\n${host}`, ['App/a.json all', 'App/b.json all']],
    ['that it adds twice', `${add('a.json')}\n${host}\n${add('a.json')}`, ['App/a.json all']],
    ['that it may add', `if (x) ${add('a.json')}\n${host}`, ['App/a.json App/a.json']],
    [
      'that it may add, the second time',
      `${add('b.json')}\n${host}\nif (x) ${add('b.json')}`,
      ['App/b.json App/b.json'],
    ],
    ['that it adds sometime', `library.Use(() => { ${add('a.json')} });\n${host}`, ['App/a.json App/a.json']],
    ['where there are none', host, []],
  ])('%s', async (_, statements, expected) => {
    const found = ownFiles(await appStarting(statements, files));
    expect(found.map(({ file, environment }) => `${file} ${environment}`)).toEqual(expected);
  });

  test('and keys that code sets are one file each', async () => {
    const set = 'builder.Configuration["A:B"] = "x";\nbuilder.Configuration["A:C"] = "y";';
    const found = ownFiles(await appStarting(`${set}\n${host}`));
    expect(found.map(({ entries }) => entries.map(({ path }) => path))).toEqual([['A:B'], ['A:C']]);
  });

  test.each([
    ['a file that is there', `${host}\n${add('a.json')}`, false],
    ['a file that is not', `${host}\n${add('missing.json')}`, true],
    ['a source that may hold anything', `${host}\nbuilder.Configuration.AddInMemoryCollection(x);`, true],
    ['none', host, false],
  ])('tell whether nobody knows a source: %s', async (_, statements, expected) => {
    expect(hasUnknownSource(await appStarting(statements, files))).toBe(expected);
  });
});
