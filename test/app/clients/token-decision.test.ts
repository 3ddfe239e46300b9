import { describe, expect, test } from 'vitest';
import { consumerDecision, tokenDecision } from '../../../src/app/clients/identity.ts';
import type { Decision } from '../../../src/decision.ts';
import { appWith, auditedApp, type Files } from '../../rules/audited.ts';

const usings = `using Altinn.ApiClients.Maskinporten.Config;
using Altinn.ApiClients.Maskinporten.Extensions;
using Altinn.ApiClients.Maskinporten.Interfaces;
using Altinn.ApiClients.Maskinporten.Services;
using Altinn.App.Core.Internal.Maskinporten;
using Microsoft.Extensions.Options;
`;

/** What an app does when it starts, and its classes. */
function app(services: string, ...classes: readonly string[]): Files {
  const own = classes.map((text, index) => [`App/Own${index}.cs`, `${usings}${text}\n`]);
  const files = appWith(services, { more: Object.fromEntries(own) });
  return { ...files, 'App/Program.cs': `${usings}${files['App/Program.cs']}` };
}

const settings = '    services.Configure<MaskinportenSettings>(config.GetSection("a"));\n';
const provider = '    services.AddMaskinportenJwkTokenProvider("a--EncodedJwk");\n';
const client = '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("c"));\n';
const asksProvider =
  'class P(IMaskinportenTokenProvider provider) { public Task<string> Ask() => provider.GetToken("s"); }';
const asksService = (name: string, section: string) =>
  `class ${name}(IMaskinportenService service, IConfiguration config) { public async Task<string> Ask() { var t = await service.GetToken(config["${section}:EncodedJwk"], "prod", config["${section}:ClientId"], "s", null); return t.AccessToken; } }`;
const holds = 'class H(IMaskinportenService service) { }';
const reads = 'class R(IOptions<MaskinportenSettings> options) { }';

/** What becomes of the provider, of the service, and of each class that asks one of them. */
async function decisions(files: Files, decide: Readonly<Record<string, Decision>>) {
  const { app: facts } = await auditedApp(files, { decide });
  const consumers = facts.tokens.consumers.map((one) => consumerDecision(facts, one));
  return [tokenDecision(facts, 'token-provider'), tokenDecision(facts, 'external-service'), ...consumers];
}

describe('what becomes of who hands out tokens', () => {
  const a = { a: 'own-external', b: 'studio', c: 'studio' } as const;
  test.each<[string, Files, Readonly<Record<string, Decision>>, readonly (Decision | 'undecided')[]]>([
    [
      'the provider goes with the settings that it is given, the service with its callers',
      app(settings + provider, asksProvider, asksService('S', 'b')),
      a,
      ['own-external', 'studio', 'own-external', 'studio'],
    ],
    [
      'the other way round',
      app(settings + provider, asksProvider, asksService('S', 'b')),
      { a: 'studio', b: 'own-external' },
      ['studio', 'own-external', 'studio', 'own-external'],
    ],
    [
      'the provider that the library registers is Studio’s',
      app('', asksProvider, asksService('S', 'b')),
      { b: 'own-external' },
      ['studio', 'own-external', 'studio', 'own-external'],
    ],
    [
      'also when other code has settings of its own',
      app(settings, asksProvider, reads),
      { a: 'own-external' },
      ['studio', 'own-external', 'studio'],
    ],
    [
      'callers that are to go different ways leave the service undecided',
      app('', asksService('S', 'a'), asksService('T', 'b')),
      a,
      ['studio', 'undecided', 'own-external', 'studio'],
    ],
    [
      'callers that are to go one way do not',
      app('', asksService('S', 'a'), asksService('T', 'b')),
      { a: 'own-external', b: 'own-external' },
      ['studio', 'own-external', 'own-external', 'own-external'],
    ],
    [
      'a service that nobody asks goes with the clients of the app',
      app(client, holds),
      { c: 'own-external' },
      ['studio', 'own-external', 'own-external'],
    ],
    [
      'or with the settings that code takes',
      app(settings + client, holds, reads),
      a,
      ['studio', 'own-external', 'undecided'],
    ],
    [
      'but not with those that only the provider takes',
      app(settings + provider + client, holds),
      a,
      ['own-external', 'undecided', 'undecided'],
    ],
    [
      'nor with those that another library fills',
      app(client, holds, reads),
      { c: 'own-external' },
      ['studio', 'own-external', 'own-external'],
    ],
    [
      'the provider goes with all the settings that it may be given',
      app(settings + settings.replace('"a"', '"b"') + provider, asksProvider),
      { a: 'own-external', b: 'own-external' },
      ['own-external', 'own-external', 'own-external'],
    ],
    [
      'and with none where they go different ways',
      app(settings + settings.replace('"a"', '"b"') + provider, asksProvider),
      a,
      ['undecided', 'undecided', 'undecided'],
    ],
    ['and without any it moves', app('', holds), {}, ['studio', 'studio', 'studio']],
  ])('%s', async (_, files, decide, expected) => {
    expect(await decisions(files, decide)).toEqual(expected);
  });
});

describe('settings of the package are an identity where somebody takes them', () => {
  const sections = async (files: Files) => (await auditedApp(files)).app.identities.map(({ section }) => section);
  test.each<[string, Files, readonly (string | null)[]]>([
    ['the provider', app(settings + provider), ['a']],
    ['a class', app(settings, reads), ['a']],
    ['both', app(settings + provider, reads), ['a']],
    ['nobody, beside a class that asks the library’s provider', app('', asksProvider), []],
    ['nobody, where a class holds the service', app(settings, holds), [null]],
    ['nobody, where two classes hold it', app('', holds, holds.replace('H(', 'I(')), [null]],
    ['nobody', app(settings), []],
    ['nobody, beside a client', app(settings + client), ['c']],
  ])('%s', async (_, files, expected) => {
    expect(await sections(files)).toEqual(expected);
  });
});
