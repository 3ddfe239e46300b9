import { describe, expect, test } from 'vitest';
import {
  hashOfId,
  isForDevelopment,
  isLocal,
  isShared,
  readSettingsFiles,
  settingsPaths,
} from '../../../src/app/settings/settings-file.ts';
import { keysWrittenAt } from '../../../src/app/settings/written-keys.ts';
import { workspaceOf } from '../workspace-of.ts';

const file = 'App/appsettings.json';

function fileOf(json: string, name = file) {
  const [read] = readSettingsFiles(workspaceOf({ [name]: json }), [name]);
  if (read === undefined) throw new Error(json);
  return read;
}

describe('a value is known by its path, and whether there is one', () => {
  test.each<[string, string, readonly string[]]>([
    ['a text', '{ "A": "x", "B": "", "C": " \\t" }', ['A', 'B -', 'C -']],
    ['a number and a truth value', '{ "A": 0, "B": false }', ['A', 'B']],
    ['nothing', '{ "A": null }', ['A -']],
    ['what holds nothing', '{ "A": {}, "B": [] }', ['A -', 'B -']],
    ['nested', '{ "A": { "B": { "C": 1 } } }', ['A:B:C']],
    ['a list', '{ "A": ["x", "", { "B": 1 }] }', ['A:0', 'A:1 -', 'A:2:B']],
    ['flattened', '{ "A:B": { "C": 1 } }', ['A:B:C']],
    ['no value by itself', '"x"', []],
    ['an empty file', '{}', []],
    ['a list at the root', '["x"]', ['0']],
  ])('%s', (_, json, expected) => {
    expect(fileOf(json).entries.map(({ path, filled }) => (filled ? path : `${path} -`))).toEqual(expected);
  });

  test('stands where its key does, or the item of a list', () => {
    const json = '{ "A": { "B": 1 }, "C": ["x"] }';
    const places = fileOf(json).entries.map(({ at }) => `${at.file} ${json.slice(at.start, at.end)}`);
    expect(places).toEqual([`${file} "B"`, `${file} "x"`]);
  });

  test.each<[string, string, string | null]>([
    ['scopes', '{ "A": { "Scope": "a:b c:d" } }', 'a:b c:d'],
    ['scopes in another casing', '{ "SCOPE": "a" }', 'a'],
    ['no scopes', '{ "Scope": null }', null],
    ['an exchange', '{ "ExhangeToAltinnToken": true }', 'true'],
    ['an exchange in words', '{ "ExhangeToAltinnToken": "False" }', 'False'],
    ['a test organisation', '{ "UseAltinnTestOrg": false }', 'false'],
    ['a header', '{ "A:OverwriteAuthorizationHeader": true }', 'true'],
    ['no number', '{ "ExhangeToAltinnToken": 1 }', null],
    ['no client id', '{ "A": { "ClientId": "x" } }', null],
    ['no key', '{ "A": { "EncodedJwk": "x" } }', null],
    ['no key of a section called so', '{ "Scope": { "EncodedJwk": "x" } }', null],
    ['no longer name', '{ "ScopeOfX": "x", "MyScope": "y" }', null],
  ])('what a client asks for is read: %s', (_, json, plain) => {
    expect(fileOf(json).entries[0]?.plain).toBe(plain);
  });

  test.each<[string, boolean]>([
    ['{ "A": { "ClientId": "x" } }', true],
    ['{ "A:clientid": "x" }', true],
    ['{ "ClientId": "x" }', false],
    ['{ "A": { "ClientId": 12 } }', false],
    ['{ "A": { "MyClientId": "x" } }', false],
    ['{ "A": { "ClientId": { "B": "x" } } }', false],
    ['{ "A": { "ClientId": "<id>" } }', false],
  ])('a client id of a section has a hash: %s', (json, hasHash) => {
    expect(fileOf(json).entries.map(({ clientId }) => clientId !== null)).toEqual([hasHash]);
  });
});

test.each([
  ['abc', 'abc ', true],
  ['abc', '\tabc\n', true],
  ['abc', 'ABC', false],
])('the ids %j and %j have the same hash: %s', (one, other, same) => {
  expect(hashOfId(one)).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOfId(one) === hashOfId(other)).toBe(same);
});

test.each([
  '[id]',
  '#{id}#',
  '${id',
  '{id}',
  '$(id)',
  '%(id)',
  '#[id]',
  '<id>',
  '__id__',
  '%id%',
  ' <id> ',
  '__a\nb__',
])('%j stands in the place of an id', (text) => {
  expect(hashOfId(text)).toBeNull();
});

test.each(['a<id>', '__id', 'id__', '%id', 'id%', '_id_', '##{id}', '$id'])('%j may be an id', (text) => {
  expect(hashOfId(text)).not.toBeNull();
});

describe('a settings file is', () => {
  test.each([
    ['appsettings.json', 'all'],
    ['appsettings.Development.json', 'Development'],
    ['AppSettings.TT02.JSON', 'TT02'],
    ['appsettings.tt02.norway.json', 'tt02.norway'],
  ])('%s, for the environment %s', (name, environment) => {
    expect(fileOf('{}', `App/${name}`).environment).toBe(environment);
  });

  test.each([
    ['App/appsettings.json', true],
    ['App/AppSettings.Production.json', true],
    ['App/appsettings.a.b.json', true],
    ['App/config/appsettings.json', false],
    ['appsettings.json', false],
    ['App/myappsettings.json', false],
    ['App/appsettingsX.json', false],
    ['App/appsettings.json.bak', false],
    ['App/appsettings.jsonc', false],
    ['App/appsettings..json', false],
  ])('one of the project: %s, %s', (path, expected) => {
    expect(settingsPaths([path], 'App')).toEqual(expected ? [path] : []);
  });

  test.each([
    ['all', [true, false, false]],
    ['Development', [false, true, false]],
    ['DEVELOPMENT', [false, true, false]],
    ['Local', [false, false, true]],
    ['local', [false, false, true]],
    ['All', [false, false, false]],
    ['Production', [false, false, false]],
  ])('loaded everywhere, in development, in local runs: %s', (environment, expected) => {
    const one = { environment };
    expect([isShared(one), isForDevelopment(one), isLocal(one)]).toEqual(expected);
  });

  test('none where it cannot be read', () => {
    const files = { 'a.json': '{', 'b.json': Buffer.from('{ "A": "\0" }'), 'c.json': '{ "A": 1, }' };
    const read = readSettingsFiles(workspaceOf(files), [...Object.keys(files), 'd.json']);
    expect(read.map((one) => one.file)).toEqual(['c.json']);
  });
});

describe('the keys that a section is made of', () => {
  test.each<[string, string, readonly string[]]>([
    ['one that holds the others', '{ "A": { "B": { "C": 1 } } }', ['A:B']],
    ['those of two places', '{ "A": { "B": 1 }, "A:B": 2, "a:b:C": 3 }', ['A:B', 'A:B', 'a:b:C']],
    ['those written flattened', '{ "A:B:C": 1, "A:B:D": { "E": 2 }, "A:X": 3 }', ['A:B:C', 'A:B:D']],
    ['one in an item of a list', '{ "A": [{ "B": 1 }], "A:B": 2 }', ['A:B']],
    ['none of a name that begins alike', '{ "A": { "BC": 1 } }', []],
  ])('%s', (_, json, expected) => {
    const read = fileOf(json);
    expect(keysWrittenAt('A:B', read).map(({ path }) => path)).toEqual(expected);
  });

  test('have the place of their text, and what they stand in', () => {
    const json = '{ "A": [{ "B": 1 }] }';
    const keys = fileOf(json).keys.map(({ path, inside, at }) => `${inside}|${path}|${json.slice(at.start, at.end)}`);
    expect(keys).toEqual(['|A|"A"', 'A:0|A:0:B|"B"']);
  });
});
