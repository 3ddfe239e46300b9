import { describe, expect, test } from 'vitest';
import { precedenceOf } from '../../../src/app/precedence/precedence.ts';
import type { Files } from '../../rules/audited.ts';
import { add, appStarting, host, section } from '../settings/starting.ts';

const vault = 'builder.AddAzureKeyVaultAsConfigProvider();';
const settings = (keys: object) => ({ 'App/appsettings.json': section(keys) });
const own = (keys: object) => ({ 'App/own.json': section(keys) });
const local = (keys: object) => ({ 'App/appsettings.Local.json': section(keys) });
const values = (key: string) => ({ 'deployment/values.yaml': `env:\n  - name: MaskinportenSettings__${key}\n` });
const pipeline = (key: string) => ({ 'azure-pipelines.yml': `variables:\n  MaskinportenSettings__${key}: x\n` });

/** Who wins the client id, and why. */
async function clientId(statements: string, more: Files = {}, version = '8.9.0') {
  const found = precedenceOf(await appStarting(statements, more, version));
  const { key: _, ...told } = found.find(({ key }) => key === 'ClientId') ?? { key: null, winner: 'nobody' };
  return told;
}

describe('who wins is told with those that it wins over', () => {
  test.each<[string, string, Files, string, readonly string[]]>([
    ['Studio alone', host, {}, 'studio', []],
    ['Studio over the settings', host, settings({ ClientId: 'x' }), 'studio', ['settings']],
    ['Studio over the settings, empty or not', host, settings({ ClientId: '' }), 'studio', ['settings']],
    [
      'the local file over the settings and Studio',
      host,
      { ...settings({ ClientId: 'x' }), ...local({ ClientId: 'x' }) },
      'local-file',
      ['settings', 'studio'],
    ],
    [
      'the deployment, which is asked twice',
      host,
      { ...settings({ ClientId: 'x' }), ...values('ClientId') },
      'environment',
      ['settings', 'studio'],
    ],
    [
      'Studio where the file of the app’s own comes before',
      `${add('own.json')}\n${host}`,
      own({ ClientId: 'x' }),
      'studio',
      ['settings'],
    ],
    ['Studio over a vault that nobody listed', `${vault}\n${host}`, {}, 'studio', ['vault']],
    [
      'one settings file over the other',
      '',
      { ...settings({ ClientId: 'x' }), 'App/appsettings.Production.json': section({ ClientId: 'y' }) },
      'settings',
      [],
    ],
  ])('%s', async (_, statements, more, winner, over) => {
    expect(await clientId(statements, more)).toEqual({ winner, reason: { code: 'last', over } });
  });

  test('a file of the app’s own, added twice, over others than itself', async () => {
    const statements = `${add('own.json')}\n${host}\n${add('own.json')}`;
    const more = { ...own({ ClientId: 'x' }), ...settings({ ClientId: 'y' }) };
    expect(await clientId(statements, more)).toEqual({
      winner: 'settings',
      reason: { code: 'own-file', file: 'App/own.json', over: ['settings', 'studio'] },
    });
  });
});

describe('nobody can tell who wins', () => {
  test.each<[string, string, Files, object, string | null]>([
    ['over a vault that nobody listed', `${host}\n${vault}`, {}, { why: 'not-listed' }, 'studio'],
    ['over a vault that nobody listed, without a host', vault, {}, { why: 'not-listed' }, null],
    ['over a pipeline', host, pipeline('ClientId'), { why: 'deployment' }, 'studio'],
    [
      'over a source that may hold anything',
      `${host}\nbuilder.Configuration.AddConsul("a");`,
      {},
      { why: 'unknown-source' },
      'studio',
    ],
    [
      'over a condition',
      `${host}\nif (x) ${add('own.json')}`,
      own({ ClientId: 'x' }),
      { why: 'condition', supplier: 'settings', condition: 'x' },
      'studio',
    ],
    [
      'over a place',
      `${host}\nlibrary.Use(() => { ${add('own.json')} });`,
      own({ ClientId: 'x' }),
      { why: 'place', supplier: 'settings' },
      'studio',
    ],
    [
      'over a place before what is certain',
      `library.Use(() => { ${add('own.json')} });\n${host}`,
      own({ ClientId: 'x' }),
      { why: 'place', supplier: 'settings' },
      'studio',
    ],
    [
      'over the last of several doubts',
      `${host}\n${vault}\nif (x) ${add('own.json')}`,
      own({ ClientId: 'x' }),
      { why: 'condition', supplier: 'settings', condition: 'x' },
      'studio',
    ],
    [
      'over a vault that something else than its address decides',
      `${host}\nif (args.Length > 1) ${vault}`,
      {},
      { why: 'not-listed' },
      'studio',
    ],
    [
      'but that an empty value hides the rest',
      `${host}\n${add('own.json')}\nif (x) ${add('two.json')}`,
      { ...own({ ClientId: '' }), 'App/two.json': section({ ClientId: 'x' }) },
      { why: 'condition', supplier: 'settings', condition: 'x' },
      null,
    ],
  ])('%s', async (_, statements, more, source, otherwise) => {
    expect(await clientId(statements, more)).toEqual({
      winner: 'undecided',
      reason: { code: 'perhaps', source, otherwise },
    });
  });

  test.each<[string, string, Files, string, object]>([
    [
      'where another file is named',
      host,
      { Dockerfile: 'ENV MaskinportenSettingsFilepath=/x\n' },
      '8.9.0',
      { code: 'other-file', files: ['Dockerfile'] },
    ],
    ['in a version that nobody knows', host, {}, 'latest', { code: 'version-unknown' }],
    ['where settings cannot be read', '', { 'App/appsettings.json': '{' }, '8.9.0', { code: 'settings-unread' }],
    [
      'where settings cannot be read above those that can',
      '',
      { ...settings({ ClientId: 'x' }), 'App/appsettings.Production.json': '{' },
      '8.9.0',
      { code: 'settings-unread' },
    ],
    [
      'where settings cannot be read below the deployment',
      host,
      { 'App/appsettings.json': '{', ...values('ClientId') },
      '8.9.0',
      { code: 'settings-unread' },
    ],
  ])('%s', async (_, statements, more, version, reason) => {
    expect(await clientId(statements, more, version)).toEqual({ winner: 'undecided', reason });
  });

  test('but of what Studio has, v9 and what wins over all settings', async () => {
    const unread = { 'App/appsettings.json': '{' };
    expect(await clientId(host, unread)).toEqual({ winner: 'studio', reason: { code: 'last', over: [] } });
    expect(await clientId(host, unread, '9.0.0')).toEqual({ winner: 'studio', reason: { code: 'private' } });
  });
});

test('a condition that asks for the vault decides nothing where a listing tells what it holds', async () => {
  const app = await appStarting(`${host}\nif (kvSettings.SecretUri != null) { ${vault} }`);
  const told = precedenceOf({ ...app, vaultListing: ['MaskinportenSettings--ClientId'] });
  expect(told.find(({ key }) => key === 'ClientId')).toMatchObject({ winner: 'vault' });
  const other = await appStarting(`${host}\nif (args.Length > 1) { ${vault} }`);
  const [id] = precedenceOf({ ...other, vaultListing: ['MaskinportenSettings--ClientId'] });
  expect(id).toMatchObject({
    winner: 'undecided',
    reason: { source: { why: 'condition', supplier: 'vault', condition: 'args.Length > 1' }, otherwise: 'studio' },
  });
});
