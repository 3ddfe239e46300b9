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

  test('that the app adds by itself, and people see to', async () => {
    const files = withSettings({ 'App/own.json': json });
    const program = `${files['App/Program.cs']}`.replace(
      'builder.WebHost.Conf',
      'builder.Configuration.AddJsonFile("own.json");\n$&',
    );
    expect(await found(rule, { ...files, 'App/Program.cs': program })).toEqual([
      'App/own.json:3 warning switch manual, own-source',
    ]);
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

  test('waits while the environment names another file', async () => {
    const files = withSettings({ 'deployment/values.yaml': 'env:\n  - name: MaskinportenSettingsFilepath\n' }, custom);
    expect(await found('config/custom-path', files)).toEqual([
      'App/Program.cs:3 error switch manual, settings-file-path',
    ]);
  });
});
