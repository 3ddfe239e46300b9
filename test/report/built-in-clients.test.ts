import { describe, expect, test } from 'vitest';
import { builtInClients } from '../../src/report/built-in-clients.ts';
import { appWith, auditedApp, type Files } from '../rules/audited.ts';

const typed = '    services.AddHttpClient<BerthClient>().UseMaskinportenAltinnAuthorization("altinn:serviceowner");';
const holder = {
  'App/Register.cs': `using Altinn.App.Core.Features.Maskinporten;

public class Register(IMaskinportenClient client)
{
    public Task Read() => client.GetAccessToken(["kystd:read"]);
    public Task Write() => client.GetAccessToken(["kystd:write kystd:read"]);
}
`,
};

async function clientsOf(files: Files) {
  const { app } = await auditedApp(files);
  return builtInClients(app);
}

test('an authorised client and a class that asks itself are clients, with the places that use them', async () => {
  const asking = { 'App/Send.cs': 'public class Send(BerthClient berths) { }\n' };
  const [first, second, ...others] = await clientsOf(appWith(typed, { more: { ...holder, ...asking } }));
  expect(others).toEqual([]);
  const common = {
    section: 'MaskinportenSettings',
    sectionKnown: true,
    scopesKnown: true,
    keyType: 'jwk',
    unsupported: [],
    decision: 'studio',
  };
  expect(first).toEqual({
    ...common,
    id: expect.stringMatching(/^[0-9a-f]{8}$/),
    kind: 'built-in-http-client',
    name: 'BerthClient',
    scopes: ['altinn:serviceowner'],
    exchange: true,
    location: { file: 'App/Program.cs', line: 3, column: 5, endLine: 3, endColumn: 100 },
    calls: [{ file: 'App/Send.cs', line: 1, column: 19, endLine: 1, endColumn: 30 }],
  });
  expect(second).toEqual({
    ...common,
    id: expect.stringMatching(/^[0-9a-f]{8}$/),
    kind: 'built-in-direct',
    name: 'Register',
    scopes: ['kystd:read', 'kystd:write'],
    exchange: false,
    location: { file: 'App/Register.cs', line: 3, column: 23, endLine: 3, endColumn: 49 },
    calls: [
      { file: 'App/Register.cs', line: 5, column: 27, endLine: 5, endColumn: 64 },
      { file: 'App/Register.cs', line: 6, column: 28, endLine: 6, endColumn: 77 },
    ],
  });
});

describe('what cannot be told is not', () => {
  test.each([
    [
      'scopes from settings',
      '    services.AddHttpClient<C>().UseMaskinportenAuthorization("a", config["Scope"]);',
      { scopes: ['a'], scopesKnown: false },
    ],
    [
      'the name of a client of another library',
      '    services.AddDanClient(config).UseMaskinportenAuthorization("a");',
      { name: 'UseMaskinportenAuthorization' },
    ],
    [
      'the section where two are configured',
      `    services.ConfigureMaskinportenClient("mine:X");\n    services.ConfigureMaskinportenClient("other:X");\n${typed}`,
      { section: null, sectionKnown: false },
    ],
    [
      'but it can where one is',
      `    services.ConfigureMaskinportenClient("mine:X");\n${typed}`,
      { section: 'mine:X', sectionKnown: true, decision: 'studio' },
    ],
    [
      'or where the default one is',
      `    services.ConfigureMaskinportenClient("maskinportensettings");\n${typed}`,
      { section: 'MaskinportenSettings', sectionKnown: true },
    ],
  ])('%s', async (_, services, expected) => {
    expect(await clientsOf(appWith(services))).toEqual([expect.objectContaining(expected)]);
  });

  test('the exchange of a class that does both', async () => {
    const both = holder['App/Register.cs'].replace('GetAccessToken(["kystd:w', 'GetAltinnExchangedToken(["kystd:w');
    const clients = await clientsOf(appWith('', { more: { 'App/Register.cs': both } }));
    expect(clients).toEqual([expect.objectContaining({ exchange: null, scopesKnown: true })]);
  });

  test('anything of a class that hands the client on', async () => {
    const handing = holder['App/Register.cs'].replace(/ {4}public.*\n/g, '');
    const clients = await clientsOf(appWith('', { more: { 'App/Register.cs': handing } }));
    expect(clients).toEqual([expect.objectContaining({ exchange: null, scopesKnown: false, calls: [] })]);
  });
});

describe('a client keeps its id', () => {
  const idOf = async (services: string) => (await clientsOf(appWith(services)))[0]?.id;

  test('when lines move, and when the spelling changes', async () => {
    const id = await idOf(typed);
    expect(await idOf(`    services.A();\n${typed.replace('().Use', '()\n        .Use')}`)).toBe(id);
    expect(await idOf(typed.replace('ization', 'isation'))).toBe(id);
  });

  test('and another has another', async () => {
    const id = await idOf(typed);
    expect(await idOf(typed.replace('BerthClient', 'QuayClient'))).not.toBe(id);
    expect(await idOf(typed.replace('serviceowner', 'events.subscribe'))).not.toBe(id);
  });
});
