import { describe, expect, test } from 'vitest';
import { clientReports } from '../../src/report/clients.ts';
import { type Asked, appWith, auditedApp, type Files } from '../rules/audited.ts';

async function clientsOf(files: Files, asked: Asked = {}) {
  const { app } = await auditedApp(files, asked);
  return clientReports(app);
}

const client =
  '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, DanClient>(config.GetSection("Own"), d => d.ClientSettings.Scope = "a b");';
const define = (key: string) =>
  `    services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("${key}", config.GetSection("Own"));`;
const attach = (key: string) =>
  `    http.AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("${key}", d => { d.ClientSettings.Scope = "c"; d.ClientSettings.ExhangeToAltinnToken = true; });`;

test('a client says what it is, what it asks for and who uses it', async () => {
  const files = appWith(client, { more: { 'App/User.cs': 'public class User(DanClient dan) { }\n' } });
  expect(await clientsOf(files)).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{8}$/),
      kind: 'external-http-client',
      name: 'DanClient',
      section: 'Own',
      sectionKnown: true,
      scopes: ['a', 'b'],
      scopesKnown: true,
      exchange: false,
      keyType: 'jwk',
      unsupported: [],
      decision: 'studio',
      location: { file: 'App/Program.cs', line: 3, column: 5, endLine: 3, endColumn: client.length },
      calls: [expect.objectContaining({ file: 'App/User.cs', line: 1 })],
    },
  ]);
});

describe('a definition is told of with its handler', () => {
  test('which says what is asked for, and where the definition stands', async () => {
    const [only, ...others] = await clientsOf(appWith(`${define('dan')}\n${attach('dan')}`));
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      kind: 'external-handler',
      name: 'dan',
      section: 'Own',
      scopes: ['c'],
      exchange: true,
      location: { line: 4 },
      calls: [{ line: 3 }],
    });
  });

  test('once for each handler', async () => {
    const clients = await clientsOf(appWith(`${define('dan')}\n${attach('dan')}\n${attach('dan')}`));
    expect(clients.map(({ name, location }) => `${name} ${location.line}`)).toEqual(['dan 4', 'dan 5']);
    expect(new Set(clients.map(({ id }) => id)).size).toBe(2);
  });

  test('and by itself when no handler asks for it', async () => {
    expect(await clientsOf(appWith(define('dan')))).toMatchObject([
      { kind: 'external-handler', name: 'dan', section: 'Own', scopes: [], scopesKnown: false, calls: [] },
    ]);
  });

  test('and a handler without one says that nothing is known of its section', async () => {
    expect(await clientsOf(appWith(attach('dan')))).toMatchObject([
      { kind: 'external-handler', name: 'dan', section: null, sectionKnown: false, scopes: ['c'], calls: [] },
    ]);
  });
});

describe('what cannot be told is not', () => {
  test.each([
    [
      'a section',
      client.replace('config.GetSection("Own")', 'Library.Settings()'),
      { section: null, sectionKnown: false, exchange: null },
    ],
    ['scopes', client.replace('"a b"', 'config["x"]'), { scopes: [], scopesKnown: false, exchange: false }],
    ['exchange', client.replace('Scope = "a b"', 'ExhangeToAltinnToken = x'), { exchange: null }],
    ['a name', client.replace(', DanClient>(', '>(config["n"], '), { name: 'config["n"]' }],
  ])('%s', async (_, services, expected) => {
    expect(await clientsOf(appWith(services))).toMatchObject([expected]);
  });
});

test('a certificate and unsupported members are said', async () => {
  const services = client
    .replace('SettingsJwkClientDefinition', 'Altinn.ApiClients.Maskinporten.Services.Pkcs12ClientDefinition')
    .replace('Scope = "a b"', 'Resource = "x"');
  expect(await clientsOf(appWith(services))).toMatchObject([{ keyType: 'certificate', unsupported: ['Resource'] }]);
});

test('what was decided is said, of the handlers of a definition as well', async () => {
  const services = `${client}\n${define('dan')}\n${attach('dan')}`;
  const clients = await clientsOf(appWith(services), { decide: { own: 'own-external' } });
  expect(clients.map(({ decision }) => decision)).toEqual(['own-external', 'own-external']);
});

test('clients stand in the order of the files and of their lines', async () => {
  const own = `public static class Own\n{\n    public static void Add(IServiceCollection services, IConfiguration config)\n    {\n    ${client}\n    }\n}\n`;
  const files = appWith(`${client}\n${attach('x')}\n    services.ConfigureMaskinportenClient("Own");`, {
    more: { 'App/A.cs': own },
  });
  expect((await clientsOf(files)).map(({ kind, location }) => `${location.file}:${location.line} ${kind}`)).toEqual([
    'App/A.cs:5 external-http-client',
    'App/Program.cs:3 external-http-client',
    'App/Program.cs:4 external-handler',
    'App/Program.cs:5 built-in-configuration',
  ]);
});
