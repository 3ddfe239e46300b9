import { describe, expect, test } from 'vitest';
import { type Asked, appWith, auditedApp, type Files, programWith, projectOf } from '../../rules/audited.ts';
import { asked, unresolved } from './asked.ts';

const usings = 'using Altinn.ApiClients.Maskinporten.Extensions;\nusing Altinn.ApiClients.Maskinporten.Services;\n';

/** The first line of `services` is line 5 of `Program.cs`. */
function external(services: string, more: Readonly<Record<string, string>> = {}) {
  return appWith(services, { more: { 'App/Program.cs': `${usings}${programWith(services)}`, ...more } });
}

const client = (settings: string, scope: string | null) =>
  `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, Client>(config.GetSection("${settings}")${
    scope === null ? '' : `, d => { d.ClientSettings.Scope = ${scope}; }`
  });`;

describe('clients of the external package', () => {
  test('ask for what their delegate says, each scope of it', async () => {
    expect(await asked(external(client('a:Mp', '"b:write  a:read"')))).toEqual([
      'a:read: AddMaskinportenHttpClient@Program.cs:5',
      'b:write: AddMaskinportenHttpClient@Program.cs:5',
    ]);
  });

  test('ask for what a settings file says, and there it is seen', async () => {
    const more = { 'App/appsettings.json': '{\n  "a:Mp": {\n    "scope": "a:read"\n  }\n}\n' };
    expect(await asked(external(client('A:mp', null), more))).toEqual(['a:read: "scope"@appsettings.json:3']);
  });

  test('do not ask for what their section says where the delegate says otherwise', async () => {
    const more = { 'App/appsettings.json': '{ "Mp": { "Scope": "a:read" } }' };
    expect(await asked(external(client('Mp', '"b:read"'), more))).toEqual([
      'b:read: AddMaskinportenHttpClient@Program.cs:5',
    ]);
  });

  test('each file of an environment that says so is evidence, Development is none', async () => {
    const settings = (scope: string) => `{ "Mp": { "Scope": "${scope}" } }`;
    const more = {
      'App/appsettings.Development.json': settings('c:local'),
      'App/appsettings.Production.json': settings('a:read'),
      'App/appsettings.Staging.json': settings('a:read'),
    };
    expect(await asked(external(client('Mp', null), more))).toEqual([
      'a:read: "Scope"@appsettings.Production.json:1 "Scope"@appsettings.Staging.json:1',
    ]);
  });

  test('ask for what any environment has, where they differ', async () => {
    const more = {
      'App/appsettings.json': '{ "Mp": { "Scope": "a:read" } }',
      'App/appsettings.Production.json': '{ "Mp": { "Scope": "a:read b:write" } }',
    };
    expect(await asked(external(client('Mp', null), more))).toEqual([
      'a:read: "Scope"@appsettings.Production.json:1 "Scope"@appsettings.json:1',
      'b:write: "Scope"@appsettings.Production.json:1',
    ]);
    expect(await unresolved(external(client('Mp', null), more))).toEqual([]);
  });

  test('of which a settings file says nothing cannot be told', async () => {
    expect(await unresolved(external(client('Mp', null)))).toEqual(['AddMaskinportenHttpClient@Program.cs:5 not-set']);
    const vault = `${client('Mp', null)}\n    builder.AddAzureKeyVaultAsConfigProvider();`;
    expect(await unresolved(external(vault))).toEqual(['AddMaskinportenHttpClient@Program.cs:5 only-in-vault']);
    expect(await unresolved(external(client('Mp', 'Compute()')))).toEqual([
      'AddMaskinportenHttpClient@Program.cs:5 computed',
    ]);
  });

  test('that only local runs have ask for nothing that Studio must know', async () => {
    const local = (services: string) => `    if (env.IsDevelopment())\n    {\n${services}\n    }`;
    expect(await asked(external(local(client('Mp', '"a:read"'))))).toEqual([]);
    expect(await unresolved(external(local(client('Mp', null))))).toEqual([]);
    expect(await asked(appWith(local('services.AddHttpClient("x").UseMaskinportenAuthorization("a:read");')))).toEqual(
      [],
    );
    expect(
      await asked(
        appWith('    if (!env.IsDevelopment()) services.AddHttpClient("x").UseMaskinportenAuthorization("a:read");'),
      ),
    ).toEqual(['a:read: UseMaskinportenAuthorization@Program.cs:3']);
  });

  test('that stay by decision are told apart', async () => {
    const two = `${client('One', '"a:read"')}\n${client('Two', '"a:read b:read"').replace('Client>', 'Other>')}`;
    const decide = { One: 'studio', Two: 'own-external' } as const;
    expect(await asked(external(two), { decide })).toEqual([
      'a:read: AddMaskinportenHttpClient@Program.cs:5 AddMaskinportenHttpClient@Program.cs:6',
      'b:read (stays): AddMaskinportenHttpClient@Program.cs:6',
    ]);
    expect(await unresolved(external(client('Two', null)), { decide: { Two: 'own-external' } })).toEqual([]);
  });

  test('with a handler ask once, where the handler is', async () => {
    const handler = `    services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("k", config.GetSection("Mp"));
    services.AddHttpClient("x").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("k", d => d.ClientSettings.Scope = "a:read");`;
    expect(await asked(external(handler))).toEqual(['a:read: AddMaskinportenHttpMessageHandler@Program.cs:6']);
    expect(await unresolved(external(handler))).toEqual([]);
    const [definition = ''] = handler.split('\n');
    expect(await unresolved(external(definition))).toEqual([]);
  });
});

describe('definitions and handlers of the external package', () => {
  const define = (key = 'k', section = 'Mp') =>
    `    services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("${key}", config.GetSection("${section}"));`;
  const attach = (delegate: string, key = 'k') =>
    `    services.AddHttpClient("x").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("${key}"${delegate});`;
  const settings = (scope: string) => ({ 'App/appsettings.json': `{ "Mp": { "Scope": "${scope}" } }` });

  test('ask for what their section says', async () => {
    const files = external(`${define()}\n${attach('')}`, settings('a:read'));
    expect(await asked(files)).toEqual(['a:read: "Scope"@appsettings.json:1']);
    expect(await unresolved(files)).toEqual([]);
  });

  test('ask for what their section says also while no handler has them', async () => {
    expect(await asked(external(define(), settings('a:read')))).toEqual(['a:read: "Scope"@appsettings.json:1']);
  });

  test.each<[string, string, readonly string[]]>([
    ['whose delegate computes it', attach(', d => d.ClientSettings.Scope = Compute()'), ['computed']],
    ['whose section says nothing', attach(''), ['not-set']],
    ['whose key nothing registers', attach('', 'other'), ['section-unknown']],
  ])('cannot be told of a handler %s', async (_, handler, codes) => {
    const line = 'AddMaskinportenHttpMessageHandler@Program.cs:6';
    expect(await unresolved(external(`${define()}\n${handler}`))).toEqual(codes.map((code) => `${line} ${code}`));
  });

  test('stay where that was decided, and then nobody asks what they are', async () => {
    const decide = { Mp: 'own-external' } as const;
    const known = external(`${define()}\n${attach(', d => d.ClientSettings.Scope = "a:read"')}`);
    expect(await asked(known, { decide })).toEqual(['a:read (stays): AddMaskinportenHttpMessageHandler@Program.cs:6']);
    expect(await asked(external(`${define()}\n${attach('')}`, settings('a:read')), { decide })).toEqual([
      'a:read (stays): "Scope"@appsettings.json:1',
    ]);
    expect(await unresolved(external(`${define()}\n${attach('')}`), { decide })).toEqual([]);
  });

  test('of local runs ask for nothing', async () => {
    const local = `    if (env.IsDevelopment())\n    {\n${define()}\n${attach('')}\n    }`;
    expect(await unresolved(external(local))).toEqual([]);
    expect(await asked(external(local.replace('("k")', '("k", d => d.ClientSettings.Scope = "a:read")')))).toEqual([]);
  });
});

describe('what differs by environment', () => {
  const setting = (scope: string) => `{ "Mp": { "Scope": "${scope}" } }`;
  async function differing(files: Files, circumstances: Asked = {}): Promise<readonly string[]> {
    const { app } = await auditedApp(files, circumstances);
    return app.scopes.differing.map(
      ({ section, files: all, unsetElsewhere }) =>
        `${section}: ${all.map(({ scopes, at }) => `${at.file.replace('App/appsettings.', '')} ${scopes.join(' ')}`).join(', ')}${unsetElsewhere ? ', or none' : ''}`,
    );
  }
  const services = client('Mp', null);

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'two files',
      { 'App/appsettings.json': setting('a'), 'App/appsettings.Production.json': setting('b') },
      ['Mp: json a, Production.json b'],
    ],
    [
      'one file, in one environment',
      { 'App/appsettings.Production.json': setting('a') },
      ['Mp: Production.json a, or none'],
    ],
    [
      'an emptied one',
      { 'App/appsettings.json': setting('a'), 'App/appsettings.Production.json': setting('') },
      ['Mp: json a, or none'],
    ],
    [
      'nothing in another order',
      { 'App/appsettings.json': setting('a b'), 'App/appsettings.Production.json': setting('b a') },
      [],
    ],
    [
      'nothing said twice',
      { 'App/appsettings.json': setting('a'), 'App/appsettings.Production.json': setting('a a') },
      [],
    ],
    [
      'nothing of local runs',
      { 'App/appsettings.json': setting('a'), 'App/appsettings.Development.json': setting('b') },
      [],
    ],
  ])('%s', async (_, more, expected) => {
    expect(await differing(external(services, more))).toEqual(expected);
  });

  const two = { 'App/appsettings.json': setting('a'), 'App/appsettings.Production.json': setting('b') };
  test('is told once of a section, whoever binds it', async () => {
    const both = `${services}\n${client('mp', null).replace('Client>', 'Other>')}`;
    expect(await differing(external(both, two))).toHaveLength(1);
  });

  test('is nothing to Studio where the section stays the app’s own', async () => {
    expect(await differing(external(services, two), { decide: { Mp: 'own-external' } })).toEqual([]);
  });
});

describe('the built-in client', () => {
  test('asks for what its authorizations and its callers pass, casing and all', async () => {
    const services = `    services.AddHttpClient<A>().UseMaskinportenAuthorization("a:Read", "a:read");
    services.AddHttpClient<B>().UseMaskinportenAltinnAuthorization("altinn:serviceowner");`;
    const code = `using Altinn.App.Core.Features.Maskinporten;
class C(IMaskinportenClient client)
{
    const string scope = "c:read";
    Task<JwtToken> T() => client.GetAccessToken([scope, "a:read"]);
}
`;
    expect(await asked(appWith(services, { more: { 'App/C.cs': code } }))).toEqual([
      'a:Read: UseMaskinportenAuthorization@Program.cs:3',
      'a:read: GetAccessToken@C.cs:5 UseMaskinportenAuthorization@Program.cs:3',
      'altinn:serviceowner (default): UseMaskinportenAltinnAuthorization@Program.cs:4',
      'c:read: GetAccessToken@C.cs:5',
    ]);
  });

  test('may be asked for what cannot be told', async () => {
    const services = `    services.AddHttpClient<A>().UseMaskinportenAuthorization("a:read", config["Scope"]);
    clients.ForEach(X.UseMaskinportenAuthorization);`;
    expect(await asked(appWith(services))).toEqual(['a:read: UseMaskinportenAuthorization@Program.cs:3']);
    expect(await unresolved(appWith(services))).toEqual([
      'UseMaskinportenAuthorization@Program.cs:3 computed',
      'UseMaskinportenAuthorization@Program.cs:4 computed',
    ]);
  });

  test('asks with credentials of the app where its section is decided to stay', async () => {
    const services = `    services.ConfigureMaskinportenClient("a:Mp");
    services.AddHttpClient<A>().UseMaskinportenAuthorization("a:read");`;
    expect(await asked(appWith(services))).toEqual(['a:read: UseMaskinportenAuthorization@Program.cs:4']);
    const decide = { 'a:Mp': 'own-built-in' } as const;
    expect(await asked(appWith(services), { decide })).toEqual([
      'a:read (stays): UseMaskinportenAuthorization@Program.cs:4',
    ]);
    const computed = services.replace('"a:read"', 'config["Scope"]');
    expect(await unresolved(appWith(computed))).toEqual(['UseMaskinportenAuthorization@Program.cs:4 computed']);
    expect(await unresolved(appWith(computed), { decide })).toEqual([]);
    const library = `${services}\n    services.AddFiksArkiv();`;
    expect(await asked(appWith(library), { decide })).toContain('ks:fiks (implied, stays): AddFiksArkiv@Program.cs:5');
  });

  test.each<[string, string, Asked]>([
    ['in v9, which binds no section', '', { target: 'v9', decide: { 'a:Mp': 'own-built-in' } }],
    [
      'where another section is decided otherwise',
      '\n    services.ConfigureMaskinportenClient("b:Mp");',
      { decide: { 'a:Mp': 'own-built-in', 'b:Mp': 'studio' } },
    ],
    ['where it was decided otherwise', '', { decide: { 'a:Mp': 'studio' } }],
  ])('does not ask with credentials of the app %s', async (_, more, circumstances) => {
    const services = `    services.ConfigureMaskinportenClient("a:Mp");
    services.AddHttpClient<A>().UseMaskinportenAuthorization("a:read");${more}`;
    expect(await asked(appWith(services), circumstances)).toContain(
      'a:read: UseMaskinportenAuthorization@Program.cs:4',
    );
  });

  test.each([
    ['the default section', 'services.ConfigureMaskinportenClient("MaskinportenSettings");'],
    ['a section of local runs', 'if (env.IsDevelopment()) services.ConfigureMaskinportenClient("b:Mp");'],
  ])('asks with credentials of the app also beside %s', async (_, beside) => {
    const services = `    services.ConfigureMaskinportenClient("a:Mp");
    services.AddHttpClient<A>().UseMaskinportenAuthorization("a:read");
    ${beside}`;
    const decide = { 'a:Mp': 'own-built-in', 'b:Mp': 'studio' } as const;
    expect(await asked(appWith(services), { decide })).toEqual([
      'a:read (stays): UseMaskinportenAuthorization@Program.cs:4',
    ]);
  });

  test.each([
    ['what it computes', 'config["Scope"]', 'config["Scope"]'],
    ['what nothing declares', 'Elsewhere.Scope', 'Elsewhere.Scope'],
  ])('says of %s what it is', async (_, scope, expression) => {
    const services = `    services.AddHttpClient<A>().UseMaskinportenAuthorization(${scope});`;
    const { app } = await auditedApp(appWith(services));
    expect(app.scopes.unresolved).toMatchObject([{ because: { code: 'computed', expression } }]);
  });
});

describe('code that asks the old clients for tokens', () => {
  const provider = (body: string) => `using Altinn.App.Core.Internal.Maskinporten;
class C(IMaskinportenTokenProvider provider)
{
    async Task<string> T(string given)
    {
        ${body}
    }
}
`;
  const service = (body: string) => `using Altinn.ApiClients.Maskinporten.Config;
using Altinn.ApiClients.Maskinporten.Interfaces;
class C(IMaskinportenService service, IOptions<MaskinportenSettings> options)
{
    MaskinportenSettings s => options.Value;
    async Task<string> T()
    {
        ${body}
    }
}
`;

  test('asks for the scopes in the text it passes', async () => {
    const code = provider('return await provider.GetAltinnExchangedToken("b:read a:read");');
    expect(await asked(appWith('', { more: { 'App/C.cs': code } }))).toEqual([
      'a:read: GetAltinnExchangedToken@C.cs:6',
      'b:read: GetAltinnExchangedToken@C.cs:6',
    ]);
  });

  test('asks for them as well where a person must rewrite it', async () => {
    const code = provider('var task = provider.GetToken("a:read"); return await task;');
    expect(await asked(appWith('', { more: { 'App/C.cs': code } }))).toEqual(['a:read: GetToken@C.cs:6']);
    expect(await unresolved(appWith('', { more: { 'App/C.cs': code } }))).toEqual([]);
  });

  test('asks for what cannot be told', async () => {
    const told = (body: string) => unresolved(appWith('', { more: { 'App/C.cs': provider(body) } }));
    expect(await told('return await provider.GetToken(given);')).toEqual([
      'IMaskinportenTokenProvider@C.cs:6 computed',
    ]);
    expect(await told('return await Hand(provider);')).toEqual(['IMaskinportenTokenProvider@C.cs:6 not-followed']);
  });

  test('asks the service for the fourth of its arguments, or for what a definition decides', async () => {
    const files = (body: string) => appWith('', { more: { 'App/C.cs': service(body) } });
    const call =
      'return (await service.GetToken(s.EncodedJwk, s.Environment, s.ClientId, "a:read", null)).AccessToken;';
    expect(await asked(files(call))).toEqual(['a:read: GetToken@C.cs:8']);
    expect(await unresolved(files(call))).toEqual([]);
    expect(await unresolved(files('return (await service.GetToken(definition)).AccessToken;'))).toEqual([
      'IMaskinportenService@C.cs:8 not-followed',
    ]);
  });

  test('asks with credentials that stay where that was decided', async () => {
    const call = (scope: string) =>
      `return (await service.GetToken(s.EncodedJwk, s.Environment, s.ClientId, ${scope}, null)).AccessToken;`;
    const bind = '    services.Configure<MaskinportenSettings>(config.GetSection("Mp"));';
    const files = (scope: string) =>
      appWith('', {
        more: {
          'App/C.cs': service(call(scope)),
          'App/Program.cs': `using Altinn.ApiClients.Maskinporten.Config;\n${programWith(bind)}`,
          'App/appsettings.json': '{ "Mp": { "Scope": "b:read" } }',
        },
      });
    const decide = { Mp: 'own-external' } as const;
    expect(await asked(files('"a:read"'))).toEqual(['a:read: GetToken@C.cs:8', 'b:read: "Scope"@appsettings.json:1']);
    expect(await asked(files('"a:read"'), { decide })).toEqual([
      'a:read (stays): GetToken@C.cs:8',
      'b:read (stays): "Scope"@appsettings.json:1',
    ]);
    expect(await unresolved(files('Compute()'))).toEqual(['IMaskinportenService@C.cs:8 computed']);
    expect(await unresolved(files('Compute()'), { decide })).toEqual([]);
  });

  test('asks once, however often it is given the client', async () => {
    const code = service(
      'return (await service.GetToken(s.EncodedJwk, s.Environment, s.ClientId, "a:read", null)).AccessToken;',
    ).replace('IOptions<', 'IMaskinportenService other, IOptions<');
    expect(await asked(appWith('', { more: { 'App/C.cs': code } }))).toEqual(['a:read: GetToken@C.cs:8']);
  });

  test.each([
    ['a member of another name', 's.Scopes'],
    ['a member whose name only ends so', 's.MyScope'],
    ['what is added to it', 's.Scope + " more"'],
  ])('asks for more than the scope of its settings: %s', async (_, scope) => {
    const call = `return (await service.GetToken(s.EncodedJwk, s.Environment, s.ClientId, ${scope}, null)).AccessToken;`;
    const services = '    services.Configure<MaskinportenSettings>(config.GetSection("Mp"));';
    const more = {
      'App/C.cs': service(call),
      'App/Program.cs': `using Altinn.ApiClients.Maskinporten.Config;\n${programWith(services)}`,
      'App/appsettings.json': '{ "Mp": { "Scope": "a:read" } }',
    };
    expect(await unresolved(appWith('', { more }))).toEqual(['IMaskinportenService@C.cs:8 computed']);
  });

  test('asks for the scope of each section that it binds, once', async () => {
    const bind = (section: string) => `    services.Configure<MaskinportenSettings>(config.GetSection("${section}"));`;
    const program = `using Altinn.ApiClients.Maskinporten.Config;\n${programWith(`${bind('Mp')}\n${bind('MP')}\n${bind('Other')}\n    services.Configure<MaskinportenSettings>(s => { });`)}`;
    const settings = '{ "Mp": { "Scope": "a:read" }, "Other": { "Scope": "b:read" } }';
    const more = { 'App/Program.cs': program, 'App/appsettings.json': settings };
    expect(await asked(appWith('', { more }))).toEqual([
      'a:read: "Scope"@appsettings.json:1',
      'b:read: "Scope"@appsettings.json:1',
    ]);
  });

  test('asks for the scope of the settings that it binds', async () => {
    const call = 'return (await service.GetToken(s.EncodedJwk, s.Environment, s.ClientId, s.Scope, null)).AccessToken;';
    const services = '    services.Configure<MaskinportenSettings>(config.GetSection("Mp"));';
    const program = `using Altinn.ApiClients.Maskinporten.Config;\n${programWith(services)}`;
    const more = { 'App/C.cs': service(call), 'App/Program.cs': program };
    expect(await unresolved(appWith('', { more }))).toEqual(['IMaskinportenService@C.cs:8 computed']);
    const settings = { 'App/appsettings.json': '{ "Mp": { "Scope": "a:read" } }' };
    expect(await asked(appWith('', { more: { ...more, ...settings } }))).toEqual([
      'a:read: "Scope"@appsettings.json:1',
    ]);
    expect(await unresolved(appWith('', { more: { ...more, ...settings } }))).toEqual([]);
  });
});

describe('what stands in no code', () => {
  const defaults = [
    'altinn:serviceowner (default, implied):',
    'altinn:serviceowner/instances.read (default, implied):',
    'altinn:serviceowner/instances.write (default, implied):',
  ];

  test('is named in the configuration file', async () => {
    expect(await asked(appWith(''), { extraScopes: ['x:read', 'altinn:serviceowner'] })).toEqual([
      'altinn:serviceowner (default):',
      'x:read:',
    ]);
  });

  test('is in the record of what has moved', async () => {
    const clients = (decision: string) => [
      {
        id: 'c0ffee',
        section: 'Mp',
        decision,
        scopes: ['a:read'],
        exchange: false,
        clientIdHashes: [],
        secrets: [],
        files: [],
      },
    ];
    const record = (decision: string) =>
      appWith('', {
        more: { 'maskinflytt.migration.json': JSON.stringify({ schemaVersion: 1, clients: clients(decision) }) },
      });
    expect(await asked(record('studio'))).toEqual(['a:read:']);
    expect(await asked(record('own-built-in'))).toEqual(['a:read (stays):']);
    expect(await asked(record('own-external'))).toEqual(['a:read (stays):']);
    const fiks = JSON.parse(JSON.stringify(record('studio')).replaceAll('a:read', 'ks:fiks'));
    expect(await asked(fiks)).toEqual(['ks:fiks:']);
    const files = { ...fiks, 'App/Program.cs': programWith('    services.AddFiksArkiv();') };
    expect(await asked(files)).toEqual(['ks:fiks (implied): AddFiksArkiv@Program.cs:3']);
  });

  test('is what every app of v9 has, and no other', async () => {
    expect(await asked({ ...appWith(''), 'App/App.csproj': projectOf('9.0.0-preview.1') })).toEqual(defaults);
    expect(await asked(appWith(''), { target: 'v9' })).toEqual(defaults);
    expect(await asked(appWith(''))).toEqual([]);
  });

  test('is what the portal has', async () => {
    expect((await auditedApp(appWith(''))).app.scopes.registered).toBeNull();
    const { app } = await auditedApp(appWith(''), { registeredScopes: ['a', 'b'] });
    expect(app.scopes.registered).toEqual(['a', 'b']);
  });
});
