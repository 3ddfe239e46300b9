import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/decision.ts';
import {
  type Asked,
  appWith,
  auditedApp,
  type Files,
  found,
  libraryOf,
  programWith,
  projectOf,
  referencing,
} from '../audited.ts';
import { switched } from './switched.ts';

const rule = 'clients/external-http-client';
const at = 'App/Program.cs:3 error switch';

/** A registration with what its delegate does. */
function typed(body: string, section = 'Own', client = 'DanClient'): string {
  return `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${client}>(config.GetSection("${section}"), d => { ${body} });`;
}

const scope = 'd.ClientSettings.Scope = "altinn:dataaltinnno";';
const client = typed(scope);
const exchanging = typed(
  'd.ClientSettings.Scope = "altinn:instances.read"; d.ClientSettings.ExhangeToAltinnToken = true;',
);
const moved = '    services.AddHttpClient<DanClient>().UseMaskinportenAuthorization("altinn:dataaltinnno");\n';

function withSettings(services: string, files: Readonly<Record<string, unknown>>): Files {
  const more = Object.entries(files).map(([name, content]) => [`App/${name}`, JSON.stringify(content)]);
  return appWith(services, { more: Object.fromEntries(more) });
}

/** The app with Key Vault as a source of its configuration. */
function withVault(files: Files): Files {
  const program = String(files['App/Program.cs']).replace(
    '\nWebApplication app',
    '\nbuilder.AddAzureKeyVaultAsConfigProvider();$&',
  );
  return { ...files, 'App/Program.cs': program };
}

function withClass(files: Files, body: string): Files {
  return { ...files, 'App/DanClient.cs': `public class DanClient(HttpClient http)\n{\n    ${body}\n}\n` };
}

describe('a client of which all is known moves safely', () => {
  test.each([
    ['typed', client, '<DanClient>()', 'Authorization("altinn:dataaltinnno")'],
    [
      'typed by interface',
      client.replace('DanClient>', 'IDanClient, DanClient>'),
      '<IDanClient, DanClient>()',
      'Authorization("altinn:dataaltinnno")',
    ],
    ['named', client.replace(', DanClient>(', '>("dan", '), '("dan")', 'Authorization("altinn:dataaltinnno")'],
    [
      'for several scopes',
      typed('d.ClientSettings.Scope = "a:b  c:d";'),
      '<DanClient>()',
      'Authorization("a:b", "c:d")',
    ],
    ['with exchange', exchanging, '<DanClient>()', 'AltinnAuthorization("altinn:instances.read")'],
    [
      'said not to exchange',
      typed(`${scope} d.ClientSettings.ExhangeToAltinnToken = false;`),
      '<DanClient>()',
      'Authorization("altinn:dataaltinnno")',
    ],
  ])('%s', async (_, services, registration, use) => {
    const files = appWith(services);
    expect(await found(rule, files)).toEqual([`${at} safe`]);
    expect((await switched(files)).services).toBe(`    services.AddHttpClient${registration}.UseMaskinporten${use};\n`);
  });

  test.each([
    ['when deployed only', `    if (!env.IsDevelopment())\n    {\n    ${client}\n    }`, 5],
    ['after a return in Development', `    if (env.IsDevelopment()) return;\n${client}`, 4],
    ['behind a feature', `    if (config.GetValue<bool>("Features:Dan"))\n    {\n    ${client}\n    }`, 5],
  ])('%s', async (_, services, line) => {
    expect(await found(rule, appWith(services))).toEqual([`App/Program.cs:${line} error switch safe`]);
  });

  test('in an extension method of another file', async () => {
    const own = `public static class Own\n{\n    public static void AddOwn(this IServiceCollection services, IConfiguration config)\n    {\n    ${client}\n    }\n}\n`;
    const files = appWith('    services.AddOwn(config);', { more: { 'App/Own.cs': own } });
    expect(await found(rule, files)).toEqual(['App/Own.cs:5 error switch safe']);
  });

  test.each([
    ['in all environments', { 'appsettings.json': { Own: { Scope: 'a b', ExhangeToAltinnToken: 'True' } } }],
    [
      'whatever local runs have',
      {
        'appsettings.json': { Own: { Scope: 'a b', ExhangeToAltinnToken: 'True' } },
        'appsettings.Development.json': { Own: { Scope: 'c' } },
      },
    ],
  ])('with scopes and exchange from the settings files: %s', async (_, settings) => {
    const files = withSettings(typed(''), settings);
    expect(await found(rule, files)).toEqual([`${at} safe`]);
    expect((await switched(files)).services).toBe(
      '    services.AddHttpClient<DanClient>().UseMaskinportenAltinnAuthorization("a", "b");\n',
    );
  });

  test('beside another of the same section', async () => {
    const files = appWith(`${client}\n${typed('d.ClientSettings.Scope = "a";', 'OWN', 'OtherClient')}`);
    expect(await found(rule, files)).toEqual([`${at} safe`, 'App/Program.cs:4 error switch safe']);
  });

  test('on the default section that holds no credentials', async () => {
    const files = withSettings(typed(scope, 'MaskinportenSettings'), {
      'appsettings.json': { MaskinportenSettings: { ClientId: '', EncodedJwk: '', Environment: 'test' } },
    });
    expect(await found(rule, files)).toEqual([`${at} safe`]);
  });

  test('whatever file local runs load their credentials from', async () => {
    const files = withSettings(client, { 'appsettings.Development.json': { MaskinportenSettingsFilepath: 'x.json' } });
    expect(await found(rule, files)).toEqual([`${at} safe`]);
  });

  test('with scopes that its only caller passes', async () => {
    const own = `public static class Own\n{\n    public static void AddOwn(this IServiceCollection services, IConfiguration config, string scopes)\n    {\n    ${typed('d.ClientSettings.Scope = scopes;')}\n    }\n}\n`;
    const files = appWith('    services.AddOwn(config, "a b");', { more: { 'App/Own.cs': own } });
    expect(await found(rule, files)).toEqual(['App/Own.cs:5 error switch safe']);
    expect((await switched(files)).texts['App/Own.cs']).toContain(
      'services.AddHttpClient<DanClient>().UseMaskinportenAuthorization(scopes);',
    );
  });

  test('with a vault beside it that has nothing to say', async () => {
    const said = typed(
      'd.ClientSettings.Scope = "altinn:instances.read"; d.ClientSettings.ExhangeToAltinnToken = false;',
    );
    expect(await found(rule, withVault(appWith(said)))).toEqual([`${at} safe`]);
    expect(await found(rule, withVault(appWith(client)))).toEqual([`${at} safe`]);
    expect(await found(rule, withVault(appWith(typed('d.ClientSettings.Scope = "ks:fiks";'))))).toEqual([`${at} safe`]);
  });
});

describe('keys of the default section', () => {
  const file = 'App/appsettings.json';
  const filled = { MaskinportenSettings: { ClientId: 'x', Jwk: { kid: 'y' }, EncodedJwk: '', Environment: 'test' } };

  test.each([
    ['beside a section of its own', client, ''],
    ['that it reads itself', typed(scope, 'MaskinportenSettings'), `local-runs (${file}), `],
  ])('go in the same change: %s', async (_, services, more) => {
    const files = withSettings(services, { 'appsettings.json': filled });
    expect(await found(rule, files)).toEqual([`${at} review, ${more}default-section-cleared (${file}: ClientId Jwk)`]);
    const { texts } = await switched(files);
    expect(texts[file]).toBe('{"MaskinportenSettings":{"Environment":"test"}}');
  });

  test('stay while another client reads them', async () => {
    const other = typed('d.ClientSettings.Scope = Later();', 'MaskinportenSettings', 'OtherClient');
    const files = withSettings(`${typed(scope, 'MaskinportenSettings')}\n${other}`, { 'appsettings.json': filled });
    expect(await found(rule, files)).toEqual([
      `${at} manual, external-on-default-section`,
      'App/Program.cs:4 error switch manual, scopes-unknown (computed)',
    ]);
  });
});

describe('it is worth a look', () => {
  test.each<[string, Files, string]>([
    [
      'when the client sets the header itself',
      withClass(appWith(client), 'void F() { http.DefaultRequestHeaders.Authorization = null; }'),
      'sets-authorization (App/DanClient.cs)',
    ],
    [
      'when it is told to overwrite the header',
      appWith(typed(`${scope} d.ClientSettings.OverwriteAuthorizationHeader = true;`)),
      'overwrites-authorization (App/Program.cs)',
    ],
    [
      'when its section tells so',
      withSettings(client, { 'appsettings.json': { Own: { OverwriteAuthorizationHeader: true } } }),
      'overwrites-authorization (App/appsettings.json)',
    ],
    [
      'when the app catches the package’s exception',
      withClass(
        appWith(client),
        'void F() { try { } catch (Altinn.ApiClients.Maskinporten.Models.TokenRequestException) { } }',
      ),
      'catches-token-exception (App/DanClient.cs)',
    ],
    [
      'when there are two handlers',
      appWith(client.replace(/;$/, '.UseMaskinportenAuthorization("a");')),
      'two-handlers',
    ],
    [
      'when the section serves local runs',
      withSettings(client, { 'appsettings.Development.json': { Own: { ClientId: 'x' } } }),
      'local-runs (App/appsettings.Development.json)',
    ],
    [
      'when the section has a key for local runs',
      withSettings(client, { 'appsettings.Development.json': { Own: { EncodedJwk: 'x' } } }),
      'local-runs (App/appsettings.Development.json)',
    ],
    [
      'when a vault could say other scopes than the settings',
      withVault(
        withSettings(typed('d.ClientSettings.ExhangeToAltinnToken = false;'), {
          'appsettings.json': { Own: { Scope: 'a' } },
        }),
      ),
      'access-from-settings',
    ],
    [
      'when a vault could say another exchange than the settings',
      withVault(withSettings(client, { 'appsettings.json': { Own: { ExhangeToAltinnToken: true } } })),
      'access-from-settings',
    ],
    [
      'when a vault could say that an Altinn token is wanted',
      withVault(appWith(typed('d.ClientSettings.Scope = "altinn:instances.read";'))),
      'exchange-may-be-in-vault',
    ],
    [
      'when a vault may hold what the built-in client reads',
      withVault(appWith(typed(scope, 'MaskinportenSettings'))),
      'vault-may-hold-default',
    ],
    [
      'when the section is not known',
      appWith(
        `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, DanClient>(Library.Settings(), d => { ${scope} d.ClientSettings.ExhangeToAltinnToken = false; });`,
      ),
      'section-unknown',
    ],
    [
      'when other code reads the settings object',
      appWith(
        `    var s = config.GetSection("Own").Get<MaskinportenSettings>();\n    services.AddSingleton(s);\n${typed(scope).replace('config.GetSection("Own")', 's')}`,
      ),
      'settings-used-elsewhere (App/Program.cs)',
    ],
    ['when the version is a range', appWith(client, { version: '[8.3.0,9.0.0)' }), 'version-assumed'],
  ])('%s', async (_, files, reason) => {
    expect(await found(rule, files)).toEqual([expect.stringMatching(/^App\/Program\.cs:[35] error switch review, /)]);
    expect((await found(rule, files))[0]?.split(', ').slice(1)).toEqual([reason]);
  });

  test('when a deployment says what becomes of a header that is there', async () => {
    const values = 'deployment:\n  env:\n    - name: Own__OverwriteAuthorizationHeader\n      value: "true"\n';
    const files = appWith(client, { more: { 'deployment/values.yaml': values } });
    expect(await found(rule, files)).toEqual([
      'App/Program.cs:3 error switch review, overwrites-authorization (deployment/values.yaml)',
    ]);
  });

  test('when the vault is known to say whether the token is exchanged', async () => {
    const review = ['App/Program.cs:3 error switch review, exchange-may-be-in-vault'];
    const secret = 'Own--ExhangeToAltinnToken';
    const script = { 'ci/secrets.sh': `az keyvault secret set --vault-name kv --name ${secret} --value true\n` };
    expect(await found(rule, withVault(appWith(client)), { vaultSecrets: ['own--exhangetoaltinntoken'] })).toEqual(
      review,
    );
    expect(await found(rule, withVault(appWith(client, { more: script })))).toEqual(review);
    expect(
      await found(rule, withVault(appWith(client)), { vaultSecrets: ['Own--ClientId', `Other--${secret}`] }),
    ).toEqual(['App/Program.cs:3 error switch safe']);
    expect(await found(rule, appWith(client, { more: script }))).toEqual(['App/Program.cs:3 error switch safe']);
  });

  test('in a library that others use as well', async () => {
    const files: Files = {
      ...appWith('    services.AddOwn(config);'),
      'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': libraryOf('8.7.0'),
      'Lib/Own.cs': `public static class Own\n{\n    public static void AddOwn(this IServiceCollection services, IConfiguration config)\n    {\n    ${client}\n    }\n}\n`,
      'Other/Other.csproj': referencing(libraryOf(null), '../Lib/Lib.csproj'),
    };
    expect(await found(rule, files)).toEqual(['Lib/Own.cs:5 error switch review, shared-library (Other/Other.csproj)']);
  });
});

describe('it is left to people, with the reason', () => {
  test('what the vault is known to hold', async () => {
    const manual = ['App/Program.cs:3 error switch manual, unsupported-settings (Resource)'];
    const script = { 'ci/secrets.sh': 'az keyvault secret set --vault-name kv --name Own--Resource --value x\n' };
    expect(await found(rule, withVault(appWith(client)), { vaultSecrets: ['Own--Resource'] })).toEqual(manual);
    expect(await found(rule, withVault(appWith(client, { more: script })))).toEqual(manual);
  });

  test('what the code and the vault set, once', async () => {
    const both = typed(`${scope} d.ClientSettings.Resource = "x"; d.ClientSettings.Kid = "x";`);
    expect(
      await found(rule, withVault(appWith(both)), { vaultSecrets: ['Own--Resource', 'Own--ConsumerOrgNo'] }),
    ).toEqual(['App/Program.cs:3 error switch manual, unsupported-settings (Resource Kid ConsumerOrgNo)']);
  });

  const set = (member: string, value = '"x"') => typed(`${scope} d.ClientSettings.${member} = ${value};`);
  test.each<[string, Files, readonly string[]]>([
    [
      'a certificate',
      appWith(client.replace('SettingsJwk', 'SettingsX509')),
      ['key-type (SettingsX509ClientDefinition certificate)'],
    ],
    [
      'a definition of the app’s own',
      appWith(client.replace('SettingsJwkClientDefinition', 'Altinn.ApiClients.Maskinporten.Own')),
      ['key-type (Own own)'],
    ],
    ['a resource', appWith(set('Resource')), ['unsupported-settings (Resource)']],
    [
      'several unsupported members',
      appWith(typed(`${scope} d.ClientSettings.Resource = "x"; d.ClientSettings.ConsumerOrgNo = "1";`)),
      ['unsupported-settings (Resource ConsumerOrgNo)'],
    ],
    [
      'one in a settings file',
      withSettings(client, { 'appsettings.Production.json': { Own: { EnterpriseUserName: 'x' } } }),
      ['unsupported-settings (EnterpriseUserName)'],
    ],
    [
      'scopes that are computed',
      appWith(typed('d.ClientSettings.Scope = config["x"];')),
      ['scopes-unknown (computed)'],
    ],
    [
      'scopes that differ',
      withSettings(typed(''), {
        'appsettings.json': { Own: { Scope: 'a' } },
        'appsettings.Production.json': { Own: { Scope: 'b' } },
      }),
      ['scopes-unknown (differs-by-environment)'],
    ],
    ['scopes that only a vault can know', withVault(appWith(typed(''))), ['scopes-unknown (only-in-vault)']],
    ['scopes that nothing says', appWith(typed('')), ['scopes-unknown (not-set)']],
    [
      'exchange that is computed',
      appWith(set('ExhangeToAltinnToken', 'env.IsProduction()')),
      ['exchange-unknown (computed)'],
    ],
    [
      'exchange that differs',
      withSettings(client, {
        'appsettings.json': { Own: { ExhangeToAltinnToken: false } },
        'appsettings.TT02.json': { Own: { ExhangeToAltinnToken: true } },
      }),
      ['exchange-unknown (differs-by-environment)'],
    ],
    [
      'a section that is not known, with all that it may say',
      appWith(client.replace('config.GetSection("Own")', 'Library.Settings()')),
      ['exchange-unknown (section-unknown)'],
    ],
    ['a switch', appWith(`    switch (config["x"]) { case "a":\n${client}\n break; }`), ['inside-switch']],
    [
      'a generic helper',
      appWith(`    void Add<T>() where T : class\n    {\n${client.replace('DanClient', 'T')}\n    }`),
      ['generic-helper'],
    ],
    [
      'a definition that a caller decides',
      appWith(
        `    void Add<T>()\n    {\n${client.replace('services.Add', 'Altinn.ApiClients.Maskinporten.Extensions.ServiceCollectionExtensions.Add').replace('config.', 'services, config.').replace('SettingsJwkClientDefinition', 'T')}\n    }`,
      ),
      ['key-type (T unknown)', 'generic-helper'],
    ],
    ['a delegate that does more', appWith(typed(`${scope} Log("x");`)), ['delegate-unclear (Log("x");)']],
    [
      'a delegate with a condition',
      appWith(typed('if (env.IsProduction()) d.ClientSettings.Scope = "a";')),
      ['delegate-unclear (if (env.IsProduction()) d.ClientSettings.Scope = "a";)'],
    ],
    [
      'arguments of no known overload',
      appWith('    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, DanClient>();'),
      ['call-unclear'],
    ],
    ['local runs only', appWith(`    if (env.IsDevelopment())\n${client}`), ['local-runs-only']],
    ['an app that is too old', appWith(client, { version: '8.2.5' }), ['version-too-old (8.2.5 < 8.3.0)']],
    ['an app too old for exchange', appWith(exchanging, { version: '8.3.7' }), ['version-too-old (8.3.7 < 8.7.0)']],
    ['an app of unknown version', appWith(client, { version: '$(Unset)' }), ['version-unknown']],
    [
      'no host that reads Studio’s file, and no place for it',
      {
        ...appWith(client),
        'App/Program.cs': programWith(client).replace(
          'builder.WebHost.ConfigureAppWebHost(args);\n',
          'later(() => builder.WebHost.ConfigureAppConfiguration((_, c) => c.LoadAppConfig(args)));\n',
        ),
      },
      ['studio-file-not-loaded'],
    ],
    [
      'another settings file that the deployment names',
      appWith(client, { more: { 'deployment/values.yaml': 'env:\n  - name: MaskinportenSettingsFilepath\n' } }),
      ['settings-file-path'],
    ],
    [
      'the default section filled in a file of local runs that is deployed',
      withSettings(client, { 'appsettings.Local.json': { MaskinportenSettings: { ClientId: 'x' } } }),
      ['default-section-filled (App/appsettings.Local.json: ClientId)'],
    ],
    [
      'settings that cannot be read',
      appWith(client, { more: { 'App/appsettings.json': '{ "A": ' } }),
      ['settings-unread'],
    ],
  ])('%s', async (_, files, reasons) => {
    const [one = '', ...others] = await found(rule, files);
    expect(others).toEqual([]);
    expect(one).toMatch(/^App\/Program\.cs:\d error switch manual, /);
    expect(one.slice(one.indexOf('manual, ') + 'manual, '.length)).toBe(reasons.join(', '));
    expect((await switched(files)).texts).toEqual({});
  });

  describe('a guard that asks whether the app has credentials of its own', () => {
    test.each([
      [
        'by client id',
        'if (!string.IsNullOrWhiteSpace(config["Own:ClientId"]))',
        '!string.IsNullOrWhiteSpace(config["Own:ClientId"])',
      ],
      ['by section', 'if (config.GetSection("Own").Exists())', 'config.GetSection("Own").Exists()'],
      ['by a return', 'if (config["Own:EncodedJwk"] is null) return;', '!(config["Own:EncodedJwk"] is null)'],
    ])('%s', async (_, guard, condition) => {
      expect(await found(rule, appWith(`    ${guard}\n${client}`))).toEqual([
        `App/Program.cs:4 error switch manual, guarded-by-settings (${condition})`,
      ]);
    });

    test.each([
      ['an object', 'config.GetSection("Own").Get<MaskinportenSettings>()', 's is not null'],
      ['a member of it', 'config.GetSection("Own").Get<MaskinportenSettings>()', 's.Environment != "x"'],
      ['a section', 'config.GetSection("Own")', 's.Exists()'],
    ])('by a local: %s', async (_, value, condition) => {
      const services = `    var s = ${value};\n    if (${condition})\n${client.replace('config.GetSection("Own")', 's')}`;
      expect(await found(rule, appWith(services))).toEqual([
        `App/Program.cs:5 error switch manual, guarded-by-settings (${condition})`,
      ]);
    });
  });

  test('in a library that cannot name the new methods', async () => {
    const files: Files = {
      ...appWith('    services.AddOwn(config);'),
      'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': '<Project Sdk="Microsoft.NET.Sdk">\n</Project>\n',
      'Lib/Own.cs': `public static class Own\n{\n    public static void AddOwn(this IServiceCollection services, IConfiguration config)\n    {\n    ${client}\n    }\n}\n`,
    };
    expect(await found(rule, files)).toEqual(['Lib/Own.cs:5 error switch manual, api-not-referenced (Lib/Lib.csproj)']);
  });
});

describe('what the new handler is called depends on the version', () => {
  test.each([
    ['8.3.0', 'UseMaskinportenAuthorization', null],
    ['8.5.0', 'UseMaskinportenAuthorisation', 'UseMaskinportenAltinnAuthorisation'],
    ['8.6.6', 'UseMaskinportenAuthorisation', 'UseMaskinportenAltinnAuthorisation'],
    ['8.7.0', 'UseMaskinportenAuthorization', 'UseMaskinportenAltinnAuthorization'],
    ['8.12.7', 'UseMaskinportenAuthorization', 'UseMaskinportenAltinnAuthorization'],
    ['9.0.0-preview.1', 'UseMaskinportenAuthorization', 'UseMaskinportenAltinnAuthorization'],
  ])('%s', async (version, plain, exchange) => {
    const services = async (registration: string) => (await switched(appWith(registration, { version }))).services;
    expect(await services(client)).toBe(moved.replace('UseMaskinportenAuthorization', plain));
    expect(await services(exchanging)).toBe(
      exchange === null
        ? `${exchanging}\n`
        : `    services.AddHttpClient<DanClient>().${exchange}("altinn:instances.read");\n`,
    );
  });

  test.each([
    ['8.*', 'safe'],
    ['8.5.*', 'safe'],
    ['[8.7.0,9.0.0)', 'safe'],
    ['[8.3.0,9.0.0)', 'review, version-assumed'],
    ['8.7.*', 'safe'],
    // From 8.5 to 8.6 it is called otherwise than before and after.
    ['[8.3.0,8.5.0)', 'safe'],
    ['[8.5.0,8.7.0)', 'safe'],
    ['[8.3.0,8.7.0)', 'review, version-assumed'],
    ['[8.5.0,9.0.0)', 'review, version-assumed'],
    ['$(Unset)', 'manual, version-unknown'],
    ['8.0.0', 'manual, version-too-old (8.0.0 < 8.3.0)'],
    ['7.17.0', 'manual, version-too-old (7.17.0 < 8.3.0)'],
  ])('%s', async (version, expected) => {
    expect(await found(rule, appWith(client, { version }))).toEqual([`${at} ${expected}`]);
  });

  test('on the way to v9 what the app runs on counts', async () => {
    expect(await found(rule, appWith(client), { target: 'v9' })).toEqual([`${at} safe`]);
  });
});

describe('what was decided is done', () => {
  const other = typed('d.ClientSettings.Scope = "a";', 'Other', 'OtherClient');
  const two = `${client}\n${other}`;
  const decided = async (services: string, decide: Readonly<Record<string, Decision>>, asked: Asked = {}) => {
    const files = appWith(services);
    return { found: await found(rule, files, { ...asked, decide }), ...(await switched(files, { ...asked, decide })) };
  };

  test('studio, which a single identity has anyhow', async () => {
    expect((await decided(client, { Own: 'studio' })).found).toEqual([`${at} safe`]);
  });

  test('own-external: the client stays, and nothing is said of it', async () => {
    const { found: all, texts, left } = await decided(client, { Own: 'own-external' });
    expect({ all, texts }).toEqual({ all: [], texts: {} });
    expect(left.filter((one) => one.startsWith('clients/'))).toEqual([]);
  });

  test('own-built-in: the built-in client is told of its section', async () => {
    const { found: all, services, withdrawn } = await decided(client, { own: 'own-built-in' });
    expect({ all, withdrawn }).toEqual({ all: [`${at} review, built-in-keys`], withdrawn: [] });
    expect(services).toBe(`    services.ConfigureMaskinportenClient("Own");\n${moved}`);
  });

  test('own-built-in: once, above the first of several', async () => {
    const both = `    services.A();\n\n    // Dan\n${client}\n    services.B();\n${typed('d.ClientSettings.Scope = "a";', 'Own', 'OtherClient')}`;
    expect((await decided(both, { own: 'own-built-in' })).services).toBe(
      `    services.A();\n\n    // Dan\n    services.ConfigureMaskinportenClient("Own");\n${moved}    services.B();\n    services.AddHttpClient<OtherClient>().UseMaskinportenAuthorization("a");\n`,
    );
  });

  test('nothing, of several: all stay, and say which', async () => {
    const { found: all, texts } = await decided(two, {});
    expect(all).toEqual([
      `${at} manual, undecided-identities (Own Other)`,
      'App/Program.cs:4 error switch manual, undecided-identities (Own Other)',
    ]);
    expect(texts).toEqual({});
  });

  test('one of two: still nothing moves', async () => {
    const { found: all, texts } = await decided(two, { Own: 'studio' });
    expect(all.every((one) => one.includes('manual, undecided-identities (Own Other)'))).toBe(true);
    expect({ count: all.length, texts }).toEqual({ count: 2, texts: {} });
  });

  test('studio for two: their scopes come together', async () => {
    expect((await decided(two, { Own: 'studio', Other: 'studio' })).found).toEqual([
      `${at} review, several-identities`,
      'App/Program.cs:4 error switch review, several-identities',
    ]);
  });

  test('studio for one, own-external for the other', async () => {
    const { found: all, services } = await decided(two, { Own: 'studio', Other: 'own-external' });
    expect(all).toEqual([`${at} safe`]);
    expect(services).toBe(`${moved}${other}\n`);
  });

  test('studio and own-built-in do not go together: there is one built-in client', async () => {
    const { found: all, services } = await decided(two, { Own: 'studio', Other: 'own-built-in' });
    expect(all[0]).toBe(`${at} manual, mixed-decisions`);
    expect(all[1]).toBe('App/Program.cs:4 error switch review, built-in-keys');
    expect(services).toBe(
      `${client}\n    services.ConfigureMaskinportenClient("Other");\n    services.AddHttpClient<OtherClient>().UseMaskinportenAuthorization("a");\n`,
    );
  });

  test('own-built-in for two does not go', async () => {
    const { found: all } = await decided(two, { Own: 'own-built-in', Other: 'own-built-in' });
    expect(all).toEqual([
      `${at} manual, several-built-in (Own Other)`,
      'App/Program.cs:4 error switch manual, several-built-in (Own Other)',
    ]);
  });

  test('own-built-in does not fit v9', async () => {
    const { found: all } = await decided(client, { Own: 'own-built-in' }, { target: 'v9' });
    expect(all).toEqual([`${at} manual, decision-does-not-fit (studio own-external)`]);
  });

  test('own-built-in needs a section', async () => {
    const services = `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, DanClient>(Library.Settings(), d => { ${scope} d.ClientSettings.ExhangeToAltinnToken = false; });`;
    const { app } = await auditedApp(appWith(services));
    const [id = ''] = app.externals.map((one) => one.id);
    expect((await decided(services, { [id]: 'own-built-in' })).found).toEqual([`${at} manual, own-section-unknown`]);
  });
});

describe('what moves along', () => {
  const usings = 'using Altinn.ApiClients.Maskinporten.Extensions;\nusing Altinn.ApiClients.Maskinporten.Services;\n';
  const program = (services: string, head = usings) => ({
    ...appWith(''),
    'App/Program.cs': head + programWith(services),
  });

  test('usings come and go', async () => {
    const { texts, left } = await switched(program(client));
    expect(texts['App/Program.cs']).toBe(
      `using Altinn.App.Api.Extensions;\nusing Microsoft.Extensions.DependencyInjection;\n${programWith(moved.trimEnd())}`,
    );
    expect(left).toEqual([]);
  });

  test('usings that something needs stay, an alias that nothing needs goes', async () => {
    const head = `${usings}using Legacy = Altinn.ApiClients.Maskinporten.Config.MaskinportenSettings;\nusing Altinn.App.Api.Extensions;\nusing Altinn.ApiClients.Maskinporten.Models;\nusing Microsoft.Extensions.DependencyInjection;\n`;
    const kept = '    services.AddSingleton<TokenResponse>();';
    const { texts } = await switched(program(`${client}\n${kept}`, head));
    expect(texts['App/Program.cs']).toBe(
      `using Altinn.App.Api.Extensions;\nusing Altinn.ApiClients.Maskinporten.Models;\nusing Microsoft.Extensions.DependencyInjection;\n${programWith(`${moved}${kept}`)}`,
    );
  });

  test('the rest of the chain stays, with its comments', async () => {
    const services = `    services
        .AddMaskinportenHttpClient<SettingsJwkClientDefinition, DanClient>(
            config.GetSection("Own"), // its own section
            d => d.ClientSettings.Scope = Scopes.Dan)
        // retries
        .AddPolicyHandler(policy)
        .ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(5)); // short`;
    const files = appWith(services, {
      more: { 'App/Scopes.cs': 'public static class Scopes { public const string Dan = "altinn:dataaltinnno"; }\n' },
    });
    expect((await switched(files)).services).toBe(`    services
        .AddHttpClient<DanClient>()
        // its own section
        .UseMaskinportenAuthorization(Scopes.Dan)
        // retries
        .AddPolicyHandler(policy)
        .ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(5)); // short
`);
  });

  test('a typed client behind it folds', async () => {
    const services = client.replace(/;$/, '\n        .AddTypedClient<IDan, DanClient>();');
    expect((await switched(appWith(services))).services).toBe(
      '    services.AddHttpClient<IDan, DanClient>().UseMaskinportenAuthorization("altinn:dataaltinnno");\n',
    );
  });

  test('one that does not fold stays', async () => {
    const services = client.replace(/;$/, '\n        .AddTypedClient<IDan, DanClient>();');
    const files = appWith(services, { more: { 'App/User.cs': 'public class User(DanClient client) { }\n' } });
    expect((await switched(files)).services).toBe(
      '    services.AddHttpClient<DanClient>()\n        .UseMaskinportenAuthorization("altinn:dataaltinnno")\n        .AddTypedClient<IDan, DanClient>();\n',
    );
  });

  test('locals, and statements that fill them', async () => {
    const services = `    services.A();
    var s = new MaskinportenSettings();
    config.GetSection("Own").Bind(s);
    s.Scope = "a b";
    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, DanClient>(s);`;
    expect((await switched(appWith(services))).services).toBe(
      '    services.A();\n    services.AddHttpClient<DanClient>().UseMaskinportenAuthorization("a", "b");\n',
    );
  });

  test('a settings object that two clients use, one of which stays, is left as it is', async () => {
    const object = '    var s = new MaskinportenSettings();\n    config.GetSection("Own").Bind(s);\n';
    const staying = '    services.AddMaskinportenHttpClient<Pkcs12ClientDefinition, OtherClient>(s);';
    const going = `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, DanClient>(s, d => { ${scope} });`;
    expect((await switched(appWith(`${object}${going}\n${staying}`))).services).toBe(`${object}${moved}${staying}\n`);
  });

  test('a static call becomes one on its services', async () => {
    const services = `    ServiceCollectionExtensions.AddMaskinportenHttpClient<SettingsJwkClientDefinition, DanClient>(services, config.GetSection("Own"), d => { ${scope} });`;
    expect((await switched(appWith(services))).services).toBe(moved);
  });
});

describe('the token cache goes with the last of the clients', () => {
  const cache =
    '    services.AddMemoryCache();\n    services.AddSingleton<ITokenCacheProvider, MemoryTokenCacheProvider>();\n';
  const usings = 'using Altinn.ApiClients.Maskinporten.Interfaces;\nusing Altinn.ApiClients.Maskinporten.Services;\n';
  const withCache = (services: string) => ({
    ...appWith(''),
    'App/Program.cs': usings + programWith(cache + services),
  });

  test('and the memory cache stays', async () => {
    const { services, texts } = await switched(withCache(client));
    expect(services).toBe(`    services.AddMemoryCache();\n${moved}`);
    expect(texts['App/Program.cs']).not.toContain('Altinn.ApiClients');
  });

  test('not while one of them stays', async () => {
    const staying = typed(scope, 'Own', 'OtherClient').replace('SettingsJwk', 'SettingsX509');
    expect((await switched(withCache(`${client}\n${staying}`))).services).toBe(`${cache}${moved}${staying}\n`);
  });

  test('not while one is decided to stay', async () => {
    const other = typed('d.ClientSettings.Scope = "a";', 'Other', 'OtherClient');
    const decide = { Own: 'studio', Other: 'own-external' } as const;
    expect((await switched(withCache(`${client}\n${other}`), { decide })).services).toBe(`${cache}${moved}${other}\n`);
  });
});
