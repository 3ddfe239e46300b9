import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/decision.ts';
import { appWith, auditedApp, type Files, found } from '../../rules/audited.ts';

const rule = 'clients/external-service';
const usings = `using System.Threading.Tasks;
using Altinn.ApiClients.Maskinporten.Config;
using Altinn.ApiClients.Maskinporten.Interfaces;
using Altinn.ApiClients.Maskinporten.Models;
using Altinn.App.Core.Internal.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
`;

interface Given {
  readonly parameters: string;
  readonly before?: string;
  readonly key: string;
  readonly id: string;
  readonly members?: string;
}

/** A class that asks with the key and the id given, and sends neither anywhere else. */
function asking(name: string, { parameters, before = '', key, id, members = '' }: Given): string {
  return `${usings}
namespace Altinn.App.Clients;

public class ${name}(IMaskinportenService service, ${parameters})
{${members}
    public async Task<string> Ask()
    {
        ${before}TokenResponse token = await service.GetToken(${key}, "prod", ${id}, "a:b", null);
        return token.AccessToken;
    }
}
`;
}

const config = (section: string): Given => ({
  parameters: 'IConfiguration config',
  key: `config["${section}:EncodedJwk"]`,
  id: `config["${section}:ClientId"]`,
});
const secret = (name: string): Given => ({
  parameters: 'ISecretsClient secrets',
  before: `string key = await secrets.GetSecretAsync("${name}-jwk");
        string id = await secrets.GetSecretAsync("${name}-id");
        `,
  key: 'key',
  id: 'id',
});
const options = (type: string): Given => ({
  parameters: `IOptions<${type}> options`,
  key: 'options.Value.EncodedJwk',
  id: 'options.Value.ClientId',
});
const unknown: Given = { parameters: 'Vault vault', key: '(string)vault.Key()', id: 'vault.Id()' };

function appOf(classes: Readonly<Record<string, string>>, services = ''): Files {
  const more = Object.fromEntries(Object.entries(classes).map(([name, text]) => [`App/${name}.cs`, text]));
  const files = appWith(services, { more });
  return { ...files, 'App/Program.cs': `using Altinn.ApiClients.Maskinporten.Config;\n${files['App/Program.cs']}` };
}

function two(first: Given, second: Given, services = ''): Files {
  return appOf({ First: asking('First', first), Second: asking('Second', second) }, services);
}

/** The identities of an app, each as where its credentials are from and what becomes of it. */
async function identities(files: Files, decide: Readonly<Record<string, Decision>> = {}) {
  const { app } = await auditedApp(files, { decide });
  return app.identities.map(({ section, decision }) => `${section ?? 'unknown'}: ${decision}`);
}

describe('classes with credentials of different places are identities of their own', () => {
  const fields = (section: string): Given => ({
    parameters: 'IConfiguration config',
    members: `\n    private readonly IConfigurationSection _section = config.GetSection("${section}");\n    private readonly string _id = config["${section}:ClientId"]!;\n`,
    key: '_section["EncodedJwk"]',
    id: '_id',
  });
  test.each<[string, Files, readonly string[]]>([
    ['two sections', two(config('a'), config('b')), ['a: undecided', 'b: undecided']],
    [
      'two sections through locals',
      two(config('a'), {
        parameters: 'IConfiguration config',
        before: 'var section = config.GetSection("b");\n        string id = section["ClientId"]!;\n        ',
        key: 'section["EncodedJwk"]!',
        id: 'id',
      }),
      ['a: undecided', 'b: undecided'],
    ],
    ['two sections through fields', two(fields('a'), fields('b')), ['a: undecided', 'b: undecided']],
    [
      'two ids of one section',
      two({ ...config('a'), id: 'config["a:FirstId"]' }, { ...config('a'), id: 'config["a:SecondId"]' }),
      ['a: undecided', 'a: undecided'],
    ],
    ['two pairs of secrets', two(secret('a'), secret('b')), ['unknown: undecided', 'unknown: undecided']],
    [
      'options of two types',
      two(
        options('Ours'),
        options('Theirs'),
        '    services.Configure<Ours>(config.GetSection("a"));\n    services.Configure<Theirs>(config.GetSection("b"));',
      ),
      ['a: undecided', 'b: undecided'],
    ],
    [
      'options of two types that are configured somewhere else',
      two(options('Ours'), options('Theirs')),
      ['unknown: undecided', 'unknown: undecided'],
    ],
    [
      'options of two names',
      two(
        {
          ...options('Ours'),
          parameters: 'IOptionsSnapshot<Ours> options',
          key: 'options.Get("x").EncodedJwk',
          id: 'options.Get("x").ClientId',
        },
        {
          ...options('Ours'),
          parameters: 'IOptionsMonitor<Ours> options',
          key: 'options.Get("y").EncodedJwk',
          id: 'options.Get("y").ClientId',
        },
        '    services.Configure<Ours>("x", config.GetSection("a"));\n    services.Configure<Ours>("y", config.GetSection("b"));',
      ),
      ['a: undecided', 'b: undecided'],
    ],
    [
      'options of two names that are configured somewhere else',
      two(
        {
          parameters: 'IOptionsSnapshot<Ours> options',
          key: 'options.Get("x").EncodedJwk',
          id: 'options.Get("x").ClientId',
        },
        {
          parameters: 'IOptionsSnapshot<Ours> options',
          key: 'options.Get("y").EncodedJwk',
          id: 'options.Get("y").ClientId',
        },
      ),
      ['unknown: undecided', 'unknown: undecided'],
    ],
    ['a section and what cannot be told', two(config('a'), unknown), ['a: undecided', 'unknown: undecided']],
    [
      'the ids of one section and of a longer name',
      two(config('a'), { ...config('a'), id: 'config["a:ClientId2"]' }),
      ['a: undecided', 'a: undecided'],
    ],
    [
      'the ids of one section and of a name that ends alike',
      two(config('a'), { ...config('a'), id: 'config["a:MyClientId"]' }),
      ['a: undecided', 'a: undecided'],
    ],
    [
      'settings of the app’s own beside those of the package',
      two(
        options('Ours'),
        options('MaskinportenSettings'),
        '    services.Configure<MaskinportenSettings>(config.GetSection("a"));',
      ),
      ['a: undecided', 'unknown: undecided'],
    ],
    [
      'settings of the package by a name beside the usual ones',
      two(
        {
          parameters: 'IOptionsSnapshot<MaskinportenSettings> options',
          key: 'options.Get("x").EncodedJwk',
          id: 'options.Get("x").ClientId',
        },
        options('MaskinportenSettings'),
        '    services.Configure<MaskinportenSettings>(config.GetSection("a"));',
      ),
      ['a: undecided', 'unknown: undecided'],
    ],
    ['two that cannot be told', two(unknown, unknown), ['unknown: undecided', 'unknown: undecided']],
    [
      'ids that are written out',
      two({ ...unknown, id: '"11111111-1111"' }, { ...unknown, id: '"22222222-2222"' }),
      ['unknown: undecided', 'unknown: undecided'],
    ],
    [
      'the settings of the package and a section',
      two(
        options('MaskinportenSettings'),
        config('b'),
        '    services.Configure<MaskinportenSettings>(config.GetSection("a"));',
      ),
      ['a: undecided', 'b: undecided'],
    ],
    [
      'a class beside a registered client',
      {
        ...appOf(
          { First: asking('First', config('b')) },
          '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("a"), d => { d.ClientSettings.Scope = "a"; });',
        ),
      },
      ['a: undecided', 'b: undecided'],
    ],
    [
      'one class that asks for two',
      appOf({
        Both: asking('Both', {
          ...config('a'),
          before:
            'var other = await service.GetToken(config["b:EncodedJwk"], "prod", config["b:ClientId"], "c:d", null);\n        ',
        }),
      }),
      ['b: undecided', 'a: undecided'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await identities(files)).toEqual(expected);
    const findings = (await found(rule, files)).map((one) => one.split(', ')[0]);
    expect(new Set(findings.map((one) => one?.split(' ').slice(1).join(' ')))).toEqual(
      new Set(['error switch manual']),
    );
    expect(findings.length).toBeGreaterThan(0);
  });

  test('one wrapper that two callers give credentials of their own', async () => {
    const wrapper = `${usings}
public class Tokens(IMaskinportenService service)
{
    public async Task<string> For(string key, string id)
    {
        TokenResponse token = await service.GetToken(key, "prod", id, "a:b", null);
        return token.AccessToken;
    }
}
`;
    const caller = (name: string, section: string) =>
      `using Microsoft.Extensions.Configuration;\npublic class ${name}(Tokens tokens, IConfiguration c) { public object Get() => tokens.For(c["${section}:EncodedJwk"], c["${section}:ClientId"]); }\n`;
    const files = appOf({ Tokens: wrapper, A: caller('A', 'a'), B: caller('B', 'b') });
    expect(await identities(files)).toEqual(['a: undecided', 'b: undecided']);
    expect(await identities(appOf({ Tokens: wrapper, A: caller('A', 'a') }))).toEqual(['a: studio']);
  });
});

describe('classes with the same credentials are one identity', () => {
  test.each<[string, Files, readonly string[]]>([
    ['of one section', two(config('a'), config('A')), ['A: studio']],
    ['of one pair of secrets', two(secret('a'), secret('a')), ['unknown: studio']],
    ['of one type of settings', two(options('Ours'), options('Ours')), ['unknown: studio']],
    [
      'of the settings of the package',
      two(
        options('MaskinportenSettings'),
        options('MaskinportenSettings'),
        '    services.Configure<MaskinportenSettings>(config.GetSection("a"));',
      ),
      ['a: studio'],
    ],
    [
      'of settings and of the section they are bound to',
      two(options('Ours'), config('a'), '    services.AddOptions<Ours>().BindConfiguration("a");'),
      ['a: studio'],
    ],
    [
      'of one id that is written out',
      two({ ...unknown, id: '"11111111-1111"' }, { ...unknown, id: '" 11111111-1111"' }),
      ['unknown: studio'],
    ],
    [
      'of the settings of the package, which another library fills',
      two(options('MaskinportenSettings'), options('MaskinportenSettings')),
      ['unknown: studio'],
    ],
    [
      'of one id that is written out, with keys of one section',
      two({ ...config('a'), id: '"11111111-1111"' }, { ...config('a'), id: '"11111111-1111"' }),
      ['a: studio'],
    ],
    [
      'of one id that is written out, with keys of two sections',
      appOf({
        Both: asking('Both', {
          ...config('a'),
          id: '"11111111-1111"',
          before:
            'var other = await service.GetToken(config["b:EncodedJwk"], "prod", "11111111-1111", "c:d", null);\n        ',
        }),
      }),
      ['unknown: studio'],
    ],
    [
      'of ids at the root',
      two({ ...config('a'), id: 'config["Id"]' }, { ...config('b'), id: 'config["id"]' }),
      ['b: studio'],
    ],
    ['one alone that cannot be told', appOf({ First: asking('First', unknown) }), ['unknown: studio']],
  ])('%s', async (_, files, expected) => {
    expect(await identities(files)).toEqual(expected);
  });
});

describe('the id and the key are told by their place or by their name', () => {
  const ask = (call: string) => {
    const text = asking('First', config('a'));
    return appOf({ First: text.replace(/service\.GetToken\(.*\);/, `service.GetToken(${call});`) });
  };
  test.each([
    ['by their place', 'config["a:K"], "prod", config["a:ClientId"], "a:b", null'],
    [
      'by name',
      'jwk: config["a:K"], environment: "prod", clientId: config["a:ClientId"], scope: "a:b", resource: null',
    ],
    [
      'by name, the id first',
      'clientId: config["a:ClientId"], environment: "prod", jwk: config["a:K"], scope: "a:b", resource: null',
    ],
    [
      'by name, the key last',
      'clientId: config["a:ClientId"], environment: "prod", scope: "a:b", resource: null, base64EncodedJWK: config["a:K"]',
    ],
    [
      'of a certificate',
      'clientId: config["a:ClientId"], environment: "prod", scope: "a:b", resource: null, cert: config["a:K"]',
    ],
    ['of more parameters', 'config["a:K"], "prod", config["a:ClientId"], "a:b", null, null'],
  ])('%s', async (_, call) => {
    const { app } = await auditedApp(ask(call));
    expect(app.identities.map(({ section }) => section)).toEqual(['a']);
    expect(app.tokens.consumers.map(({ credentials }) => [credentials?.ids, credentials?.keys])).toEqual([
      [[{ kind: 'configuration', path: 'a:ClientId' }], [{ kind: 'configuration', path: 'a:K' }]],
    ]);
  });

  test.each([
    ['a definition', 'definition'],
    ['a request', 'config["a:K"], config["b:K"], config["a:ClientId"]'],
    [
      'names of other parameters',
      'x: config["a:K"], environment: "prod", id: config["a:ClientId"], scope: "a:b", resource: null',
    ],
    ['longer names', 'myJwk: config["a:K"], environment: "prod", jwkId: config["a:K"], scope: "a:b", resource: null'],
  ])('not those of %s', async (_, call) => {
    const { app } = await auditedApp(ask(call));
    expect(app.tokens.consumers.map(({ credentials }) => [credentials?.ids, credentials?.keys])).toEqual([
      [[{ kind: 'unknown' }], [{ kind: 'unknown' }]],
    ]);
  });

  test.each([
    ['a class that gives the service away may ask with anything', 'Other.Use(service);', [{ kind: 'unknown' }]],
    ['a class that does nothing with it does not ask', '', []],
    ['nor does one that only exchanges', 'service.ExchangeToAltinnToken(token, "prod");', []],
  ])('%s', async (_, does, ids) => {
    const text = `${usings}public class First(IMaskinportenService service)\n{\n    public void M(TokenResponse token)\n    {\n        ${does}\n    }\n}\n`;
    const { app } = await auditedApp(appOf({ First: text }));
    expect(app.tokens.consumers.map(({ credentials }) => credentials?.ids)).toEqual([ids]);
  });

  test('a class that asks, and gives the service away, asks with what it is seen to', async () => {
    const files = appOf({ First: asking('First', { ...config('a'), before: 'Other.Use(service);\n        ' }) });
    expect(await identities(files)).toEqual(['a: studio']);
  });

  test('and exchanging a token tells nothing', async () => {
    const files = appOf({
      First: asking('First', {
        ...config('a'),
        before:
          'await service.ExchangeToAltinnToken(config["b:K"], "prod", config["b:ClientId"], null, null);\n        ',
      }),
    });
    expect(await identities(files)).toEqual(['a: studio']);
  });
});

describe('what a class reads is known of it', () => {
  test('the names of its secrets, and what becomes of each', async () => {
    const files = two(secret('a'), secret('b'));
    const { app } = await auditedApp(files);
    expect(app.identities.map(({ secrets }) => secrets)).toEqual([
      ['a-id', 'a-jwk'],
      ['b-id', 'b-jwk'],
    ]);
    const [first = '', second = ''] = app.identities.map(({ clients }) => clients[0] ?? '');
    const decide = { [first]: 'studio', [second]: 'own-external' } as const;
    expect(await found('vault/secrets-client', files, { decide })).toEqual([
      expect.stringMatching(/^App\/First\.cs:15 /),
      expect.stringMatching(/^App\/First\.cs:16 /),
    ]);
    const { settled } = await auditedApp(files, { decide });
    const retired = settled.flatMap(({ finding }) =>
      finding.rule === 'vault/retire-secrets' ? finding.data.names.map(({ name }) => name) : [],
    );
    expect(retired).toEqual(['a-id', 'a-jwk']);
  });

  test('the secrets that a vault may give the keys it reads', async () => {
    const files = appOf({ First: asking('First', config('a')) });
    const program = String(files['App/Program.cs']).replace(
      'WebApplication app',
      'builder.AddAzureKeyVaultAsConfigProvider();\nWebApplication app',
    );
    const vault = { ...files, 'App/Program.cs': `using Altinn.App.Api.Extensions;\n${program}` };
    const { app } = await auditedApp(vault);
    expect(app.secretNames.map(({ name, section }) => `${section} ${name}`)).toEqual([
      'a a--ClientId',
      'a a--EncodedJwk',
    ]);
  });
});

describe('a class follows what was decided for its own identity', () => {
  test('and the others stay with theirs', async () => {
    const files = two(config('a'), config('b'));
    const decide = { a: 'studio', b: 'own-external' } as const;
    expect(await identities(files, decide)).toEqual(['a: studio', 'b: own-external']);
    expect(await found(rule, files, { decide })).toEqual([
      expect.stringMatching(/^App\/First\.cs:\d+ error switch review/),
    ]);
  });

  test('nothing moves while another is undecided', async () => {
    const files = two(config('a'), config('b'));
    expect(await found(rule, files, { decide: { a: 'studio' } })).toEqual([
      expect.stringMatching(/^App\/First\.cs:\d+ error switch manual, undecided-identities \(a b\)/),
      expect.stringMatching(/^App\/Second\.cs:\d+ error switch manual, undecided-identities \(a b\)/),
    ]);
  });

  test('nothing moves to a client that is to have another identity', async () => {
    const files = two(config('a'), config('b'));
    const decide = { a: 'studio', b: 'own-built-in' } as const;
    expect(await found(rule, files, { decide })).toEqual([
      expect.stringMatching(/^App\/First\.cs:\d+ error switch manual, mixed-decisions/),
      expect.stringMatching(/^App\/Second\.cs:\d+ error switch manual, own-built-in-by-hand/),
    ]);
  });
});
