import { describe, expect, test } from 'vitest';
import { appWith, auditedApp, type Files, found, programWith } from '../audited.ts';

const rule = 'scopes/unresolved';
const warning = (why: string) => `warning switch manual, scopes-unknown (${why})`;

function external(services: string, more: Files = {}): Files {
  const program = `using Altinn.ApiClients.Maskinporten.Extensions;\n${programWith(services)}`;
  return appWith('', { more: { 'App/Program.cs': program, ...more } });
}

const client = (rest: string) =>
  `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, Client>(config.GetSection("Mp")${rest});`;

describe('one finding for each place whose scopes cannot be told', () => {
  test('of the built-in client', async () => {
    const services = `    services.AddHttpClient("x").UseMaskinportenAuthorization(config["a"]);
    services.AddHttpClient("y").UseMaskinportenAuthorization("a:read", config["a"]);
    services.AddHttpClient("z").UseMaskinportenAuthorization("a:read");`;
    expect(await found(rule, appWith(services))).toEqual([
      `App/Program.cs:3 ${warning('computed')}`,
      `App/Program.cs:4 ${warning('computed')}`,
    ]);
  });

  test('naming what it rests on, for the built-in client too', async () => {
    const services = `    foreach (var asked in new[] { config["a"] })
        services.AddHttpClient("x").UseMaskinportenAuthorization(asked);`;
    const { settled } = await auditedApp(appWith(services));
    const because = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.remedy] : []));
    expect(because).toMatchObject([{ reasons: [{ because: { code: 'computed', expression: 'asked' } }] }]);
  });

  test('of a client whose scope nothing says', async () => {
    expect(await found(rule, external(client('')))).toEqual([`App/Program.cs:4 ${warning('not-set')}`]);
  });

  test('of a client whose scope a deployment sets', async () => {
    const more = { 'deployment/values.yaml': 'deployment:\n  env:\n    - name: Mp__Scope\n      value: a:read\n' };
    expect(await found(rule, external(client(''), more))).toEqual([`App/Program.cs:4 ${warning('set-in-deployment')}`]);
  });
});

describe('none', () => {
  test.each([
    ['where nothing asks', appWith('    services.AddHttpContextAccessor();')],
    ['where all is known', external(client(', d => d.ClientSettings.Scope = "a:read"'))],
    ['where a settings file says', external(client(''), { 'App/appsettings.json': '{ "Mp": { "Scope": "a:read" } }' })],
    [
      'where settings files differ, which another rule tells',
      external(client(''), {
        'App/appsettings.Staging.json': '{ "Mp": { "Scope": "a:read" } }',
        'App/appsettings.Production.json': '{ "Mp": { "Scope": "b:read" } }',
      }),
    ],
  ])('%s', async (_, files) => {
    expect(await found(rule, files)).toEqual([]);
  });

  test('of a client that keeps its own credentials', async () => {
    expect(await found(rule, external(client('')), { decide: { Mp: 'own-external' } })).toEqual([]);
  });
});
