import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type LegacyClient, legacyClients } from '../../../src/app/record/legacy-clients.ts';
import { type Asked, appWith, auditedApp, type Files } from '../../rules/audited.ts';

const usings = [
  'Altinn.ApiClients.Maskinporten.Config',
  'Altinn.ApiClients.Maskinporten.Extensions',
  'Altinn.ApiClients.Maskinporten.Interfaces',
  'Altinn.ApiClients.Maskinporten.Services',
  'Altinn.App.Api.Extensions',
  'Altinn.App.Core.Features.Maskinporten',
  'Altinn.App.Core.Internal.Maskinporten',
  'Altinn.App.Core.Internal.Secrets',
].map((namespace) => `using ${namespace};\n`);

/** An app that registers these services, and whose other code is in these files. */
function app(services: string, code: Files = {}, settings: Files = {}): Files {
  const files = appWith(services, { more: settings });
  const others = Object.entries(code).map(([path, text]) => [`App/${path}`, `${usings.join('')}${text}`]);
  return {
    ...files,
    ...Object.fromEntries(others),
    'App/Program.cs': `${usings.join('')}${files['App/Program.cs']}`,
  };
}

/** What is said of one twice is written once. */
async function clientsOf(files: Files, asked: Asked = {}): Promise<readonly LegacyClient[]> {
  return legacyClients((await auditedApp(files, asked)).app).map((client) => ({
    ...client,
    scopes: [...new Set(client.scopes)],
    secrets: [...new Set(client.secrets)],
  }));
}

const settingsWith = (sections: unknown) => ({ 'App/appsettings.json': JSON.stringify(sections) });
const hashOf = (id: string) => createHash('sha256').update(id).digest('hex');

const configured = 'services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';
const types = {
  tokens: 'IMaskinportenTokenProvider',
  client: 'IMaskinportenClient',
  service: 'IMaskinportenService',
  secrets: 'ISecretsClient',
  c: 'IConfiguration',
};

/** A class that is given what its method uses. */
function tokens(name: string, body: string): string {
  const used = Object.entries(types).filter(([local]) => new RegExp(`\\b${local}[.\\[]`).test(body));
  const parameters = used.map(([local, type]) => `${type} ${local}`).join(', ');
  return `class ${name}(${parameters}) { public async Task<string> Get() { ${body} } }`;
}
const asksProvider = tokens('Tokens', 'return await tokens.GetToken("a b");');

describe('a client of the external package', () => {
  const register = (delegate: string) =>
    `services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, A>(config.GetSection("Own"), ${delegate});`;

  test('stands in the file that registers it and in the settings of its section', async () => {
    const setup =
      'static class Setup { public static void AddOwn(this IServiceCollection services, IConfiguration config) { services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, A>(config.GetSection("Own"), d => d.ClientSettings.Scope = "a"); } }';
    const files = app('services.AddOwn(config);', { 'Setup.cs': setup }, settingsWith({ own: { ClientId: 'my-id' } }));
    expect(await clientsOf(files)).toMatchObject([
      {
        kind: 'registration',
        section: 'Own',
        scopes: ['a'],
        exchange: false,
        clientIdHashes: [hashOf('my-id')],
        secrets: [],
        files: ['App/Setup.cs', 'App/appsettings.json'],
      },
    ]);
  });

  test.each<[string, string, Partial<LegacyClient>]>([
    ['that it computes', 'd => d.ClientSettings.Scope = config["x"]', { scopes: [], exchange: false }],
    [
      'of a token whose exchange it computes',
      'd => { d.ClientSettings.Scope = "a"; d.ClientSettings.ExhangeToAltinnToken = x; }',
      { scopes: ['a'], exchange: null },
    ],
    ['that nobody can read', 'Own.Configure', { scopes: [], exchange: null }],
  ])('does not guess the scopes %s', async (_, delegate, told) => {
    expect(await clientsOf(app(register(delegate)))).toMatchObject([told]);
  });

  test('has the hashes and secrets of its own section and no other', async () => {
    const more = settingsWith({ Own: { ClientId: 'my-id' }, Other: { MaskinportenSettings: { ClientId: 'other' } } });
    const both = `${register('d => d.ClientSettings.Scope = "a"')}
    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, B>(config.GetSection("Other:MaskinportenSettings"), d => d.ClientSettings.Scope = "b");`;
    const vaultSecrets = ['OWN--EncodedJwk', 'Other--MaskinportenSettings--EncodedJwk'];
    expect(await clientsOf(app(both, {}, more), { vaultSecrets })).toMatchObject([
      { section: 'Own', clientIdHashes: [hashOf('my-id')] },
      { section: 'Other:MaskinportenSettings', clientIdHashes: [hashOf('other')] },
    ]);
  });

  test('of a section that is not known has none', async () => {
    const unknown =
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, A>(config.GetSection(config["x"]), d => d.ClientSettings.Scope = "a");';
    const files = app(unknown, {}, settingsWith({ A: { MaskinportenSettings: { ClientId: 'x' } } }));
    expect(await clientsOf(files)).toMatchObject([
      { section: null, clientIdHashes: [], secrets: [], files: ['App/Program.cs'] },
    ]);
  });
});

describe('a definition', () => {
  const define =
    'services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("key", config.GetSection("Own"));';
  const attach = (key: string) =>
    `static class Setup { public static void AddOwn(this IServiceCollection services) { services.AddHttpClient("x").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("${key}", d => { d.ClientSettings.Scope = "a"; d.ClientSettings.ExhangeToAltinnToken = true; }); } }`;

  test('that a handler asks for is told of by that handler, in the files of both', async () => {
    const files = app(`${define} services.AddOwn();`, { 'Setup.cs': attach('key') });
    expect(await clientsOf(files)).toMatchObject([
      {
        kind: 'handler',
        section: 'Own',
        scopes: ['a'],
        exchange: true,
        files: ['App/Setup.cs', 'App/Program.cs'],
      },
    ]);
  });

  test('that no handler asks for is told of by itself, and a handler without one has no section', async () => {
    const files = app(`${define} services.AddOwn();`, { 'Setup.cs': attach('other') });
    expect(await clientsOf(files)).toMatchObject([
      { kind: 'registration', section: 'Own', files: ['App/Program.cs'] },
      { kind: 'handler', section: null, scopes: ['a'], files: ['App/Setup.cs'] },
    ]);
  });
});

describe('the built-in client', () => {
  const asking = (exchange: string) => `services.AddHttpClient<A>().UseMaskinporten${exchange}Authorization("a", "b");`;

  test.each<[string, string, Partial<LegacyClient>]>([
    ['asks with a handler', asking(''), { scopes: ['a', 'b'], exchange: false }],
    ['exchanges the token', asking('Altinn'), { scopes: ['a', 'b'], exchange: true }],
    ['asks for both', `${asking('')} ${asking('Altinn')}`, { scopes: ['a', 'b'], exchange: null }],
    ['asks for nothing that is known', '', { scopes: [], exchange: null }],
  ])('%s', async (_, services, told) => {
    expect(await clientsOf(app(`${configured} ${services}`))).toMatchObject([
      { kind: 'configuration', section: 'mine:MaskinportenSettings', decision: 'studio', ...told },
    ]);
  });

  test('asks in the code of the app', async () => {
    const code = tokens('Tokens', 'string t = await client.GetAltinnExchangedToken(["c"]); return t;');
    expect(await clientsOf(app(configured, { 'Tokens.cs': code }))).toMatchObject([{ scopes: ['c'], exchange: true }]);
  });

  test('asks for the library’s own provider, whose tokens are the built-in client’s', async () => {
    const clients = await clientsOf(app(configured, { 'Tokens.cs': asksProvider }));
    expect(clients).toMatchObject([{ kind: 'configuration', scopes: ['a', 'b'], exchange: false }]);
  });

  test('does not ask for the package’s service, which has its own credentials', async () => {
    const code = tokens(
      'Tokens',
      'var t = await service.GetToken(c["own:EncodedJwk"], "test", c["own:ClientId"], "s", null); return t.AccessToken;',
    );
    const clients = await clientsOf(app(configured, { 'Tokens.cs': code }));
    expect(clients.map(({ kind, section, scopes }) => ({ kind, section, scopes }))).toEqual([
      { kind: 'configuration', section: 'mine:MaskinportenSettings', scopes: [] },
      { kind: 'consumer', section: 'own', scopes: ['s'] },
    ]);
  });

  test('has what only local runs bind by hand as its own, without anyone’s decision', async () => {
    const local = `if (env.IsDevelopment()) { ${configured} }`;
    expect(await clientsOf(app(local))).toMatchObject([{ kind: 'configuration', decision: 'studio' }]);
  });

  test('has no credentials of its own where it is bound to the default section', async () => {
    expect(await clientsOf(app('services.ConfigureMaskinportenClient("MaskinportenSettings");'))).toEqual([]);
  });
});

describe('keys that only settings hold', () => {
  const filled = settingsWith({ MaskinportenSettings: { ClientId: 'my-id', JwkBase64: 'x' } });

  test('are one client, with what the built-in one asks for', async () => {
    const files = app('services.AddHttpClient<A>().UseMaskinportenAuthorization("a");', {}, filled);
    expect(await clientsOf(files)).toMatchObject([
      {
        kind: 'settings',
        section: 'MaskinportenSettings',
        decision: 'studio',
        scopes: ['a'],
        exchange: false,
        clientIdHashes: [hashOf('my-id')],
        files: ['App/appsettings.json'],
      },
    ]);
  });

  test('are none where the section holds only the authority', async () => {
    const authority = settingsWith({ MaskinportenSettings: { Authority: 'https://test.maskinporten.no/' } });
    expect(await clientsOf(app('services.AddHttpContextAccessor();', {}, authority))).toEqual([]);
  });
});

describe('the provider that the app registers', () => {
  const register = 'services.AddMaskinportenJwkTokenProvider("own--key");';
  const bind = (section: string) =>
    `services.Configure<MaskinportenSettings>(config.GetSection("${section}")); ${register}`;

  test('is told of with its secret, and so is each class that asks it', async () => {
    const clients = await clientsOf(app(register, { 'Tokens.cs': asksProvider }));
    expect(clients).toMatchObject([
      { kind: 'consumer', scopes: ['a', 'b'], exchange: false, secrets: [], files: ['App/Tokens.cs'] },
      { kind: 'provider', scopes: ['a', 'b'], exchange: false, secrets: ['own--key'], files: ['App/Program.cs'] },
    ]);
  });

  test('has the section of the settings that the app configures for it', async () => {
    const clients = await clientsOf(app(bind('Own'), { 'Tokens.cs': asksProvider }));
    expect(clients.map(({ kind, section }) => `${kind}: ${section}`)).toEqual(['consumer: Own', 'provider: Own']);
  });

  test('has it also beside another client', async () => {
    const clients = await clientsOf(app(`${configured} ${bind('Own')}`, { 'Tokens.cs': asksProvider }));
    expect(clients.map(({ kind, section }) => `${kind}: ${section}`)).toEqual([
      'configuration: mine:MaskinportenSettings',
      'consumer: Own',
      'provider: Own',
    ]);
    expect(clients.map(({ files }) => files)).toEqual([['App/Program.cs'], ['App/Tokens.cs'], ['App/Program.cs']]);
  });

  test('has none where the app configures several', async () => {
    const clients = await clientsOf(app(`${bind('Own')} ${bind('Other').replace(register, '')}`));
    expect(clients.map(({ kind, section }) => `${kind}: ${section}`)).toEqual(['provider: null']);
  });

  test('has the section of the only other client where the app configures none', async () => {
    const clients = await clientsOf(app(`${configured} ${register}`));
    expect(clients.map(({ kind, section }) => `${kind}: ${section}`)).toEqual([
      'configuration: mine:MaskinportenSettings',
      'provider: mine:MaskinportenSettings',
    ]);
  });

  test('is not what the package’s service is asked for', async () => {
    const code = tokens(
      'Service',
      'var t = await service.GetToken(c["own:EncodedJwk"], "test", c["own:ClientId"], "s", null); return t.AccessToken;',
    );
    const clients = await clientsOf(app(register, { 'Tokens.cs': asksProvider, 'Service.cs': code }));
    const provider = clients.find(({ kind }) => kind === 'provider');
    expect(provider).toMatchObject({ scopes: ['a', 'b'] });
  });

  test('with a secret that the code computes has none', async () => {
    const clients = await clientsOf(app('services.AddMaskinportenJwkTokenProvider(config["x"]);'));
    expect(clients).toMatchObject([{ kind: 'provider', scopes: [], exchange: null, secrets: [] }]);
  });

  test('asks for no exchange it can agree on where classes want both', async () => {
    const other = tokens('Other', 'return await tokens.GetAltinnExchangedToken("c");');
    const clients = await clientsOf(app(register, { 'Other.cs': other, 'Tokens.cs': asksProvider }));
    expect(clients.find(({ kind }) => kind === 'provider')).toMatchObject({ scopes: ['c', 'a', 'b'], exchange: null });
  });

  test('of the library, for an app that registers none, is no client of the app', async () => {
    expect(await clientsOf(app('services.AddHttpContextAccessor();', { 'Tokens.cs': asksProvider }))).toEqual([]);
  });
});

describe('the package’s service', () => {
  const ask = (key: string, id: string) =>
    `var t = await service.GetToken(${key}, "test", ${id}, "s", null); return t.AccessToken;`;
  const service = 'services.AddHttpClient<IMaskinportenService, MaskinportenService>();';

  test('is told of by who calls it: the secrets it reads there, the id it writes, and where it is registered', async () => {
    const code = {
      'Asking.cs': tokens(
        'Asking',
        `var key = await secrets.GetSecretAsync("maskinporten-jwk"); ${ask('key', '"my-id"')}`,
      ),
      'Other.cs': tokens('Other', 'return await secrets.GetSecretAsync("maskinporten-other");'),
      'Tokens.cs': asksProvider,
    };
    expect(await clientsOf(app(service, code))).toMatchObject([
      {
        kind: 'consumer',
        section: null,
        clientIdHashes: [hashOf('my-id')],
        secrets: ['maskinporten-jwk'],
        files: ['App/Asking.cs', 'App/Program.cs'],
      },
    ]);
  });

  test('is not registered by what registers other services', async () => {
    const registering = {
      'Asking.cs': tokens('Asking', ask('c["own:EncodedJwk"]', 'c["own:ClientId"]')),
      'Setup.cs':
        'static class Setup { public static void AddOther(this IServiceCollection services) { services.AddTransient<IMaskinportenTokenProvider, OwnProvider>(); } }',
    };
    const [client] = await clientsOf(app(`${service} services.AddOther();`, registering));
    expect(client).toMatchObject({ kind: 'consumer', section: 'own', files: ['App/Asking.cs', 'App/Program.cs'] });
  });
});
