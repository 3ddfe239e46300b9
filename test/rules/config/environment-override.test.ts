import { describe, expect, test } from 'vitest';
import { environmentOverride } from '../../../src/words/rules/config/environment-override.ts';
import { appWith, auditedApp, type Files, found } from '../audited.ts';

const rule = 'config/environment-override';
const builtIn = '    services.AddHttpClient<C>().UseMaskinportenAuthorization("a");';

function withFile(path: string, text: string, services = builtIn): Files {
  return appWith(services, { more: { [path]: text } });
}

describe('environment variables are found', () => {
  test.each([
    ['deployment/values.yaml', 'deployment:\n  env:\n    - name: MaskinportenSettings__ClientId\n      value: x\n', 3],
    ['Dockerfile', 'FROM x\nENV MaskinportenSettings__ClientId=x\n', 2],
    ['docker-compose.yml', 'environment:\n  MaskinportenSettings__ClientId: x\n', 2],
    ['azure-pipelines.yml', 'variables:\n  MaskinportenSettings__ClientId: x\n', 2],
    ['.github/workflows/test.yml', 'env:\n  MaskinportenSettings__ClientId: x\n', 2],
    ['deployment/values.yaml', 'env:\n  - name: MaskinportenSettings__Authority\n', 2],
    ['deployment/values.yaml', 'env:\n  - name: own__MaskinportenSettings__Scope\n', 2],
    ['deployment/values.yaml', 'env:\n  - name: MaskinportenSettingsFilepath\n', 2],
  ])('in %s', async (path, text, line) => {
    expect(await found(rule, withFile(path, text))).toEqual([`${path}:${line} warning switch manual`]);
  });

  test('in launch settings, which are for local runs', async () => {
    const path = 'App/Properties/launchSettings.json';
    const text = '{ "profiles": { "App": { "environmentVariables": {\n "MaskinportenSettings__ClientId": "x" } } } }';
    expect(await found(rule, withFile(path, text))).toEqual([`${path}:2 warning switch none`]);
  });

  test('of a section that code binds, whatever it is called', async () => {
    const text = 'env:\n  - name: Svv__Client__ClientId\n  - name: Svv__Api__ClientId\n';
    const files = withFile('deployment/values.yaml', text, '    services.ConfigureMaskinportenClient("Svv:Client");');
    expect(await found(rule, files)).toEqual(['deployment/values.yaml:2 warning switch manual']);
  });
});

test('a section is told once in each file, with its keys and no value', async () => {
  const text =
    'env:\n  - name: MaskinportenSettings__ClientId\n    value: abc\n  - name: own__MaskinportenSettings__ClientId\n  - name: maskinportensettings__Jwk__kid\n  - name: MaskinportenSettings__CLIENTID\n';
  const { settled } = await auditedApp({
    ...withFile('deployment/values.yaml', text),
    Dockerfile: 'ENV MaskinportenSettings__Jwk=abc\n',
  });
  const data = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
  const common = { merged: true, where: 'values', file: 'deployment/values.yaml' };
  expect(data).toEqual([
    {
      ...common,
      where: 'dockerfile',
      file: 'Dockerfile',
      section: 'MaskinportenSettings',
      keys: ['Jwk'],
      defaultSection: true,
    },
    { ...common, section: 'MaskinportenSettings', keys: ['ClientId', 'Jwk:kid'], defaultSection: true },
    { ...common, section: 'own:MaskinportenSettings', keys: ['ClientId'], defaultSection: false },
  ]);
});

describe('nothing is said', () => {
  test.each<[string, Files]>([
    ['of a comment', withFile('deployment/values.yaml', '# - name: MaskinportenSettings__ClientId\n')],
    ['of other settings', withFile('Dockerfile', 'ENV PlatformSettings__ApiStorageEndpoint=x\n')],
    ['of an app without Maskinporten', withFile('Dockerfile', 'ENV MaskinportenSettings__ClientId=x\n', '')],
  ])('%s', async (_, files) => {
    expect(await found(rule, files)).toEqual([]);
  });
});

test.each(['en', 'nb'] as const)('a path of another file goes with the switch, in words (%s)', (lang) => {
  const { next } = environmentOverride[lang];
  const data = { file: 'a.yaml', where: 'values', keys: ['x'], merged: true } as const;
  const path = next({ ...data, section: null, defaultSection: false });
  expect(path).toBe(next({ ...data, section: 'MaskinportenSettings', defaultSection: true }));
  expect(path).not.toBe(next({ ...data, section: 'a:MaskinportenSettings', defaultSection: false }));
});
