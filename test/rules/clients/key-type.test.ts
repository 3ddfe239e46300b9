import { describe, expect, test } from 'vitest';
import { appWith, auditedApp, found } from '../audited.ts';
import { switched } from './switched.ts';

const rule = 'clients/key-type';
const namespace = 'Altinn.ApiClients.Maskinporten.Services';

const client = (definition: string, name = 'DanClient', section = 'Own') =>
  `    services.AddMaskinportenHttpClient<${namespace}.${definition}, ${name}>(config.GetSection("${section}"), d => d.ClientSettings.Scope = "a");`;
const defined = (definition: string) =>
  `    services.RegisterMaskinportenClientDefinition<${namespace}.${definition}>("key", config.GetSection("Own"));`;
const own = { 'App/OwnDefinition.cs': 'public class OwnDefinition : IClientDefinition { }\n' };

describe('a definition that does not sign with a JWK has to be replaced by people', () => {
  test.each([
    ['SettingsX509ClientDefinition', 'certificate'],
    ['Pkcs12ClientDefinition', 'certificate'],
    ['CertificateStoreClientDefinition', 'certificate'],
    ['OwnDefinition', 'own'],
  ])('%s', async (definition, keyType) => {
    const files = appWith(client(definition), { more: own });
    expect(await found(rule, files)).toEqual(['App/Program.cs:3 error switch manual']);
    const { settled } = await auditedApp(files);
    const [finding] = settled.map((one) => one.finding).filter((one) => one.rule === rule);
    expect(finding?.data).toEqual({ definition, keyType, section: 'Own', target: 'v8' });
    expect(await found('clients/external-http-client', files)).toEqual([
      `App/Program.cs:3 error switch manual, key-type (${definition} ${keyType})`,
    ]);
    expect((await switched(files)).texts).toEqual({});
  });

  test('once for a definition by key, not for its handlers', async () => {
    const handler = `    http.AddMaskinportenHttpMessageHandler<${namespace}.Pkcs12ClientDefinition>("key", d => d.ClientSettings.Scope = "a");`;
    expect(await found(rule, appWith(`${defined('Pkcs12ClientDefinition')}\n${handler}`))).toEqual([
      'App/Program.cs:3 error switch manual',
    ]);
  });

  test('once for each registration', async () => {
    const two = `${client('Pkcs12ClientDefinition')}\n${client('Pkcs12ClientDefinition', 'OtherClient')}`;
    expect(await found(rule, appWith(two))).toEqual([
      'App/Program.cs:3 error switch manual',
      'App/Program.cs:4 error switch manual',
    ]);
  });

  test('and points at the type', async () => {
    const { app, settled } = await auditedApp(appWith(client('Pkcs12ClientDefinition')));
    const [finding] = settled.map((one) => one.finding).filter((one) => one.rule === rule);
    const read = app.workspace.read('App/Program.cs');
    const text = read.kind === 'text' ? read.source.text : '';
    expect(finding && text.slice(finding.at.start, finding.at.end)).toBe(`${namespace}.Pkcs12ClientDefinition`);
  });
});

describe('nothing is said', () => {
  test.each([
    ['of a JWK', client('SettingsJwkClientDefinition')],
    [
      'of a definition that a caller decides',
      `    void Add<TDefinition>() where TDefinition : ${namespace}.IClientDefinition\n    {\n${client('X').replace(`${namespace}.X`, 'TDefinition').replace('services.', `Altinn.ApiClients.Maskinporten.Extensions.ServiceCollectionExtensions.`).replace('(config', '(services, config')}\n    }`,
    ],
  ])('%s', async (_, services) => {
    expect(await found(rule, appWith(services))).toEqual([]);
  });

  test('of a client that is decided to stay', async () => {
    const files = appWith(client('Pkcs12ClientDefinition'));
    expect(await found(rule, files, { decide: { Own: 'own-external' } })).toEqual([]);
  });
});

test('a client beside it that signs with a JWK moves', async () => {
  const staying = client('Pkcs12ClientDefinition', 'OtherClient');
  const { services } = await switched(appWith(`${client('SettingsJwkClientDefinition')}\n${staying}`));
  expect(services).toBe(`    services.AddHttpClient<DanClient>().UseMaskinportenAuthorization("a");\n${staying}\n`);
});
