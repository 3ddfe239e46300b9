import { describe, expect, test } from 'vitest';
import { type Asked, appWith, type Files, found } from '../audited.ts';
import { switched } from '../clients/switched.ts';

const rule = 'config/settings-file-path';
const file = 'App/appsettings.json';
const client = '    services.AddHttpClient<C>().UseMaskinportenAuthorization("a");';
const json = '{\n  "A": 1,\n  "MaskinportenSettingsFilepath": "/mnt/x.json" // ours\n}\n';

function withSettings(more: Files, services = client, version = '8.7.0'): Files {
  return appWith(services, { version, more });
}

describe('it is found in a settings file', () => {
  test.each<[string, Files, string, Asked]>([
    ['of all environments', withSettings({ [file]: json }), `${file}:3 warning switch review`, {}],
    [
      'of one of them',
      withSettings({ 'App/appsettings.Production.json': json }),
      'App/appsettings.Production.json:3 warning switch review',
      {},
    ],
    [
      'in any casing',
      withSettings({ [file]: '{ "maskinportensettingsfilepath": "x" }' }),
      `${file}:1 warning switch review`,
      {},
    ],
    [
      'of an app that asks what v9 changes',
      withSettings({ [file]: json }),
      `${file}:3 warning switch review`,
      { target: 'v9' },
    ],
  ])('%s', async (_, files, expected, asked) => {
    expect(await found(rule, files, asked)).toEqual([`${expected}, settings-file-path-removed`]);
  });

  const adding = (name: string, more: Files): Files => {
    const files = withSettings(more);
    const added = `builder.Configuration.AddJsonFile("${name}");\n$&`;
    return { ...files, 'App/Program.cs': `${files['App/Program.cs']}`.replace('builder.WebHost.Conf', added) };
  };

  test('that the app adds by itself, and people see to', async () => {
    expect(await found(rule, adding('own.json', { 'App/own.json': json }))).toEqual([
      'App/own.json:3 warning switch manual, own-source',
    ]);
  });

  test('that the app adds by itself, beside a usual one', async () => {
    expect(await found(rule, adding('own.json', { 'App/own.json': json, [file]: json }))).toEqual([
      `${file}:3 warning switch review, settings-file-path-removed`,
      'App/own.json:3 warning switch manual, own-source',
    ]);
  });

  test('once, where the app adds a usual one by itself as well', async () => {
    const name = 'appsettings.Staging.json';
    expect(await found(rule, adding(name, { [`App/${name}`]: json }))).toEqual([
      `App/${name}:3 warning switch manual, own-source`,
    ]);
  });

  test('where a patch would show a key beside it', async () => {
    const key = 'eyJrdHkiOiJSU0EiLCJkIjoibm90LWEta2V5In0AAAA';
    const shown = json.replace('"A": 1', `"A": "${key}"`);
    expect(await found(rule, withSettings({ [file]: shown }))).toEqual([`${file}:3 warning switch manual, key-shown`]);
  });

  test('of local runs, where it is a convenience', async () => {
    const files = withSettings({ 'App/appsettings.Development.json': json });
    expect(await found(rule, files)).toEqual(['App/appsettings.Development.json:3 note switch none']);
  });
});

describe('nothing is said', () => {
  test.each<[string, Files]>([
    ['when it is empty', withSettings({ [file]: '{ "MaskinportenSettingsFilepath": "" }' })],
    ['of another key', withSettings({ [file]: '{ "A": { "MaskinportenSettingsFilepath": "x" } }' })],
    ['of a comment', withSettings({ [file]: '{ /* "MaskinportenSettingsFilepath": "x" */ }' })],
    ['of an app without Maskinporten', withSettings({ [file]: json }, '')],
    [
      'below 8.3, where nothing reads it',
      withSettings({ [file]: json }, '    services.AddMaskinportenJwkTokenProvider("x");', '8.2.0'),
    ],
  ])('%s', async (_, files) => {
    expect(await found(rule, files)).toEqual([]);
  });
});

test('the key goes with its comment and the comma before it', async () => {
  const { texts, withdrawn } = await switched(withSettings({ [file]: json }));
  expect({ text: texts[file], withdrawn }).toEqual({ text: '{\n  "A": 1\n}\n', withdrawn: [] });
});

describe('a client that comes to read the provisioned file', () => {
  const custom = '    services.ConfigureMaskinportenClient("a:M");';

  test('takes the key along', async () => {
    const files = withSettings({ [file]: json }, custom);
    expect(await found('config/custom-path', files)).toEqual([
      'App/Program.cs:3 error switch review, settings-file-path-removed',
    ]);
    const { texts, withdrawn } = await switched(files);
    expect(withdrawn).toEqual([]);
    expect(texts[file]).toBe('{\n  "A": 1\n}\n');
  });

  const variable = 'env:\n  - name: MaskinportenSettingsFilepath\n';
  const launch = '{ "profiles": { "App": { "environmentVariables": { "MaskinportenSettingsFilepath": "x" } } } }';

  test.each<[string, Files, string]>([
    ['while the environment names another file', { 'deployment/values.yaml': variable }, 'settings-file-path'],
    [
      'with a reason a file',
      {
        'deployment/values.yaml': `${variable}  - name: maskinportenSettingsFilepath\n`,
        Dockerfile: 'ENV MaskinportenSettingsFilepath=x\n',
      },
      'settings-file-path, settings-file-path',
    ],
    [
      'where a patch would show a key',
      { [file]: json.replace('"A": 1', '"A": "eyJrdHkiOiJSU0EiLCJkIjoibm90LWEta2V5In0AAAA"') },
      'key-shown',
    ],
  ])('waits %s', async (_, more, reasons) => {
    expect(await found('config/custom-path', withSettings(more, custom))).toEqual([
      `App/Program.cs:3 error switch manual, ${reasons}`,
    ]);
  });

  test.each<[string, Files]>([
    ['of local runs', { 'App/Properties/launchSettings.json': launch }],
    ['of Development', { 'App/appsettings.Development.json': json }],
    ['of another setting', { 'deployment/values.yaml': 'env:\n  - name: Other__Key\n' }],
  ])('does not mind what is %s', async (_, more) => {
    expect(await found('config/custom-path', withSettings(more, custom))).toEqual([
      'App/Program.cs:3 error switch safe',
    ]);
  });

  test('leaves the key to v9, which reads the provisioned file whatever it says', async () => {
    const files = withSettings({ [file]: json, 'deployment/values.yaml': variable }, custom, '9.0.0');
    expect(await found('config/custom-path', files)).toEqual(['App/Program.cs:3 error switch safe']);
  });
});
