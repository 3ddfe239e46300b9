import { describe, expect, test } from 'vitest';
import { type Asked, appWith, type Files, found, libraryOf, projectOf, referencing } from '../audited.ts';
import { client, definition, handler, handlerOf, lines, movedClient } from './old-clients.ts';
import { switched } from './switched.ts';

const rule = 'clients/external-http-client';
const onDefault = 'MaskinportenSettings';

async function outcome(files: Files, asked: Asked = {}): Promise<string | undefined> {
  const [first] = await found(rule, files, asked);
  return first?.replace(/^\S+ error switch /, '');
}

function withSettings(services: string, name: string, content: unknown): Files {
  return appWith(services, { more: { [`App/${name}`]: JSON.stringify(content) } });
}

function withVault(files: Files): Files {
  const program = String(files['App/Program.cs']).replace(
    '\nWebApplication app',
    '\nbuilder.AddAzureKeyVaultAsConfigProvider();$&',
  );
  return { ...files, 'App/Program.cs': program };
}

describe('who has the key in a settings file loses the client in local runs', () => {
  test.each<[string, string, unknown, boolean]>([
    ['the id in Development', 'appsettings.Development.json', { A: { ClientId: 'x' } }, true],
    ['the key in Development', 'appsettings.Development.json', { A: { EncodedJwk: 'x' } }, true],
    ['an environment in Development', 'appsettings.Development.json', { A: { Environment: 'ver2' } }, false],
    ['the key for all environments', 'appsettings.json', { A: { ClientId: 'x', EncodedJwk: 'y' } }, true],
    ['the key alone for all environments', 'appsettings.json', { A: { EncodedJwk: 'y' } }, true],
    ['the id alone for all environments, which signs nothing', 'appsettings.json', { A: { ClientId: 'x' } }, false],
    ['the id in another casing', 'appsettings.json', { a: { CLIENTID: 'x' } }, false],
    ['the key where nobody runs locally', 'appsettings.Staging.json', { A: { ClientId: 'x', EncodedJwk: 'y' } }, false],
    ['the key of another section', 'appsettings.Development.json', { B: { EncodedJwk: 'y' } }, false],
    ['what is empty', 'appsettings.Development.json', { A: { EncodedJwk: '' } }, false],
  ])('%s', async (_, name, content, isLocal) => {
    const said = await outcome(withSettings(lines(client('X', 'A')), name, content));
    expect(said).toBe(isLocal ? `review, local-runs (App/${name})` : 'safe');
  });
});

describe('what a vault could say beside', () => {
  const asking = (body: string, section = 'A') => lines(client('X', section, `d => { ${body} }`));
  const scope = (name: string) => `d.ClientSettings.Scope = "${name}";`;
  const plain = 'd.ClientSettings.ExhangeToAltinnToken = false;';
  const settings = (services: string, content: unknown) => withSettings(services, 'appsettings.json', content);

  test.each<[string, Files, string]>([
    ['nothing where the delegate says all', appWith(asking(`${scope('altinn:x')} ${plain}`)), 'safe'],
    ['nothing of a scope of nobody’s', appWith(asking(scope('ks:fiks'))), 'safe'],
    ['nothing of Dan’s scope, which is taken as it is', appWith(asking(scope('altinn:dataaltinnno'))), 'safe'],
    [
      'the exchange of one of several scopes',
      appWith(asking(scope('ks:fiks altinn:x'))),
      'review, exchange-may-be-in-vault',
    ],
    [
      'the scopes that settings say',
      settings(asking(plain), { A: { Scope: 'ks:fiks' } }),
      'review, access-from-settings',
    ],
    [
      'the exchange that settings say, which is no open question',
      settings(asking(scope('altinn:x')), { A: { ExhangeToAltinnToken: false } }),
      'review, access-from-settings',
    ],
    [
      'credentials of the built-in client',
      appWith(asking(scope('ks:fiks'), onDefault)),
      'review, vault-may-hold-default',
    ],
    [
      'the same in another casing',
      appWith(asking(scope('ks:fiks'), 'maskinportensettings')),
      'review, vault-may-hold-default',
    ],
  ])('%s', async (_, files, expected) => {
    expect(await outcome(withVault(files))).toBe(expected);
  });

  test('nothing where there is none', async () => {
    const files = settings(asking(''), { A: { Scope: 'altinn:x' } });
    expect(await outcome(files)).toBe('safe');
    expect(await outcome(appWith(asking(scope('ks:fiks'), onDefault)))).toBe('safe');
  });

  test('nothing of the default section where its names are listed', async () => {
    const files = withVault(appWith(asking(scope('ks:fiks'), onDefault)));
    expect(await outcome(files, { vaultSecrets: ['other--Secret'] })).toBe('safe');
  });

  test('scopes of a section that is not known are not known from settings either', async () => {
    const unknown = lines(
      client('X', 'A', `d => { ${scope('altinn:x')} ${plain} }`).replace(
        'config.GetSection("A")',
        'Library.Settings()',
      ),
    );
    expect(await outcome(withVault(appWith(unknown)))).toBe('review, section-unknown');
  });
});

describe('identities that come together', () => {
  const three = appWith(lines(client('X', 'A'), client('Y', 'B'), client('Z', 'C')));

  test('of those that move, each is named', async () => {
    const all = await found(rule, three, { decide: { A: 'studio', B: 'studio', C: 'own-external' } });
    expect(all.map((one) => one.replace(/^\S+ /, ''))).toEqual([
      'error switch review, several-identities',
      'error switch review, several-identities',
    ]);
  });

  test('not where one alone moves', async () => {
    expect(await outcome(three, { decide: { A: 'studio', B: 'own-external', C: 'own-external' } })).toBe('safe');
  });
});

describe('a guard that asks for what goes', () => {
  const guarded = (condition: string, inner = client('X', 'Own')) =>
    lines(`if (${condition})`, '{', `    ${inner}`, '}');

  test.each([
    'Environment.GetEnvironmentVariable("Own__ClientId") is not null',
    'options.EncodedJwk != null',
    'options.jwkBase64 != null',
    'features.UseMaskinporten',
    'maskinportenEnabled',
    'config.GetSection("Own").Exists()',
    'config.GetSection("Own").GetChildren().Any()',
  ])('%s', async (condition) => {
    expect(await outcome(appWith(guarded(condition)))).toBe(`manual, guarded-by-settings (${condition})`);
  });

  test.each(['features.Dan', 'config.GetValue<bool>("Features:Dan")', 'args.Length > 0'])(
    'not %s, which holds as before',
    async (condition) => {
      const { services } = await switched(appWith(guarded(condition)));
      expect(services).toBe(`${lines(`if (${condition})`, '{', `    ${movedClient('X')}`, '}')}\n`);
    },
  );

  const withLocal = (condition: string) =>
    lines(
      'var own = config.GetSection("A");',
      `if (${condition})`,
      '{',
      `    ${client('X', 'A').replace('config.GetSection("A")', 'own')}`,
      '}',
    );

  test.each<[string, boolean]>([
    ['own is not null', true],
    ['!own.GetChildren().Any()', true],
    ['(own)["x"] == "y"', true],
    ['owner is not null', false],
    ['known == 1', false],
    ['own2', false],
  ])('a local counts by its whole name: %s', async (condition, isGuard) => {
    const said = await outcome(appWith(withLocal(condition)));
    expect(said?.startsWith('manual, guarded-by-settings')).toBe(isGuard);
  });

  test('of a handler, the section of its definition', async () => {
    const services = lines(
      definition('k', 'Dan'),
      'if (config.GetSection("Dan").Exists())',
      '{',
      `    ${handler('k')}`,
      '}',
    );
    const all = await found('clients/external-message-handler', appWith(services));
    expect(all).toEqual([
      'App/Program.cs:3 error switch manual, handlers-stay (1)',
      'App/Program.cs:6 error switch manual, guarded-by-settings (config.GetSection("Dan").Exists())',
    ]);
  });

  test('of a definition, the local that holds its section', async () => {
    const services = lines(
      'var own = config.GetSection("A");',
      'if (own.Exists())',
      '{',
      `    ${definition('k', 'A').replace('config.GetSection("A")', 'own')}`,
      '}',
    );
    expect(await found('clients/external-message-handler', appWith(services))).toEqual([
      'App/Program.cs:6 error switch manual, guarded-by-settings (own.Exists())',
    ]);
  });
});

describe('several reasons to leave a client to people are told together', () => {
  const resource = 'd => { d.ClientSettings.Resource = "x"; }';

  test.each<[string, string, string, string]>([
    [
      'its key and its settings',
      lines(client('X', 'A', resource).replace('SettingsJwk', 'SettingsX509')),
      '8.7.0',
      'manual, key-type (SettingsX509ClientDefinition certificate), unsupported-settings (Resource), scopes-unknown (not-set)',
    ],
    [
      'its version first',
      lines(client('X', 'A', resource)),
      '8.2.0',
      'manual, version-too-old (8.2.0 < 8.3.0), unsupported-settings (Resource), scopes-unknown (not-set)',
    ],
    [
      'and of a delegate that is not understood, nothing that it might say',
      lines(client('X', 'A', 'd => { d.ClientSettings.Resource = "x"; Log(); }')),
      '8.7.0',
      'manual, delegate-unclear (Log();)',
    ],
    [
      'scopes and exchange',
      lines(client('X', 'A', 'd => { d.ClientSettings.Scope = F(); d.ClientSettings.ExhangeToAltinnToken = G(); }')),
      '8.7.0',
      'manual, scopes-unknown (computed), exchange-unknown (computed)',
    ],
  ])('%s', async (_, services, version, expected) => {
    expect(await outcome(appWith(services, { version }))).toBe(expected);
  });
});

describe('a library of the app can name the new methods', () => {
  const inLibrary = (packages: string): Files => ({
    ...appWith('    services.AddOwn(config);'),
    'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
    'Lib/Lib.csproj': libraryOf(null).replace('  <ItemGroup>', `  <ItemGroup>\n${packages}`),
    'Lib/Own.cs': `public static class Own\n{\n    public static void AddOwn(this IServiceCollection services, IConfiguration config)\n    {\n    ${lines(client('X', 'A'))}\n    }\n}\n`,
  });
  const reference = (id: string) => `    <PackageReference Include="${id}" Version="8.7.0" />\n`;

  test.each<[string, boolean]>([
    ['Altinn.App.Api', true],
    ['altinn.app.api', true],
    ['Altinn.App.Api.Experimental', true],
    ['Altinn.App.Core', false],
    ['Altinn.App.Api.Extras', false],
    ['My.Altinn.App.Api', false],
    ['AltinnXAppXApi', false],
    ['Altinn.App.ApiXExperimental', false],
  ])('with %s: %s', async (id, can) => {
    const said = await outcome(inLibrary(reference(id)));
    expect(said?.includes('api-not-referenced (Lib/Lib.csproj)')).toBe(!can);
  });
});

describe('a library and an app of two versions', () => {
  test.each<[string, string, string]>([
    ['8.7.0', '8.7.0', 'safe'],
    ['8.7.0', '8.12.7', 'safe'],
    // The older may be what compiles: between them the method has another name.
    ['8.5.0', '8.7.0', 'manual, version-unknown'],
    ['8.3.4', '8.5.0', 'manual, version-unknown'],
    ['8.2.0', '8.7.0', 'manual, version-too-old (8.2.0 < 8.3.0)'],
  ])('%s below %s', async (library, version, expected) => {
    const files: Files = {
      ...appWith('    services.AddOwn(config);'),
      'App/App.csproj': referencing(projectOf(version), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': libraryOf(library),
      'Lib/Own.cs': `public static class Own\n{\n    public static void AddOwn(this IServiceCollection services, IConfiguration config)\n    {\n    ${lines(client('X', 'A'))}\n    }\n}\n`,
    };
    expect(await outcome(files)).toBe(expected);
  });
});

test('a handler that asks otherwise than its client is worth a look, and the client with it', async () => {
  const services = lines(client('X', 'A'), handlerOf('X'));
  expect(await outcome(appWith(services))).toBe('review, settings-shared');
  expect(
    await outcome(appWith(lines(client('X', 'A'), handlerOf('X', 'd => { d.ClientSettings.Scope = "a"; }')))),
  ).toBe('safe');
});
