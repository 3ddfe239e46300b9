import { describe, expect, test } from 'vitest';
import { hidingClientId, likelyCredential } from '../../../src/app/precedence/likely.ts';
import { type Asked, appWith, auditedApp, type Files, programWith } from '../../rules/audited.ts';

const host = 'builder.WebHost.ConfigureAppWebHost(args);';
const vault = 'builder.AddAzureKeyVaultAsConfigProvider();';

interface Shape {
  /** In place of the call that sets the host up. */
  readonly statements?: string;
  readonly version?: string;
  readonly more?: Files;
  readonly vaultSecrets?: readonly string[];
}

async function appOf({ statements = host, version = '8.9.0', more = {}, vaultSecrets }: Shape) {
  const program = programWith('    services.AddHttpClient<A>().UseMaskinportenAuthorization("a");').replace(
    host,
    statements,
  );
  const asked: Asked = vaultSecrets === undefined ? {} : { vaultSecrets };
  const { app } = await auditedApp({ ...appWith('', { version }), 'App/Program.cs': program, ...more }, asked);
  return app;
}

const section = (keys: object) => JSON.stringify({ MaskinportenSettings: keys });
const settings = (keys: object) => ({ 'App/appsettings.json': section(keys) });
const local = (keys: object) => ({ 'App/appsettings.Local.json': section(keys) });
const values = (key: string) => ({
  'deployment/values.yaml': `deployment:\n  env:\n    - name: MaskinportenSettings__${key}\n      value: x\n`,
});
const pipeline = (key: string) => ({ 'azure-pipelines.yml': `variables:\n  MaskinportenSettings__${key}: x\n` });
const vaultLast = `${host}\n${vault}`;
const vaultFirst = `${vault}\n${host}`;

describe('id and key of the built-in client are likely', () => {
  test.each<[string, Shape, string | null, string | null]>([
    ['Studio’s', {}, 'studio', 'studio'],
    ['nobody’s without a host', { statements: '' }, null, null],
    [
      'those of the settings without a host',
      { statements: '', more: settings({ ClientId: 'x', Jwk: { kid: 'x' } }) },
      'settings',
      'settings',
    ],
    ['Studio’s where the settings have the id too', { more: settings({ ClientId: 'x' }) }, 'studio', 'studio'],
    [
      'of two suppliers where the settings have a JwkBase64',
      { more: settings({ JwkBase64: 'x' }) },
      'studio',
      'settings',
    ],
    ['Studio’s where the JwkBase64 is empty', { more: settings({ JwkBase64: '' }) }, 'studio', 'studio'],
    ['of the local file where it has the id', { more: local({ ClientId: 'x' }) }, 'local-file', 'studio'],
    [
      'Studio’s where the version leaves the local file out',
      { version: '8.7.0', more: local({ ClientId: 'x' }) },
      'studio',
      'studio',
    ],
    ['nobody’s where the local file empties the id', { more: local({ ClientId: '' }) }, null, 'studio'],
    ['of the deployment where it sets the id', { more: values('ClientId') }, 'environment', 'studio'],
    ['of the deployment where a pipeline may set the key', { more: pipeline('JwkBase64') }, 'studio', 'environment'],
    ['the vault’s, added last', { statements: vaultLast }, 'vault', 'vault'],
    ['Studio’s, added after the vault', { statements: vaultFirst }, 'studio', 'studio'],
    ['the vault’s without a host', { statements: vault }, 'vault', 'vault'],
    [
      'of both where the settings have an id before the vault',
      { statements: vaultLast, more: settings({ ClientId: 'x' }) },
      'studio',
      'vault',
    ],
    [
      'the vault’s where the settings have an empty id',
      { statements: vaultLast, more: settings({ clientId: '' }) },
      'vault',
      'vault',
    ],
    [
      'the vault’s where the settings have another key',
      { statements: vaultLast, more: settings({ Jwk: { kid: 'x' } }) },
      'vault',
      'vault',
    ],
    ['Studio’s where the listed vault has nothing', { statements: vaultLast, vaultSecrets: [] }, 'studio', 'studio'],
    [
      'of both where the listed vault has the key',
      { statements: vaultLast, vaultSecrets: ['MaskinportenSettings--JwkBase64'] },
      'studio',
      'vault',
    ],
    [
      'the key of the vault that is added first',
      { statements: vaultFirst, vaultSecrets: ['MaskinportenSettings--JwkBase64', 'MaskinportenSettings--ClientId'] },
      'studio',
      'vault',
    ],
    [
      'Studio’s where nobody knows what a source holds',
      { statements: `${host}\nbuilder.Configuration.AddInMemoryCollection(Own.Values);` },
      'studio',
      'studio',
    ],
  ])('%s', async (_, shape, id, key) => {
    const app = await appOf(shape);
    expect(likelyCredential(app, app.order.providers)).toEqual({ id, key });
  });
});

describe('an empty client id hides Studio’s', () => {
  const own = (keys: object) => ({ 'App/own.json': section(keys) });
  const add = 'builder.Configuration.AddJsonFile("own.json");';

  test.each<[string, Shape, string | null]>([
    ['in a local file', { more: local({ clientid: '' }) }, 'local-file'],
    [
      'in a file of the app’s own after the host',
      { statements: `${host}\n${add}`, more: own({ ClientId: '' }) },
      'custom',
    ],
    ['not before the host', { more: settings({ ClientId: '' }) }, null],
    ['not in a file of the app’s own before it', { statements: `${add}\n${host}`, more: own({ ClientId: '' }) }, null],
    ['not where it is filled', { more: local({ ClientId: 'x' }) }, null],
    ['not where another key is empty', { more: local({ JwkBase64: '' }) }, null],
    [
      'not where a later source fills it',
      {
        statements: `${host}\n${add}\nbuilder.Configuration.AddJsonFile("last.json");`,
        more: { ...own({ ClientId: '' }), 'App/last.json': section({ ClientId: 'x' }) },
      },
      null,
    ],
    ['without a host, where it is all there is', { statements: '', more: settings({ ClientId: '' }) }, 'settings'],
    ['nowhere', {}, null],
  ])('%s', async (_, shape, kind) => {
    const app = await appOf(shape);
    expect(hidingClientId(app, app.order.providers)?.kind ?? null).toBe(kind);
  });
});
