import { describe, expect, test } from 'vitest';
import { type Asked, appWith, auditedApp, type Files, found } from '../audited.ts';

const rule = 'clients/exchange-expected';
const register = 'App/clients/RegisterClient.cs';

/** A class that asks for a token itself, on line 8, and what else it has. */
function asking(call: string, members = ''): Files {
  return {
    [register]: `using Altinn.App.Core.Features.Maskinporten;

namespace Kystd.App.Clients;

public class RegisterClient(IMaskinportenClient maskinporten)
{
    public async Task<string> Token() =>
        await maskinporten.${call};
${members}}
`,
  };
}

async function dataOf(files: Files, asked: Asked = {}) {
  const { settled } = await auditedApp(files, asked);
  return settled.filter(({ finding }) => finding.rule === rule).map(({ finding }) => finding.data);
}

const inProgram = (services: string, version = '8.7.0') =>
  appWith(`    services.AddHttpClient<C>().${services};`, { version });
const once = ['App/Program.cs:3 warning any manual'];

describe('a client that asks for a scope of Altinn and does not exchange', () => {
  test.each([
    ['the scope', 'UseMaskinportenAuthorization("altinn:serviceowner")', '8.7.0'],
    ['the British way', 'UseMaskinportenAuthorisation("altinn:serviceowner")', '8.6.0'],
    ['one among others', 'UseMaskinportenAuthorization("kystd:read", "altinn:instances.read")', '8.7.0'],
    ['one in a text with others', 'UseMaskinportenAuthorization("kystd:read altinn:instances.read")', '8.7.0'],
    ['beside Dan', 'UseMaskinportenAuthorization("altinn:dataaltinnno", "altinn:serviceowner")', '8.7.0'],
    ['beside what is not known', 'UseMaskinportenAuthorization("altinn:serviceowner", config["Scope"])', '8.7.0'],
    ['of an unknown version', 'UseMaskinportenAuthorization("altinn:serviceowner")', '$(Unset)'],
  ])('%s', async (_, services, version) => {
    expect(await found(rule, inProgram(services, version))).toEqual(once);
  });

  test('by a constant of another file', async () => {
    const scopes = { 'App/Scopes.cs': 'static class Scopes { public const string Owner = "altinn:serviceowner"; }\n' };
    const files = appWith('    services.AddHttpClient<C>().UseMaskinportenAuthorization(Scopes.Owner);', {
      more: scopes,
    });
    expect(await found(rule, files)).toEqual(once);
  });

  test('is told with its scopes', async () => {
    const services = 'UseMaskinportenAuthorization("kystd:read", "altinn:instances.read", "altinn:instances.write")';
    expect(await dataOf(inProgram(services))).toEqual([
      {
        method: 'UseMaskinportenAuthorization',
        scopes: ['altinn:instances.read', 'altinn:instances.write'],
        instead: 'UseMaskinportenAltinnAuthorization',
      },
    ]);
  });
});

describe('what to call instead is what the version has', () => {
  test.each<[string, string, Asked, string | null]>([
    ['UseMaskinportenAuthorization', '8.3.4', {}, null],
    ['UseMaskinportenAuthorisation', '8.5.0', {}, 'UseMaskinportenAltinnAuthorisation'],
    ['UseMaskinportenAuthorisation', '8.5.0', { target: 'v9' }, 'UseMaskinportenAltinnAuthorization'],
    ['UseMaskinportenAuthorisation', '8.7.0', {}, 'UseMaskinportenAltinnAuthorization'],
    ['UseMaskinportenAuthorization', '9.0.0-preview.1', {}, 'UseMaskinportenAltinnAuthorization'],
    ['UseMaskinportenAuthorization', '$(Unset)', {}, 'UseMaskinportenAltinnAuthorization'],
  ])('%s in %s %j', async (method, version, asked, instead) => {
    const data = await dataOf(inProgram(`${method}("altinn:serviceowner")`, version), asked);
    expect(data).toEqual([{ method, scopes: ['altinn:serviceowner'], instead }]);
  });

  test.each([
    ['8.3.4', null],
    ['8.5.0', 'GetAltinnExchangedToken'],
    ['8.12.8', 'GetAltinnExchangedToken'],
  ])('GetAccessToken in %s', async (version, instead) => {
    const more = asking('GetAccessToken(["altinn:serviceowner"])');
    expect(await dataOf(appWith('', { version, more }))).toEqual([
      { method: 'GetAccessToken', scopes: ['altinn:serviceowner'], instead },
    ]);
  });
});

describe('a class that asks itself', () => {
  const own = (files: Files) => found(rule, appWith('', { more: files }));

  test.each([
    ['in a collection', 'GetAccessToken(["altinn:serviceowner"])'],
    ['in an array', 'GetAccessToken(new[] { "kystd:read", "altinn:instances.read" })'],
    ['in one text', 'GetAccessToken(["kystd:read altinn:instances.read"])'],
  ])('%s', async (_, call) => {
    expect(await own(asking(call))).toEqual([`${register}:8 warning any manual`]);
  });

  test('each call by itself', async () => {
    const second = '    public Task Other() => maskinporten.GetAccessToken(["altinn:events.subscribe"]);\n';
    expect(await own(asking('GetAccessToken(["altinn:serviceowner"])', second))).toEqual([
      `${register}:8 warning any manual`,
      `${register}:9 warning any manual`,
    ]);
  });

  test.each([
    ['with exchange', 'GetAltinnExchangedToken(["altinn:serviceowner"])', ''],
    ['for Dan', 'GetAccessToken(["altinn:dataaltinnno"])', ''],
    ['for others', 'GetAccessToken(["kystd:read", "ks:fiks"])', ''],
    ['for what is not known', 'GetAccessToken([settings.Scope])', ''],
    [
      'where the file exchanges the token itself',
      'GetAccessToken(["altinn:serviceowner"])',
      '    private Task<string> Exchange() => http.GetStringAsync("authentication/api/v1/exchange/maskinporten");\n',
    ],
    [
      'where it does so with an address put together',
      'GetAccessToken(["altinn:serviceowner"])',
      '    private Task<string> Exchange() => http.GetStringAsync($"{settings.Authentication}exchange/maskinporten?test=true");\n',
    ],
  ])('but not %s', async (_, call, members) => {
    expect(await own(asking(call, members))).toEqual([]);
  });

  test('but another file that exchanges does not count', async () => {
    const other = { 'App/Exchange.cs': 'class E { string Url = "exchange/maskinporten"; }\n' };
    expect(await own({ ...asking('GetAccessToken(["altinn:serviceowner"])'), ...other })).toHaveLength(1);
  });
});

describe('nothing is said', () => {
  test.each([
    ['about exchange', 'UseMaskinportenAltinnAuthorization("altinn:serviceowner")'],
    ['about Dan', 'UseMaskinportenAuthorization("altinn:dataaltinnno")'],
    ['about other scopes', 'UseMaskinportenAuthorization("kystd:read")'],
    ['about scopes that cannot be told', 'UseMaskinportenAuthorization(config["Scope"])'],
    ['about scopes of one of two ways', 'UseMaskinportenAuthorization(test ? "altinn:a" : "kystd:b")'],
    ['about another package’s, with an array', 'UseMaskinportenAuthorization(["altinn:serviceowner"])'],
    ['about a scope that only looks like one', 'UseMaskinportenAuthorization("altinnx:serviceowner")'],
  ])('%s', async (_, services) => {
    expect(await found(rule, inProgram(services))).toEqual([]);
  });

  test.each([
    ['a client of the app’s own', { 'App/Own.cs': 'interface IMaskinportenClient { }\n' }, (text: string) => text],
    ['a client of another library', {}, (text: string) => text.replace('Altinn.App.Core.Features', 'Nordfelles')],
  ])('about %s', async (_, more, change) => {
    const files = asking('GetAccessToken(["altinn:serviceowner"])');
    const text = change(String(files[register]));
    expect(await found(rule, appWith('', { more: { ...more, [register]: text } }))).toEqual([]);
  });
});
