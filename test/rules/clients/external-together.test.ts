import { describe, expect, test } from 'vitest';
import { appWith, type Files, found } from '../audited.ts';
import { switched } from './switched.ts';

const rule = 'clients/external-http-client';

function typed(client: string, body: string, settings = 'config.GetSection("Own")'): string {
  return `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${client}>(${settings}, d => { ${body} });`;
}

/** What becomes of the services of an app, by all fixes of the phase. */
async function services(files: Files): Promise<string | undefined> {
  return (await switched(files)).services;
}

describe('what the new call names stays', () => {
  test.each([
    ['a constant', 'const string read = "ttd:read";', 'read'],
    ['a variable', 'var read = "ttd:read";', 'read'],
    ['one of two in a declaration', 'string read = "ttd:read", write = "ttd:write";', 'read'],
  ])('%s', async (_, declaration, name) => {
    const app = appWith(`    ${declaration}\n${typed('A', `d.ClientSettings.Scope = ${name};`)}`);
    expect(await services(app)).toBe(
      `    ${declaration}\n    services.AddHttpClient<A>().UseMaskinportenAuthorization(${name});\n`,
    );
  });

  test('when it reached the client through a settings object', async () => {
    const lines = [
      '    const string read = "ttd:read";',
      '    var settings = new MaskinportenSettings();',
      '    config.GetSection("Own").Bind(settings);',
      '    settings.Scope = read;',
      '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, A>(settings);',
    ];
    expect(await services(appWith(lines.join('\n')))).toBe(
      '    const string read = "ttd:read";\n    services.AddHttpClient<A>().UseMaskinportenAuthorization(read);\n',
    );
  });
});

describe('a settings object that several take', () => {
  const filled = '    var settings = new MaskinportenSettings();\n    config.GetSection("Own").Bind(settings);\n';
  const first = typed('A', 'd.ClientSettings.Scope = "a";', 'settings');

  test('goes with the last of them', async () => {
    const second = typed('B', 'd.ClientSettings.Scope = "b";', 'settings');
    expect(await services(appWith(`${filled}${first}\n${second}`))).toBe(
      '    services.AddHttpClient<A>().UseMaskinportenAuthorization("a");\n    services.AddHttpClient<B>().UseMaskinportenAuthorization("b");\n',
    );
  });

  test('stays filled while one of them stays', async () => {
    const second = typed('B', 'd.ClientSettings.Scope = "b"; d.ClientSettings.Resource = "https://b";', 'settings');
    expect(await services(appWith(`${filled}${first}\n${second}`))).toBe(
      `${filled}    services.AddHttpClient<A>().UseMaskinportenAuthorization("a");\n${second}\n`,
    );
  });
});

test('a handler goes with the client whose definition it asks for', async () => {
  const client = typed('A', 'd.ClientSettings.Scope = "a";');
  const handler =
    '    services.AddHttpClient("x").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition, A>(d => { d.ClientSettings.Scope = "b"; d.ClientSettings.OverwriteAuthorizationHeader = true; });';
  expect(await found(rule, appWith(`${client}\n${handler}`))).toEqual([
    expect.stringContaining('switch review, settings-shared, overwrites-authorization'),
  ]);
});

describe('credentials that are set on top of a section are another identity', () => {
  const shared = typed('A', 'd.ClientSettings.Scope = "a";');
  test.each([
    [
      'in the delegate',
      typed('B', 'd.ClientSettings.Scope = "b"; d.ClientSettings.ClientId = config["Other:ClientId"];'),
    ],
    [
      'on a settings object',
      `    var settings = config.GetSection("Own").Get<MaskinportenSettings>();\n    settings.EncodedJwk = config["Other:EncodedJwk"];\n${typed('B', 'd.ClientSettings.Scope = "b";', 'settings')}`,
    ],
  ])('%s', async (_, other) => {
    const all = await found(rule, appWith(`${shared}\n${other}`));
    expect(all.map((one) => one.replace(/^\S+ /, ''))).toEqual([
      expect.stringMatching(/manual, undecided-identities/),
      expect.stringMatching(/manual, undecided-identities/),
    ]);
  });

  test('but not when they are read from the same section', async () => {
    const own = typed('B', 'd.ClientSettings.Scope = "b"; d.ClientSettings.ClientId = config["Own:ClientId"];');
    expect(await found(rule, appWith(`${shared}\n${own}`))).toEqual([
      'App/Program.cs:3 error switch safe',
      'App/Program.cs:4 error switch safe',
    ]);
  });
});

test('a return when the old key is missing is a guard too', async () => {
  const guard = '    var key = config["Own:EncodedJwk"];\n    if (key is null) return;\n';
  expect(await found(rule, appWith(`${guard}${typed('A', 'd.ClientSettings.Scope = "a";')}`))).toEqual([
    expect.stringMatching(/:5 error switch manual, guarded-by-settings/),
  ]);
});

test('a context for single requests keeps every client', async () => {
  const more = {
    'App/A.cs':
      'using Altinn.ApiClients.Maskinporten.Extensions;\nclass A { void F(HttpRequestMessage r) { r.SetMaskinportenRequestContext(new()); } }\n',
  };
  expect(await found(rule, appWith(typed('A', 'd.ClientSettings.Scope = "a";'), { more }))).toEqual([
    expect.stringMatching(/manual, request-context/),
  ]);
});

describe('a type of the app’s own takes the name of a library’s', () => {
  const definition = (namespace: string) => ({
    'App/Own.cs': `namespace ${namespace};\npublic class SettingsJwkClientDefinition { }\n`,
  });
  const program = (using: string) =>
    `${using}using Altinn.ApiClients.Maskinporten.Extensions;\nusing Altinn.ApiClients.Maskinporten.Services;\n`;
  const withUsings = (using: string, more: Files): Files => {
    const files = appWith(typed('A', 'd.ClientSettings.Scope = "a";'), { more });
    return { ...files, 'App/Program.cs': program(using) + String(files['App/Program.cs']) };
  };

  test('where it is imported', async () => {
    const all = await found(rule, withUsings('using Felles.Gammel;\n', definition('Felles.Gammel')));
    expect(all).toEqual([expect.stringMatching(/manual, key-type/)]);
  });

  test('and not where nothing imports it', async () => {
    const all = await found(rule, withUsings('', definition('Felles.Gammel')));
    expect(all).toEqual([expect.stringMatching(/switch safe$/)]);
  });
});

describe('own-built-in is carried out only where the client ends up bound to its section', () => {
  const client = typed('A', 'd.ClientSettings.Scope = "a";');
  test.each([
    [
      'on a chained receiver',
      client.replace('services.', 'services.AddMemoryCache().'),
      '8.7.0',
      'no-place-to-configure',
    ],
    [
      'under a condition',
      `    if (config.GetValue<bool>("X"))\n    {\n    ${client}\n    }`,
      '8.7.0',
      'no-place-to-configure',
    ],
    ['before 8.3.4', client, '8.3.2', 'version-too-old (8.3.2 < 8.3.4)'],
    [
      'beside uses of the built-in client',
      `${client}\n    services.AddHttpClient<B>().UseMaskinportenAuthorization("b");`,
      '8.7.0',
      'built-in-in-use',
    ],
    [
      'beside a configuration of other credentials',
      `${client}\n    services.ConfigureMaskinportenClient("MaskinportenSettings");`,
      '8.7.0',
      'configured-elsewhere',
    ],
  ])('not %s', async (_, text, version, reason) => {
    const all = await found(rule, appWith(text, { version }), { decide: { Own: 'own-built-in' } });
    expect(all.map((one) => one.replace(/^\S+ /, ''))).toEqual([`error switch manual, ${reason}`]);
  });

  test('not on the default section', async () => {
    const onDefault = typed('A', 'd.ClientSettings.Scope = "a";', 'config.GetSection("MaskinportenSettings")');
    expect(await found(rule, appWith(onDefault), { decide: { MaskinportenSettings: 'own-built-in' } })).toEqual([
      'App/Program.cs:3 error switch manual, own-on-default-section',
    ]);
  });
});

describe('what a deployment sets for the section is not known from the repo', () => {
  const client = typed('A', 'd.ClientSettings.Scope = "a";');
  test.each([
    [
      'deployment/values.yaml',
      'deployment:\n  environment:\n    - name: Own__ExhangeToAltinnToken\n      value: "true"\n',
    ],
    ['Dockerfile', 'FROM x\nENV OWN__EXHANGETOALTINNTOKEN=true\n'],
  ])('%s', async (path, text) => {
    expect(await found(rule, appWith(client, { more: { [path]: text } }))).toEqual([
      expect.stringMatching(/manual, exchange-unknown/),
    ]);
  });

  test('what the delegate sets wins, and of other sections nothing is said', async () => {
    const both = typed('A', 'd.ClientSettings.Scope = "a"; d.ClientSettings.ExhangeToAltinnToken = true;');
    const more = { Dockerfile: 'ENV Own__ExhangeToAltinnToken=false Other__Scope=x\n' };
    expect(await found(rule, appWith(both, { more }))).toEqual([expect.stringMatching(/switch safe$/)]);
  });
});
