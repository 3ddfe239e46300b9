import { describe, expect, test } from 'vitest';
import { identityKeysIn, isDefaultSection, sectionsAt } from '../../../src/app/settings/section.ts';
import { readSettingsFiles, settingsPaths } from '../../../src/app/settings/settings-file.ts';
import { workspaceOf } from '../workspace-of.ts';

/** The default section of an `appsettings.json` with this text. */
function sectionIn(json: string, path = 'MaskinportenSettings') {
  const workspace = workspaceOf({ 'App/appsettings.json': json });
  const [section] = sectionsAt(path, readSettingsFiles(workspace, ['App/appsettings.json']));
  if (section === undefined) return null;
  const keys = section.keys.map(({ name, filled }) => (filled ? name : `${name} (empty)`));
  return {
    path: section.path,
    keys,
    shape: section.shape,
    identity: identityKeysIn(section),
    at: json.slice(section.at.start, section.at.end),
  };
}

describe('a section is found however it is written', () => {
  test.each([
    ['nested', '{ "MaskinportenSettings": { "ClientId": "x" } }', 'MaskinportenSettings', ['ClientId']],
    ['in another casing', '{ "maskinportensettings": { "CLIENTID": "x" } }', 'maskinportensettings', ['CLIENTID']],
    ['flattened', '{ "MaskinportenSettings:ClientId": "x" }', 'MaskinportenSettings', ['ClientId']],
    ['flattened in another casing', '{ "MASKINPORTENSETTINGS:clientid": "x" }', 'MASKINPORTENSETTINGS', ['clientid']],
    ['half flattened', '{ "MaskinportenSettings:Jwk": { "kid": "x", "d": "y" } }', 'MaskinportenSettings', ['Jwk']],
    [
      'in two places',
      '{ "MaskinportenSettings": { "ClientId": "x" }, "MaskinportenSettings:Jwk:kid": "y" }',
      'MaskinportenSettings',
      ['ClientId', 'Jwk'],
    ],
    [
      'with comments and trailing commas',
      '{\n  // old\n  "MaskinportenSettings": { /* id */ "ClientId": "x", },\n}',
      'MaskinportenSettings',
      ['ClientId'],
    ],
    [
      'with a byte-order mark',
      '\uFEFF{ "MaskinportenSettings": { "ClientId": "x" } }',
      'MaskinportenSettings',
      ['ClientId'],
    ],
  ])('%s', (_, json, path, keys) => {
    const section = sectionIn(json);
    expect({ path: section?.path, keys: section?.keys }).toEqual({ path, keys });
  });

  test('a nested path', () => {
    expect(
      sectionIn('{ "a": { "MaskinportenSettings": { "ClientId": "x" } } }', 'A:MaskinportenSettings')?.keys,
    ).toEqual(['ClientId']);
  });

  test.each([
    ['a section of another name', '{ "MaskinportenSettings2": { "ClientId": "x" } }'],
    ['a section below another', '{ "A": { "MaskinportenSettings": { "ClientId": "x" } } }'],
    ['a commented-out one', '{ /* "MaskinportenSettings": { "ClientId": "x" } */ }'],
    ['a value that says so', '{ "Section": "MaskinportenSettings" }'],
    ['an array', '["MaskinportenSettings"]'],
    ['nothing', '{}'],
  ])('not %s', (_, json) => {
    expect(sectionIn(json)).toBeNull();
  });
});

describe('whether a key holds something', () => {
  test.each([
    ['"x"', 'K'],
    ['""', 'K (empty)'],
    ['"  "', 'K (empty)'],
    ['null', 'K (empty)'],
    ['{}', 'K (empty)'],
    ['[]', 'K (empty)'],
    ['0', 'K'],
    ['false', 'K'],
    ['["x"]', 'K'],
    ['{ "a": "x" }', 'K'],
    ['{ "a": "" }', 'K (empty)'],
    ['{ "a": "", "b": "x" }', 'K'],
  ])('%s', (value, key) => {
    expect(sectionIn(`{ "MaskinportenSettings": { "K": ${value} } }`)?.keys).toEqual([key]);
  });
});

describe('the shape of a section', () => {
  test.each([
    [[], 'empty', []],
    [['Authority'], 'authority-only', []],
    [['authority', 'clientId'], 'built-in', ['clientId']],
    [['Authority', 'ClientId', 'JwkBase64'], 'built-in', ['ClientId', 'JwkBase64']],
    [['Jwk', 'Jwks'], 'built-in', ['Jwk', 'Jwks']],
    [['ClientId', 'EncodedJwk', 'Environment', 'Scope'], 'external', ['ClientId', 'EncodedJwk']],
    [['Environment', 'Scope'], 'external', []],
    [['CertificateStoreThumbprint'], 'external', []],
    [['CertificatePkcs12Path', 'CertificatePkcs12Password'], 'external', []],
    [['Environment', 'Authority'], 'mixed', []],
    [['EncodedJwk', 'Jwk'], 'mixed', ['EncodedJwk', 'Jwk']],
    [['ExhangeToAltinnToken', 'ClientId'], 'external', ['ClientId']],
    [['EnterpriseUserName', 'EnterpriseUserPassword'], 'external', []],
    [['TokenExchangeEnvironment'], 'external', []],
    [['Resource', 'ConsumerOrgNo', 'Kid'], 'external', []],
    [['UseAltinnTestOrg'], 'external', []],
    [['EnableDebugLogging', 'OverwriteAuthorizationHeader'], 'external', []],
  ])('%j', (keys, shape, identity) => {
    const json = JSON.stringify({ MaskinportenSettings: Object.fromEntries(keys.map((key) => [key, 'x'])) });
    expect(sectionIn(json)).toMatchObject({ shape, identity });
  });

  test('a key that is empty makes no identity', () => {
    expect(sectionIn('{ "MaskinportenSettings": { "ClientId": "", "JwkBase64": null } }')?.identity).toEqual([]);
  });

  test('a section that is a value has no keys', () => {
    expect(sectionIn('{ "MaskinportenSettings": "" }')).toMatchObject({ keys: [], shape: 'empty' });
  });
});

test('a section points at its key, also when flattened', () => {
  expect(sectionIn('{ "A": 1, "MaskinportenSettings": { "ClientId": "x" } }')?.at).toBe('"ClientId"');
  expect(sectionIn('{ "A": 1, "MaskinportenSettings:ClientId": "x" }')?.at).toBe('"MaskinportenSettings:ClientId"');
});

describe('the settings files of an app', () => {
  test('are those beside its project', () => {
    const files = [
      'App/appsettings.json',
      'App/appsettings.Development.json',
      'App/AppSettings.TT02.json',
      'App/appsettings.json.bak',
      'App/appsettingsX.json',
      'App/config/appsettings.json',
      'Tests/appsettings.json',
      'appsettings.json',
    ];
    expect(settingsPaths(files, 'App')).toEqual([
      'App/appsettings.json',
      'App/appsettings.Development.json',
      'App/AppSettings.TT02.json',
    ]);
    expect(settingsPaths(files, '.')).toEqual(['appsettings.json']);
  });

  test('belong to the environment that their name says', () => {
    const names = [
      'appsettings.json',
      'appsettings.Development.json',
      'appsettings.Local.json',
      'AppSettings.tt02.json',
    ];
    const workspace = workspaceOf(Object.fromEntries(names.map((name) => [`App/${name}`, '{}'])));
    const read = readSettingsFiles(
      workspace,
      names.map((name) => `App/${name}`),
    );
    expect(read.map(({ environment }) => environment)).toEqual(['all', 'Development', 'Local', 'tt02']);
  });

  test('are passed by when they cannot be parsed', () => {
    const workspace = workspaceOf({
      'App/appsettings.json': '{ "A": ',
      'App/appsettings.Development.json': '{ "A": 1 }',
    });
    const read = readSettingsFiles(workspace, ['App/appsettings.json', 'App/appsettings.Development.json']);
    expect(read.map(({ file }) => file)).toEqual(['App/appsettings.Development.json']);
  });

  test('tell which values there are, never what they are', () => {
    const workspace = workspaceOf({ 'App/appsettings.json': '{ "A": { "B": "hemmelig" }, "C": ["hemmelig", ""] }' });
    const read = readSettingsFiles(workspace, ['App/appsettings.json']);
    expect(read[0]?.entries.map(({ path, filled }) => `${path}${filled ? '' : ' (empty)'}`)).toEqual([
      'A:B',
      'C:0',
      'C:1 (empty)',
    ]);
    expect(JSON.stringify(read)).not.toContain('hemmelig');
  });
});

test.each([
  ['MaskinportenSettings', true],
  ['maskinportensettings', true],
  ['MASKINPORTENSETTINGS', true],
  ['MaskinportenSettings:A', false],
  ['A:MaskinportenSettings', false],
  ['MaskinportenSettingsInternal', false],
  ['MaskinportenSettings ', false],
  ['', false],
])('%j is the default section: %s', (path, expected) => {
  expect(isDefaultSection(path)).toBe(expected);
});
