import { describe, expect, test } from 'vitest';
import { type Asked, appWith, type Files, found, projectOf } from '../audited.ts';

const rule = 'config/local-file';
const file = 'App/appsettings.Local.json';
const builtIn = '    services.AddHttpClient<C>().UseMaskinportenAuthorization("a");';
const custom = '    services.ConfigureMaskinportenClient("own:Maskinporten");';

function withLocal(json: string, services = builtIn, version = '8.9.0'): Files {
  return appWith(services, { version, more: { [file]: json } });
}

describe('keys of a committed appsettings.Local.json are found', () => {
  test.each<[string, Files, string]>([
    ['in the default section', withLocal('{\n "MaskinportenSettings": {\n "ClientId": "x" } }'), `${file}:3`],
    ['also an authority alone', withLocal('{ "MaskinportenSettings": { "Authority": "x" } }'), `${file}:1`],
    ['also an empty one, which wins too', withLocal('{ "MaskinportenSettings": { "ClientId": "" } }'), `${file}:1`],
    ['flattened, in another casing', withLocal('{ "maskinportensettings:clientid": "x" }'), `${file}:1`],
    [
      'in a section that code binds',
      withLocal('{ "own": { "Maskinporten": { "ClientId": "x" } } }', custom),
      `${file}:1`,
    ],
    [
      'whatever the casing of the file',
      appWith(builtIn, {
        version: '8.9.0',
        more: { 'App/appsettings.local.json': '{ "MaskinportenSettings:Jwk": "x" }' },
      }),
      'App/appsettings.local.json:1',
    ],
    [
      'when the version is unknown',
      { ...withLocal('{ "MaskinportenSettings": { "ClientId": "x" } }'), 'App/App.csproj': projectOf(null) },
      `${file}:1`,
    ],
  ])('%s', async (_, files, at) => {
    expect(await found(rule, files)).toEqual([`${at} error prepare manual`]);
  });

  test('once for each section', async () => {
    const json = '{ "MaskinportenSettings": { "ClientId": "x" },\n "own:Maskinporten:Jwk": "x" }';
    expect(await found(rule, withLocal(json, custom))).toEqual([
      `${file}:1 error prepare manual`,
      `${file}:2 error prepare manual`,
    ]);
  });
});

test('once, where code binds the default section itself', async () => {
  const bound = '    services.ConfigureMaskinportenClient("maskinportenSettings");';
  expect(await found(rule, withLocal('{ "MaskinportenSettings": { "ClientId": "x" } }', bound))).toEqual([
    `${file}:1 error prepare manual`,
  ]);
});

test('in v9 keys of a section that the app’s own client has', async () => {
  const own = '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("own"));';
  const json = '{ "MaskinportenSettings": { "ClientId": "x" },\n "own": { "ClientId": "x" } }';
  expect(await found(rule, withLocal(json, own, '9.0.0'))).toEqual([`${file}:2 error prepare manual`]);
});

describe('nothing is said', () => {
  const own = '{ "MaskinportenSettings": { "ClientId": "x" } }';
  test.each<[string, Files, Asked]>([
    ['before 8.9, which does not load the file', withLocal(own, builtIn, '8.8.0'), {}],
    ['of other sections', withLocal('{ "own": { "Maskinporten": { "ClientId": "x" } } }'), {}],
    ['of a section without keys', withLocal('{ "MaskinportenSettings": {} }'), {}],
    ['of a file that git ignores', { ...withLocal(own), '.gitignore': 'appsettings.Local.json\n' }, {}],
    ['of an app without Maskinporten', withLocal(own, ''), {}],
    ['of the default section in v9, which never reads it', withLocal(own), { target: 'v9' }],
    ['of Development', appWith(builtIn, { version: '8.9.0', more: { 'App/appsettings.Development.json': own } }), {}],
  ])('%s', async (_, files, asked) => {
    expect(await found(rule, files, asked)).toEqual([]);
  });
});
