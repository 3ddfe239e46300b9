import { describe, expect, test } from 'vitest';
import { en } from '../../../src/words/en.ts';
import { nb } from '../../../src/words/nb.ts';
import { type Asked, appWith, auditedApp, type Files, found, projectOf } from '../audited.ts';
import { switched } from '../clients/switched.ts';

const rule = 'config/mixed-credentials';
const file = 'App/appsettings.json';
const builtIn = '    services.AddHttpClient<C>().UseMaskinportenAuthorization("a");';

function withSettings(json: string, services = builtIn, name = 'appsettings.json', version = '8.7.0'): Files {
  return appWith(services, { version, more: { [`App/${name}`]: json } });
}

const filled =
  '{\n  "MaskinportenSettings": {\n    "Authority": "a",\n    "ClientId": "x",\n    "JwkBase64": ""\n  }\n}\n';

describe('the reason for a review counts the keys', () => {
  const told = (keys: readonly string[]) =>
    [en, nb].map((words) => words.reason({ code: 'default-section-cleared', file, keys }));

  test('one', () => {
    expect(told(['ClientId'])).toEqual([
      `ClientId is taken out of MaskinportenSettings in ${file}, or it would be mixed with what Studio provisions`,
      `ClientId tas ut av MaskinportenSettings i ${file}, ellers ville den blitt blandet med det Studio leverer`,
    ]);
  });

  test('several', () => {
    expect(told(['ClientId', 'Jwk'])).toEqual([
      `ClientId, Jwk are taken out of MaskinportenSettings in ${file}, or they would be mixed with what Studio provisions`,
      `ClientId, Jwk tas ut av MaskinportenSettings i ${file}, ellers ville de blitt blandet med det Studio leverer`,
    ]);
  });
});

describe('keys that make up a credential are found in the default section', () => {
  test.each([
    ['a client id alone', filled, 4, 'ClientId'],
    ['a key', '{ "MaskinportenSettings": { "JwkBase64": "x" } }', 1, 'JwkBase64'],
    ['a JWK in parts', '{ "MaskinportenSettings": { "Jwk": { "kid": "x" } } }', 1, 'Jwk'],
    ['a key set', '{ "MaskinportenSettings": { "Jwks": { "keys": [1] } } }', 1, 'Jwks'],
    ['the key of the external client', '{ "MaskinportenSettings": { "EncodedJwk": "x" } }', 1, 'EncodedJwk'],
    ['flattened', '{ "MaskinportenSettings:ClientId": "x" }', 1, 'ClientId'],
    ['flattened altogether', '{\n "MaskinportenSettings:Jwk:kid": "x" }', 2, 'Jwk'],
    ['in another casing', '{ "MASKINPORTENSETTINGS": { "clientid": "x" } }', 1, 'clientid'],
    ['to be filled in by a pipeline', '{ "MaskinportenSettings": { "ClientId": "#{Id}#" } }', 1, 'ClientId'],
  ])('%s', async (_, json, line, keys) => {
    expect(await found(rule, withSettings(json))).toEqual([
      `${file}:${line} error switch review, default-section-cleared (${file}: ${keys})`,
    ]);
  });

  test('of each file', async () => {
    const files = { ...withSettings(filled), 'App/appsettings.TT02.json': filled };
    expect((await found(rule, files)).map((one) => one.split(' ')[0])).toEqual([
      'App/appsettings.TT02.json:4',
      'App/appsettings.json:4',
    ]);
  });

  test('in Development it is for local runs', async () => {
    expect(await found(rule, withSettings(filled, builtIn, 'appsettings.Development.json'))).toEqual([
      'App/appsettings.Development.json:4 note switch none',
    ]);
  });
});

describe('nothing is said', () => {
  test.each<[string, Files, Asked]>([
    ['of an authority', withSettings('{ "MaskinportenSettings": { "Authority": "a", "ClientId": "" } }'), {}],
    ['of another section', withSettings('{ "a": { "MaskinportenSettings": { "ClientId": "x" } } }'), {}],
    ['of an app without Maskinporten', withSettings(filled, ''), {}],
    ['of v9, which never reads it', withSettings(filled, builtIn, 'appsettings.json', '9.0.0-preview.1'), {}],
    ['when v9 is asked for', withSettings(filled), { target: 'v9' }],
    [
      'below 8.3',
      withSettings(filled, '    services.AddMaskinportenJwkTokenProvider("x");', 'appsettings.json', '8.2.0'),
      {},
    ],
    [
      'of a file of local runs, which has its own rule',
      withSettings(filled, builtIn, 'appsettings.Local.json', '8.9.0'),
      {},
    ],
  ])('%s', async (_, files, asked) => {
    expect(await found(rule, files, asked)).toEqual([]);
  });
});

describe('it is left to people', () => {
  test('while an external client reads the section', async () => {
    const external =
      '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("MaskinportenSettings"), d => d.ClientSettings.Scope = Later());';
    expect(await found(rule, withSettings(filled, external))).toEqual([
      `${file}:4 error switch manual, external-on-default-section`,
    ]);
  });

  test.each([
    [
      'an external client reads it in Development alone',
      '    if (env.IsDevelopment()) services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, D>(config.GetSection("MaskinportenSettings"));',
    ],
    [
      'an external client reads another one',
      '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, D>(config.GetSection("Own"));',
    ],
    [
      'an external client reads who knows which',
      '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, D>(config.GetSection(x));',
    ],
    [
      'settings of the package are read from another one',
      '    services.Configure<Altinn.ApiClients.Maskinporten.Config.MaskinportenSettings>(config.GetSection("Own"));',
    ],
    [
      'settings of the package are read from who knows which',
      '    services.Configure<Altinn.ApiClients.Maskinporten.Config.MaskinportenSettings>(config.GetSection(x));',
    ],
  ])('not while %s', async (_, services) => {
    expect(await found(rule, withSettings(filled, `${builtIn}\n${services}`))).toEqual([
      `${file}:4 error switch review, default-section-cleared (${file}: ClientId)`,
    ]);
  });

  test('while the token provider has its settings from there', async () => {
    const provider =
      '    services.Configure<MaskinportenSettings>(config.GetSection("MaskinportenSettings"));\n    services.AddMaskinportenJwkTokenProvider("MaskinportenSettings--EncodedJwk");';
    const program = String(withSettings(filled, provider)['App/Program.cs']);
    const files = {
      ...withSettings(filled, provider),
      'App/Program.cs': `using Altinn.ApiClients.Maskinporten.Config;\nusing Altinn.App.Core.Internal.Maskinporten;\n${program}`,
    };
    expect(await found(rule, files)).toEqual([`${file}:4 error switch manual, external-on-default-section`]);
    const { texts, withdrawn } = await switched(files);
    expect(withdrawn).toEqual([]);
    expect(texts[file]).toBe('{\n  "MaskinportenSettings": {\n    "Authority": "a"\n  }\n}\n');
  });

  test('when the version is unknown', async () => {
    const files = { ...withSettings(filled), 'App/App.csproj': projectOf(null) };
    expect(await found(rule, files)).toEqual([`${file}:4 error switch manual, version-unknown`]);
  });

  test('when a key is set twice', async () => {
    const json = '{ "MaskinportenSettings": { "ClientId": "x" }, "MaskinportenSettings:ClientId": "y" }';
    expect(await found(rule, withSettings(json))).toEqual([`${file}:1 error switch manual, key-twice`]);
  });

  test('when a patch would show a key, which it names nowhere', async () => {
    const key = 'eyJrdHkiOiJSU0EiLCJkIjoibm90LWEta2V5In0AAAA';
    const json = filled.replace('"JwkBase64": ""', `"JwkBase64": "${key}"`);
    const files = withSettings(json, '    services.ConfigureMaskinportenClient("own");');
    expect(await found(rule, files)).toEqual([`${file}:4 error switch manual, key-shown`]);
    expect(await found('config/custom-path', files)).toEqual(['App/Program.cs:3 error switch manual, key-shown']);
    const { settled } = await auditedApp(files);
    expect(JSON.stringify(settled)).not.toContain(key);
  });

  test('but not for a key that stands elsewhere in the file', async () => {
    const key = 'eyJrdHkiOiJSU0EiLCJkIjoibm90LWEta2V5In0AAAA';
    const json = `{\n  "Other": "${key}",\n${'\n'.repeat(6)}${filled.slice(2)}`;
    expect(await found(rule, withSettings(json))).toEqual([
      `${file}:11 error switch review, default-section-cleared (${file}: ClientId)`,
    ]);
  });

  test('when the file is UTF-16', async () => {
    const bytes = Buffer.from(`\uFEFF${filled}`, 'utf16le');
    const files = { ...withSettings(''), [file]: bytes };
    expect(await found(rule, files)).toEqual([`${file}:4 error switch manual, read-only (utf-16)`]);
  });
});

describe('of a file that the app adds by itself', () => {
  const host = 'builder.WebHost.ConfigureAppWebHost(args);';
  const add = 'builder.Configuration.AddJsonFile("own.json");';
  const own = 'App/own.json';

  function adding(statements: string, content: string, name = own, more: Files = {}): Files {
    const files = appWith(builtIn, { more: { [name]: content, ...more } });
    return { ...files, 'App/Program.cs': `${files['App/Program.cs']}`.replace(host, statements) };
  }

  test.each([
    ['the id alone, after the host', `${host}\n${add}`, filled, `${own}:4`],
    ['a key before the host', `${add}\n${host}`, '{ "MaskinportenSettings": { "JwkBase64": "x" } }', `${own}:1`],
    ['an empty id after the host', `${host}\n${add}`, '{ "MaskinportenSettings": { "ClientId": "" } }', `${own}:1`],
  ])('people take out %s', async (_, statements, content, place) => {
    expect(await found(rule, adding(statements, content))).toEqual([`${place} error switch manual, own-source`]);
  });

  test('one named for Development is found once, as what it is', async () => {
    const name = 'App/appsettings.Development.json';
    const files = adding(`${host}\nbuilder.Configuration.AddJsonFile("appsettings.Development.json");`, filled, name);
    expect(await found(rule, files)).toEqual([`${name}:4 error switch manual, own-source`]);
  });

  test('the usual file is left to people as well: what would be left is half a credential', async () => {
    const files = adding(`${host}\n${add}`, '{ "MaskinportenSettings": { "ClientId": "x" } }', own, { [file]: filled });
    expect(await found(rule, files)).toEqual([
      `${file}:4 error switch manual, own-source`,
      `${own}:1 error switch manual, own-source`,
    ]);
  });

  test.each([
    ['an authority', `${host}\n${add}`, '{ "MaskinportenSettings": { "Authority": "x" } }'],
    ['an empty id before the host', `${add}\n${host}`, '{ "MaskinportenSettings": { "ClientId": "" } }'],
    ['what only Development adds', `${host}\nif (builder.Environment.IsDevelopment()) ${add}`, filled],
  ])('nothing is said of %s', async (_, statements, content) => {
    expect(await found(rule, adding(statements, content))).toEqual([]);
  });
});

describe('what the patch does', () => {
  test.each([
    [
      'takes all keys of the credential, authority stays',
      filled,
      '{\n  "MaskinportenSettings": {\n    "Authority": "a"\n  }\n}\n',
    ],
    [
      'takes the section when nothing is left',
      '{\r\n\t"A": 1,\r\n\t"MaskinportenSettings": {\r\n\t\t"ClientId": "x",\r\n\t\t"Jwk": { "kid": "y" }\r\n\t}\r\n}',
      '{\r\n\t"A": 1\r\n}',
    ],
    [
      'keeps comments and whatever else is in the section',
      '{\n  // Maskinporten\n  "MaskinportenSettings": {\n    // from the portal\n    "ClientId": "x", // prod\n    "Scope": "a b",\n  },\n}\n',
      '{\n  // Maskinporten\n  "MaskinportenSettings": {\n    // from the portal\n    "Scope": "a b",\n  },\n}\n',
    ],
    [
      'takes flattened keys',
      '{ "MaskinportenSettings:ClientId": "x", "A": 1, "maskinportensettings:jwk:kid": "y" }',
      '{ "A": 1 }',
    ],
  ])('%s', async (_, before, after) => {
    const { texts, withdrawn, left } = await switched(withSettings(before));
    expect({ text: texts[file], withdrawn }).toEqual({ text: after, withdrawn: [] });
    expect(left.filter((one) => one.startsWith(rule))).toEqual([]);
  });

  test('goes along with a client that leaves the section', async () => {
    const external =
      '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("MaskinportenSettings"), d => d.ClientSettings.Scope = "a");';
    const { texts, withdrawn, left } = await switched(withSettings(filled, external));
    expect(withdrawn).toEqual([]);
    expect(texts[file]).toBe('{\n  "MaskinportenSettings": {\n    "Authority": "a"\n  }\n}\n');
    expect(left.filter((one) => one.startsWith(rule))).toEqual([]);
  });

  test('leaves nothing but the byte-order mark before the text as it was', async () => {
    const files = { ...withSettings(''), [file]: `\uFEFF${filled}` };
    const { texts } = await switched(files);
    expect(texts[file]).toBe('{\n  "MaskinportenSettings": {\n    "Authority": "a"\n  }\n}\n');
  });
});
