import { describe, expect, test } from 'vitest';
import { type Asked, appWith, auditedApp, type Files } from '../audited.ts';
import { askingClass, client, definition, handler, handlerOf, importing, lines } from './old-clients.ts';

/** What sentences about the findings of a rule are made of. */
async function dataOf(rule: string, files: Files, asked: Asked = {}): Promise<readonly unknown[]> {
  const { settled } = await auditedApp(files, asked);
  return settled.filter(({ finding }) => finding.rule === `clients/${rule}`).map(({ finding }) => finding.data);
}

function withVault(files: Files): Files {
  const program = String(files['App/Program.cs']).replace(
    '\nWebApplication app',
    '\nbuilder.AddAzureKeyVaultAsConfigProvider();$&',
  );
  return { ...files, 'App/Program.cs': program };
}

const exchanging = 'd => { d.ClientSettings.Scope = "a b"; d.ClientSettings.ExhangeToAltinnToken = true; }';

describe('of an HttpClient', () => {
  const plain = {
    method: 'AddMaskinportenHttpClient',
    client: 'X',
    section: 'A',
    scopes: ['a'],
    exchange: false,
    decision: 'studio',
    target: 'v8',
    vault: false,
  };

  test.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['its type and what it asks for', client('X', 'A'), {}],
    ['that it exchanges its tokens', client('X', 'A', exchanging), { scopes: ['a', 'b'], exchange: true }],
    ['two types', client('IX, X', 'A'), { client: 'IX, X' }],
    ['its name as written', client('X', 'A').replace(', X>(', '>(nameof(X), '), { client: 'nameof(X)' }],
    ['no scopes where they are computed', client('X', 'A', 'd => d.ClientSettings.Scope = Later()'), { scopes: null }],
    [
      'no exchange where it is computed',
      client('X', 'A', 'd => { d.ClientSettings.Scope = "a"; d.ClientSettings.ExhangeToAltinnToken = Later(); }'),
      { exchange: null },
    ],
    [
      'no section where it is unknown',
      client('X', 'A', exchanging).replace('config.GetSection("A")', 'Library.Settings()'),
      { section: null, scopes: ['a', 'b'], exchange: true },
    ],
    [
      'no client where the call is not understood',
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, X>();',
      { client: null, section: null, scopes: null, exchange: null },
    ],
  ])('%s', async (_, services, more) => {
    expect(await dataOf('external-http-client', appWith(lines(services)))).toEqual([
      expect.objectContaining({ ...plain, ...more }),
    ]);
  });

  test('that there is a vault, what was decided and what is aimed at', async () => {
    const files = withVault(appWith(lines(client('X', 'A'), client('Y', 'B'))));
    expect(await dataOf('external-http-client', files, { target: 'v9', decide: { A: 'studio' } })).toEqual([
      { ...plain, target: 'v9', vault: true },
      { ...plain, client: 'Y', section: 'B', decision: 'undecided', target: 'v9', vault: true },
    ]);
  });
});

describe('of a definition and its handler', () => {
  const asked = { key: 'k', section: 'A', decision: 'studio', target: 'v8', vault: false };
  const defined = { ...asked, method: 'RegisterMaskinportenClientDefinition', part: 'definition' };
  const attached = { ...asked, method: 'AddMaskinportenHttpMessageHandler', part: 'handler', exchange: false };

  test('key, section and what each asks for', async () => {
    const files = appWith(lines(definition('k', 'A'), handler('k')));
    expect(await dataOf('external-message-handler', files)).toEqual([
      { ...defined, scopes: null, exchange: false },
      { ...attached, scopes: ['h'] },
    ]);
  });

  test('no section of a handler that has no definition, and nothing decided', async () => {
    expect(await dataOf('external-message-handler', appWith(lines(handler('k'))))).toEqual([
      { ...attached, scopes: ['h'], exchange: null, section: null, decision: 'undecided' },
    ]);
  });

  test('no key where it is computed', async () => {
    const computed = lines(definition('k', 'A'), handler('k')).replaceAll('>("k"', '>(config["key"]');
    expect(await dataOf('external-message-handler', appWith(computed))).toEqual([
      expect.objectContaining({ part: 'definition', key: null, section: 'A' }),
      expect.objectContaining({ part: 'handler', key: null, section: null }),
    ]);
  });

  test('that there is a vault, what was decided and what is aimed at', async () => {
    const files = withVault(appWith(lines(definition('k', 'A'), handler('k'))));
    const data = await dataOf('external-message-handler', files, { target: 'v9', decide: { a: 'own-built-in' } });
    const more = { decision: 'own-built-in', target: 'v9', vault: true };
    expect(data).toEqual([expect.objectContaining(more), expect.objectContaining(more)]);
  });

  test('the section of the client whose definition a handler asks for', async () => {
    const files = appWith(lines(client('X', 'A'), handlerOf('X')));
    expect(await dataOf('external-message-handler', files)).toEqual([
      expect.objectContaining({ part: 'handler', section: 'A', decision: 'studio' }),
    ]);
  });
});

describe('of code that asks for tokens', () => {
  const provider = {
    'App/P.cs': 'using Altinn.App.Core.Internal.Maskinporten;\nclass P(IMaskinportenTokenProvider provider) { }\n',
  };
  const asked = { decision: 'studio', target: 'v8', token: 'jwt', vault: false };

  test.each<[string, string, Files]>([
    ['by the service', 'external-service', askingClass('K', 'A')],
    ['by the provider', 'token-provider', provider],
  ])('what a token is in the version: %s', async (_, rule, more) => {
    const of = async (version: string) => {
      const [data] = await dataOf(rule, appWith('', { version, more }));
      return data;
    };
    expect(await of('8.7.0')).toMatchObject({ ...asked, how: 'injected' });
    expect(await of('8.3.4')).toMatchObject({ token: 'response' });
    expect(await of('8.2.0')).toMatchObject({ token: null });
    expect(await of('$(Unset)')).toMatchObject({ token: null });
  });

  test('of two classes, what becomes of each', async () => {
    const more = { ...askingClass('K', 'A'), ...askingClass('L', 'B') };
    const decide = { A: 'studio', B: 'own-built-in' } as const;
    expect(await dataOf('external-service', withVault(appWith('', { more })), { decide, target: 'v9' })).toEqual([
      { ...asked, name: 'IMaskinportenService', how: 'injected', target: 'v9', vault: true },
      { ...asked, name: 'IMaskinportenService', how: 'injected', target: 'v9', vault: true, decision: 'own-built-in' },
    ]);
  });

  const usings = [
    'Altinn.ApiClients.Maskinporten.Config',
    'Altinn.ApiClients.Maskinporten.Handlers',
    'Altinn.ApiClients.Maskinporten.Interfaces',
    'Altinn.ApiClients.Maskinporten.Services',
    'Altinn.App.Core.Internal.Maskinporten',
  ];
  const register = 'services.AddHttpClient<IMaskinportenService, MaskinportenService>();';

  test.each<[string, string, string, Files, string, string]>([
    ['registered for nobody', 'external-service', register, {}, 'IMaskinportenService', 'registered'],
    [
      'taken by the library',
      'external-service',
      `${register} services.AddEFormidlingServices<Metadata, Receivers>(config);`,
      {},
      'IMaskinportenService',
      'library',
    ],
    [
      'implemented by the app',
      'external-service',
      '',
      { 'App/Own.cs': 'class Own : IMaskinportenService { }\n' },
      'IMaskinportenService',
      'implemented',
    ],
    [
      'the oldest of its kind',
      'external-service',
      'services.AddHttpClient<IMaskinporten, MaskinportenService>();',
      {},
      'IMaskinporten',
      'oldest',
    ],
    [
      'registered with a key of the app',
      'token-provider',
      'services.AddMaskinportenJwkTokenProvider("key");',
      {},
      'AddMaskinportenJwkTokenProvider',
      'registered',
    ],
    [
      'implemented as a provider',
      'token-provider',
      '',
      { 'App/Own.cs': 'class Own : IMaskinportenTokenProvider { }\n' },
      'IMaskinportenTokenProvider',
      'implemented',
    ],
    [
      'the library’s provider, made by hand',
      'token-provider',
      'services.AddTransient<IMaskinportenTokenProvider>(p => new MaskinportenJwkTokenProvider(a, b, c, "x"));',
      {},
      'MaskinportenJwkTokenProvider',
      'made',
    ],
    [
      'a provider of its own, made by a lambda',
      'token-provider',
      'services.AddTransient<IMaskinportenTokenProvider>(p => Make(p));',
      {},
      'IMaskinportenTokenProvider',
      'made',
    ],
  ])('%s', async (_, rule, services, more, name, how) => {
    const files = importing(appWith(lines(services), { more }), ...usings);
    expect(await dataOf(rule, files)).toEqual([expect.objectContaining({ name, how })]);
  });

  test('a provider of its own and one that a lambda makes are told both, by their own rule', async () => {
    const services = 'services.AddTransient<IMaskinportenTokenProvider>(p => Make(p));';
    const more = {
      'App/Own.cs': 'class Own : IMaskinportenTokenProvider { }\n',
      'App/Service.cs': 'class Service : IMaskinportenService { }\n',
    };
    const files = importing(appWith(lines(services), { more }), ...usings);
    expect(await dataOf('token-provider', files)).toEqual([
      expect.objectContaining({ how: 'implemented' }),
      expect.objectContaining({ how: 'made' }),
    ]);
    expect(await dataOf('external-service', files)).toEqual([expect.objectContaining({ how: 'implemented' })]);
  });

  test('a class of the app that is registered as its provider is told once', async () => {
    const services = 'services.AddTransient<IMaskinportenTokenProvider, Own.Provider>();';
    const more = { 'App/Own.cs': 'namespace Own;\nclass Provider : IMaskinportenTokenProvider { }\n' };
    expect(await dataOf('token-provider', importing(appWith(lines(services), { more }), ...usings))).toEqual([
      expect.objectContaining({ how: 'implemented' }),
    ]);
  });
});

describe('of the rest', () => {
  test('which spelling goes, and which comes', async () => {
    const british = 'services.AddHttpClient<X>().UseMaskinportenAltinnAuthorisation("a");';
    expect(await dataOf('obsolete-spelling', appWith(lines(british)), { target: 'v9' })).toEqual([
      { from: 'UseMaskinportenAltinnAuthorisation', to: 'UseMaskinportenAltinnAuthorization', target: 'v9' },
    ]);
  });

  test('which members the built-in client has nothing for, each once', async () => {
    const settings = JSON.stringify({ A: { Kid: 'x', Resource: 'y' } });
    const delegate = 'd => { d.ClientSettings.Scope = "a"; d.ClientSettings.Kid = "z"; }';
    const files = appWith(lines(client('X', 'A', delegate)), { more: { 'App/appsettings.json': settings } });
    expect(await dataOf('unsupported-setting', files, { target: 'v9' })).toEqual([
      { members: ['Kid', 'Resource'], target: 'v9' },
    ]);
  });

  test.each([
    ['8.5.0', 'UseMaskinportenAuthorisation'],
    ['8.7.0', 'UseMaskinportenAuthorization'],
    ['$(Unset)', 'UseMaskinportenAuthorization'],
  ])('on %s, what a client of a library is given its tokens by', async (version, method) => {
    const files = appWith('', { version });
    const project = String(files['App/App.csproj']).replace(
      '<ItemGroup>',
      '<ItemGroup>\n    <PackageReference Include="Altinn.ApiClients.Dan" Version="2.1.0" />',
    );
    expect(await dataOf('library-brings-client', { ...files, 'App/App.csproj': project })).toEqual([
      { id: 'Altinn.ApiClients.Dan', version: '2.1.0', library: 'dan', certain: true, method },
    ]);
  });

  test('how a token is masked, and what it is called', async () => {
    const text =
      'using Altinn.App.Core.Features.Maskinporten;\nclass X(IMaskinportenClient client)\n{\n    async Task F() { var token = await client.GetAccessToken(["a"]); Send($"Bearer {token}"); }\n}\n';
    expect(await dataOf('masked-token', appWith('', { more: { 'App/X.cs': text } }))).toEqual([
      { form: 'interpolation', token: 'token' },
    ]);
  });
});
