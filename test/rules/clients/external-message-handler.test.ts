import { describe, expect, test } from 'vitest';
import { appWith, type Files, found, programWith } from '../audited.ts';
import { switched } from './switched.ts';

const rule = 'clients/external-message-handler';

const define = (key = 'dan', section = 'Own') =>
  `    services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("${key}", config.GetSection("${section}"));`;
const attach = (key = 'dan', body = 'd.ClientSettings.Scope = "altinn:dataaltinnno";') =>
  `    services.AddDanClient(config).AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("${key}", d => { ${body} });`;
/** A definition that says its scope itself. */
const asking = (scope: string) =>
  define().replace(
    'config.GetSection("Own")',
    `new MaskinportenSettings { ClientId = config["Own:ClientId"], EncodedJwk = config["Own:EncodedJwk"], Scope = ${scope} }`,
  );
const moved = '    services.AddDanClient(config).UseMaskinportenAuthorization("altinn:dataaltinnno");\n';

const text = (...statements: readonly string[]) => statements.join('\n');

describe('a definition and its handlers move together', () => {
  test('one of each', async () => {
    const files = appWith(text(define(), attach()));
    expect(await found(rule, files)).toEqual([
      'App/Program.cs:3 error switch safe',
      'App/Program.cs:4 error switch safe',
    ]);
    const { services, left, withdrawn } = await switched(files);
    expect({ services, left, withdrawn }).toEqual({ services: moved, left: [], withdrawn: [] });
  });

  test.each([
    ['the handler first', text(attach(), define()), moved],
    ['a definition of 4.0', text(define().replace('ClientDefinition<', 'HttpClient<'), attach()), moved],
    ['two handlers of one definition', text(define(), attach(), attach()), moved + moved],
    ['two definitions of one section', text(define('a'), define('b', 'OWN'), attach('a'), attach('b')), moved + moved],
    ['a definition that is registered twice', text(define(), define(), attach()), moved],
    [
      'a definition that has its scope from a constant by a local',
      text(
        '    const string scope = "altinn:dataaltinnno";',
        `    var own = new MaskinportenSettings { ClientId = config["Own:ClientId"], EncodedJwk = config["Own:EncodedJwk"], Scope = scope };`,
        define().replace('config.GetSection("Own")', 'own'),
        attach('dan', ''),
      ),
      `    const string scope = "altinn:dataaltinnno";\n    services.AddDanClient(config).UseMaskinportenAuthorization(scope);\n`,
    ],
    [
      'a definition that has its scope from a constant which the handler comes before',
      text(attach('dan', ''), '    const string scope = "altinn:dataaltinnno";', asking('scope')),
      moved,
    ],
    [
      'a definition that is registered twice with a constant for its scope',
      text('    const string scope = "altinn:dataaltinnno";', asking('scope'), asking('scope'), attach('dan', '')),
      `    const string scope = "altinn:dataaltinnno";\n    services.AddDanClient(config).UseMaskinportenAuthorization(scope);\n`,
    ],
    [
      'a definition called statically',
      text(
        define().replace('services.Reg', 'Ext.ServiceCollectionExtensions.Reg').replace('("dan"', '(services, "dan"'),
        attach(),
      ),
      moved,
    ],
    [
      'a handler with exchange',
      text(define(), attach('dan', 'd.ClientSettings.Scope = "a b"; d.ClientSettings.ExhangeToAltinnToken = true;')),
      '    services.AddDanClient(config).UseMaskinportenAltinnAuthorization("a", "b");\n',
    ],
    [
      'a section in a local',
      text('    var own = config.GetSection("Own");', define().replace('config.GetSection("Own")', 'own'), attach()),
      moved,
    ],
    [
      'a key in a constant',
      text('    const string key = "dan";', define().replace('"dan"', 'key'), attach().replace('"dan"', 'key')),
      moved,
    ],
    ['with a comment about it', text('    // Registrerer klienten hos Maskinporten', define(), '', attach()), moved],
  ])('%s', async (_, services, expected) => {
    const files = appWith(services);
    expect((await found(rule, files)).every((one) => one.endsWith(' safe'))).toBe(true);
    const after = await switched(files);
    expect(after.services).toBe(expected);
    expect(after.left).toEqual([]);
  });

  test('in different files', async () => {
    const own = `public static class Own\n{\n    public static void AddOwn(this IServiceCollection services, IConfiguration config)\n    {\n${define()}\n        services.AddOther();\n    }\n}\n`;
    const files = appWith(text('    services.AddOwn(config);', attach()), { more: { 'App/Own.cs': own } });
    expect(await found(rule, files)).toEqual(['App/Own.cs:5 error switch safe', 'App/Program.cs:4 error switch safe']);
    const { texts, services } = await switched(files);
    expect(services).toBe(`    services.AddOwn(config);\n${moved}`);
    expect(texts['App/Own.cs']).toBe(own.replace(`${define()}\n`, ''));
  });

  test('usings come and go', async () => {
    const head = 'using Altinn.ApiClients.Maskinporten.Extensions;\nusing Altinn.ApiClients.Maskinporten.Services;\n';
    const files = { ...appWith(''), 'App/Program.cs': head + programWith(text(define(), attach())) };
    expect((await switched(files)).texts['App/Program.cs']).toBe(
      `using Altinn.App.Api.Extensions;\n${programWith(moved.trimEnd())}`,
    );
  });

  test('the handler takes the exact place of the old one', async () => {
    const services = text(
      define(),
      '    services',
      '        .AddDanClient(config)',
      '        // first the token',
      '        .AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>(',
      '            "dan",',
      '            d => d.ClientSettings.Scope = "a" // all of it',
      '        )',
      '        .AddPolicyHandler(policy);',
    );
    expect((await switched(appWith(services))).services).toBe(
      `${text(
        '    services',
        '        .AddDanClient(config)',
        '        // first the token',
        '        // all of it',
        '        .UseMaskinportenAuthorization("a")',
        '        .AddPolicyHandler(policy);',
      )}\n`,
    );
  });

  test('what the section asks for counts for the handler', async () => {
    const settings = JSON.stringify({ Own: { Scope: 'a b', ExhangeToAltinnToken: true } });
    const files = appWith(
      text(define(), '    http.AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("dan");'),
      {
        more: { 'App/appsettings.json': settings },
      },
    );
    expect((await switched(files)).services).toBe('    http.UseMaskinportenAltinnAuthorization("a", "b");\n');
  });

  test('own-built-in names the section once, above the first handler', async () => {
    const files = appWith(text('    services.A();', define(), attach(), attach()));
    expect((await switched(files, { decide: { own: 'own-built-in' } })).services).toBe(
      `    services.A();\n    services.ConfigureMaskinportenClient("Own");\n${moved}${moved}`,
    );
  });
});

describe('own-built-in names the section where the services are at hand', () => {
  const own = (body: string) =>
    `public static class Own\n{\n    public static void AddOwn(this IServiceCollection all, IConfiguration config)\n    {\n${body}    }\n}\n`;
  const decide = { own: 'own-built-in' } as const;

  test('where the definition was, when the handler stands in another function', async () => {
    const defined = define().replace('services.', 'all.');
    const files = appWith(text('    services.AddOwn(config);', attach()), {
      more: { 'App/Own.cs': own(`        all.AddMemoryCache();\n    ${defined}\n        all.AddOther();\n`) },
    });
    const { texts, services, withdrawn } = await switched(files, { decide });
    expect({ services, withdrawn }).toEqual({ services: `    services.AddOwn(config);\n${moved}`, withdrawn: [] });
    expect(texts['App/Own.cs']).toBe(
      `using Altinn.App.Api.Extensions;\n\n${own('        all.AddMemoryCache();\n        all.ConfigureMaskinportenClient("Own");\n        all.AddOther();\n')}`,
    );
  });

  test('above the handler, when that is all that the function does', async () => {
    const files = appWith(
      text(define(), '    AddDan();', '', '    void AddDan()', '    {', `    ${attach()}`, '    }'),
    );
    const { services, withdrawn } = await switched(files, { decide });
    expect({ services, withdrawn }).toEqual({
      services: `    services.ConfigureMaskinportenClient("Own");\n    AddDan();\n\n    void AddDan()\n    {\n    ${moved}    }\n`,
      withdrawn: [],
    });
  });
});

describe('the definition stays with whatever stays', () => {
  const unsupported = attach('dan', 'd.ClientSettings.Scope = "a"; d.ClientSettings.Resource = "x";');

  test('a handler that cannot move', async () => {
    const files = appWith(text(define(), unsupported));
    expect(await found(rule, files)).toEqual([
      'App/Program.cs:3 error switch manual, handlers-stay (1)',
      'App/Program.cs:4 error switch manual, unsupported-settings (Resource)',
    ]);
    expect((await switched(files)).texts).toEqual({});
  });

  test('one of two handlers: the other moves', async () => {
    const files = appWith(text(define(), attach(), unsupported));
    expect(await found(rule, files)).toEqual([
      'App/Program.cs:3 error switch manual, handlers-stay (1)',
      'App/Program.cs:4 error switch review, settings-shared',
      'App/Program.cs:5 error switch manual, unsupported-settings (Resource)',
    ]);
    expect((await switched(files)).services).toBe(`${define()}\n${moved}${unsupported}\n`);
  });

  test('two handlers that cannot', async () => {
    expect((await found(rule, appWith(text(define(), unsupported, unsupported))))[0]).toBe(
      'App/Program.cs:3 error switch manual, handlers-stay (2)',
    );
  });

  test('a handler of which nobody can say whose it is', async () => {
    const unknown = attach().replace('"dan"', 'config["x"]');
    expect((await found(rule, appWith(text(define('a'), define('dan'), attach('a'), unknown)))).slice(0, 2)).toEqual([
      'App/Program.cs:3 error switch manual, handlers-stay (1)',
      'App/Program.cs:4 error switch manual, handlers-stay (1)',
    ]);
  });

  test('when nobody asks for it, it is worth a look whether it is needed', async () => {
    const files = appWith(define());
    expect(await found(rule, files)).toEqual(['App/Program.cs:3 error switch review, no-handler']);
    expect((await switched(files)).services).toBe('');
  });

  test.each([
    ['a switch', `    switch (config["x"]) { case "a":\n${define()}\n break; }\n${attach()}`, 'inside-switch'],
    ['local runs only', `    if (env.IsDevelopment())\n${define()}\n${attach()}`, 'local-runs-only'],
    [
      'a guard',
      `    if (config["Own:ClientId"] is not null)\n${define()}\n${attach()}`,
      'guarded-by-settings (config["Own:ClientId"] is not null)',
    ],
  ])('in %s it stays', async (_, services, reason) => {
    expect((await found(rule, appWith(services)))[0]).toBe(`App/Program.cs:4 error switch manual, ${reason}`);
  });
});

describe('a handler is left to people', () => {
  test.each<[string, string, string]>([
    ['whose key is registered nowhere', text(define('other'), attach('dan')), 'definition-not-found (dan)'],
    [
      'whose key is computed',
      text(define(), attach().replace('"dan"', 'config["x"]')),
      'definition-not-found (unknown)',
    ],
    [
      'whose key has two definitions that differ',
      text(define('dan', 'Own'), define('dan', 'Other'), attach()),
      'definitions-differ (dan)',
    ],
    [
      'with a certificate',
      text(define().replace('SettingsJwk', 'SettingsX509'), attach().replace('SettingsJwk', 'SettingsX509')),
      'key-type (SettingsX509ClientDefinition certificate)',
    ],
    [
      'whose delegate does more',
      text(define(), attach('dan', 'd.ClientSettings.Scope = "a"; Log();')),
      'delegate-unclear (Log();)',
    ],
    [
      'whose scopes are computed',
      text(define(), attach('dan', 'd.ClientSettings.Scope = x;')),
      'scopes-unknown (computed)',
    ],
    ['in a switch', `${define()}\n    switch (config["x"]) { case "a": ${attach()}\n break; }`, 'inside-switch'],
    [
      'in a generic helper',
      `${define()}\n    void Add<T>() where T : class { services.AddHttpClient<T>().AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition, T>(); }`,
      'definition-not-found (unknown)',
    ],
  ])('%s', async (_, services, reason) => {
    const all = await found(rule, appWith(services));
    expect(all.at(-1)).toMatch(/^App\/Program\.cs:\d error switch manual, /);
    expect(all.at(-1)?.split(' manual, ').at(-1)).toBe(reason);
    expect((await switched(appWith(services))).texts).toEqual({});
  });

  test('below 8.3, and with exchange below 8.5', async () => {
    const exchanging = attach('dan', 'd.ClientSettings.Scope = "a"; d.ClientSettings.ExhangeToAltinnToken = true;');
    expect((await found(rule, appWith(text(define(), attach()), { version: '8.2.0' })))[1]).toBe(
      'App/Program.cs:4 error switch manual, version-too-old (8.2.0 < 8.3.0)',
    );
    expect((await found(rule, appWith(text(define(), exchanging), { version: '8.3.0' })))[1]).toBe(
      'App/Program.cs:4 error switch manual, version-too-old (8.3.0 < 8.7.0)',
    );
  });

  test('whose identity is undecided among several', async () => {
    const all = await found(rule, appWith(text(define('a', 'A'), define('b', 'B'), attach('a'), attach('b'))));
    expect(all).toEqual(
      [3, 4, 5, 6].map((line) => `App/Program.cs:${line} error switch manual, undecided-identities (A B)`),
    );
  });
});

describe('a handler is worth a look', () => {
  test('beside another on the same client: both', async () => {
    const two = attach().replace(/;$/, attach().replace(/^ *services.AddDanClient\(config\)/, ''));
    expect((await found(rule, appWith(text(define(), two)))).slice(1)).toEqual([
      'App/Program.cs:4 error switch review, two-handlers',
      'App/Program.cs:4 error switch review, two-handlers',
    ]);
  });

  test('and then its definition is, too', async () => {
    const files: Files = appWith(text(define(), attach()), {
      more: { 'App/appsettings.Development.json': JSON.stringify({ Own: { ClientId: 'x' } }) },
    });
    expect(await found(rule, files)).toEqual([
      'App/Program.cs:3 error switch review, local-runs (App/appsettings.Development.json)',
      'App/Program.cs:4 error switch review, local-runs (App/appsettings.Development.json)',
    ]);
  });
});

test('decided to stay external, neither is said anything of', async () => {
  const files = appWith(text(define(), attach()));
  const decide = { Own: 'own-external' } as const;
  expect(await found(rule, files, { decide })).toEqual([]);
  expect((await switched(files, { decide })).texts).toEqual({});
});

test('a client that brings its own definition takes its handlers along', async () => {
  const client =
    '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, DanClient>(config.GetSection("Own"), d => d.ClientSettings.Scope = "a");';
  const handler =
    '    services.AddHttpClient("x").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition, DanClient>(d => d.ClientSettings.Scope = "b");';
  const files = appWith(text(client, handler));
  expect(await found(rule, files)).toEqual(['App/Program.cs:4 error switch review, settings-shared']);
  expect((await switched(files)).services).toBe(
    '    services.AddHttpClient<DanClient>().UseMaskinportenAuthorization("a");\n    services.AddHttpClient("x").UseMaskinportenAuthorization("b");\n',
  );
});

test('a client whose handler stays keeps the definition that the handler needs', async () => {
  const client =
    '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, DanClient>(config.GetSection("Own"), d => d.ClientSettings.Scope = "a");';
  const handler =
    '    services.AddHttpClient("x").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition, DanClient>(d => d.ClientSettings.Resource = "b");';
  const files = appWith(text(client, handler));
  expect(await found('clients/external-http-client', files)).toEqual([
    'App/Program.cs:3 error switch manual, handlers-stay (1)',
  ]);
  expect((await switched(files)).texts).toEqual({});
});
