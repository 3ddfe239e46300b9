import { describe, expect, test } from 'vitest';
import { appWith, auditedApp, type Files, found } from '../audited.ts';
import { switched } from './switched.ts';

const rule = 'clients/unsupported-setting';

const client = (body: string, section = 'Own', name = 'DanClient') =>
  `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${name}>(config.GetSection("${section}"), d => { d.ClientSettings.Scope = "a"; ${body} });`;
const withSettings = (services: string, name: string, content: unknown): Files =>
  appWith(services, { more: { [`App/${name}`]: JSON.stringify(content, null, 2) } });

/** The members that each finding names. */
async function members(files: Files): Promise<readonly (readonly string[])[]> {
  const { settled } = await auditedApp(files);
  return settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data.members] : []));
}

describe('a setting that the built-in client has nothing for is left to people', () => {
  test.each([
    'Resource',
    'ConsumerOrgNo',
    'EnterpriseUserName',
    'EnterpriseUserPassword',
    'TokenExchangeEnvironment',
    'Kid',
    'TokenEndpoint',
    'AssertionAudience',
    'TokenExchangeEndpoint',
  ])('%s', async (member) => {
    const files = appWith(client(`d.ClientSettings.${member} = "x";`));
    expect(await found(rule, files)).toEqual(['App/Program.cs:3 error switch manual']);
    expect(await members(files)).toEqual([[member]]);
    expect(await found('clients/external-http-client', files)).toEqual([
      `App/Program.cs:3 error switch manual, unsupported-settings (${member})`,
    ]);
    expect((await switched(files)).texts).toEqual({});
  });

  test('all of one client at once', async () => {
    const files = appWith(client('d.ClientSettings.Resource = "x"; d.ClientSettings.UseAltinnTestOrg = true;'));
    expect(await found(rule, files)).toEqual(['App/Program.cs:3 error switch manual']);
    expect(await members(files)).toEqual([['Resource', 'UseAltinnTestOrg']]);
  });

  test('in a settings file, at its key', async () => {
    const files = withSettings(client(''), 'appsettings.json', { Own: { Scope: 'b', Resource: 'https://x.no' } });
    expect(await found(rule, files)).toEqual(['App/appsettings.json:4 error switch manual']);
  });

  test('in a settings object', async () => {
    const services = `    var s = config.GetSection("Own").Get<MaskinportenSettings>();\n    s.ConsumerOrgNo = config["OrgNo"];\n${client('').replace('config.GetSection("Own")', 's')}`;
    expect(await found(rule, appWith(services))).toEqual(['App/Program.cs:4 error switch manual']);
  });

  test.each([
    ['deployment/values.yaml', 'deployment:\n  env:\n    - name: Own__Resource\n      value: https://x.no\n', 3],
    ['Dockerfile', 'FROM x\nENV OWN__CONSUMERORGNO=910000000\n', 2],
  ])('in what a deployment sets: %s', async (name, text, line) => {
    const files = appWith(client(''), { more: { [name]: text } });
    expect(await found(rule, files)).toEqual([`${name}:${line} error switch manual`]);
    expect((await switched(files)).texts).toEqual({});
  });

  test('once for clients that have it from one section', async () => {
    const two = `${client('')}\n${client('', 'Own', 'OtherClient')}`;
    expect(await found(rule, withSettings(two, 'appsettings.json', { Own: { Resource: 'x' } }))).toEqual([
      'App/appsettings.json:3 error switch manual',
    ]);
  });

  test('for each client that sets it itself', async () => {
    const two = `${client('d.ClientSettings.Resource = "x";')}\n${client('d.ClientSettings.Resource = "y";', 'Own', 'OtherClient')}`;
    expect(await found(rule, appWith(two))).toEqual([
      'App/Program.cs:3 error switch manual',
      'App/Program.cs:4 error switch manual',
    ]);
  });

  test('of a handler, and of a definition that none asks for', async () => {
    const define = (key: string, section: string) =>
      `    services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("${key}", config.GetSection("${section}"));`;
    const handler =
      '    http.AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("a", d => d.ClientSettings.Resource = "x");';
    const files = withSettings(`${define('a', 'Own')}\n${handler}\n${define('b', 'Lone')}`, 'appsettings.json', {
      Lone: { Kid: 'y' },
    });
    expect(await found(rule, files)).toEqual([
      'App/Program.cs:4 error switch manual',
      'App/appsettings.json:3 error switch manual',
    ]);
  });
});

describe('nothing is said', () => {
  test.each<[string, Files]>([
    ['of what is empty', appWith(client('d.ClientSettings.Resource = "";'))],
    ['of what is false', appWith(client('d.ClientSettings.UseAltinnTestOrg = false;'))],
    [
      'of what only local runs set',
      withSettings(client(''), 'Properties/launchSettings.json', {
        profiles: { App: { environmentVariables: { Own__Resource: 'x' } } },
      }),
    ],
    [
      'of what a deployment sets for another section',
      appWith(client(''), { more: { 'deployment/values.yaml': 'env:\n  - name: Other__Resource\n    value: x\n' } }),
    ],
    ['of local runs', withSettings(client(''), 'appsettings.Development.json', { Own: { Resource: 'x' } })],
    [
      'of a section that no client is bound to',
      withSettings(client(''), 'appsettings.json', { Other: { Resource: 'x' } }),
    ],
    [
      'of what the built-in client has',
      appWith(client('d.ClientSettings.ClientId = "x"; d.ClientSettings.Environment = "test";')),
    ],
  ])('%s', async (_, files) => {
    expect(await found(rule, files)).toEqual([]);
  });

  test('of a client that is decided to stay', async () => {
    const files = appWith(client('d.ClientSettings.Resource = "x";'));
    expect(await found(rule, files, { decide: { Own: 'own-external' } })).toEqual([]);
  });
});
