import { describe, expect, test } from 'vitest';
import { statusOf } from '../../src/app/status.ts';
import { triggerOf } from '../../src/app/trigger.ts';
import type { Trigger } from '../../src/words/trigger.ts';
import { type Asked, appWith, auditedApp, type Files, programWith } from '../rules/audited.ts';

const authorised = 'services.AddHttpClient<A>().UseMaskinportenAuthorization("a");';
const external = (section: string, rest = '') =>
  `services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("${section}")${rest});`;
const onDefault = external('MaskinportenSettings');
const exchanging = (value: string) => `, d => d.ClientSettings.ExhangeToAltinnToken = ${value}`;
const host = 'builder.WebHost.ConfigureAppWebHost(args);';
const vault = 'builder.AddAzureKeyVaultAsConfigProvider();';

/** An app whose host is set up among these statements. */
function app(services: string, version: string, statements = host, more: Files = {}, usings = ''): Files {
  const program = `${usings}${programWith(`    ${services}`).replace(host, statements)}`;
  return appWith('', { version, more: { 'App/Program.cs': program, ...more } });
}

function settings(section: Readonly<Record<string, string>>, name = 'appsettings.json'): Files {
  return { [`App/${name}`]: JSON.stringify({ MaskinportenSettings: section }) };
}

async function standing(files: Files, asked: Asked = {}): Promise<readonly [string, Trigger]> {
  const { app: read } = await auditedApp(files, asked);
  return [statusOf(read), triggerOf(read)];
}

const removal = {
  event: 'secret-removal',
  who: 'built-in',
  reloads: false,
  listed: false,
  left: [],
  from: 'vault',
} as const;
const added = { event: 'scopes-added', from: 'nothing', perhapsLeft: null } as const;
const deploy = { event: 'code-deploy', because: 'clients' } as const;

describe('what flips an app is told with all that matters', () => {
  test.each<[string, Files, string, Trigger]>([
    ['secrets of a vault', app(authorised, '8.7.0', host + vault), 'undetermined', removal],
    [
      'secrets of a vault that a running app reads again',
      app(authorised, '8.9.1', host + vault),
      'undetermined',
      { ...removal, reloads: true },
    ],
    [
      'secrets of a vault that an external client reads',
      app(onDefault, '8.9.1', host + vault),
      'legacy',
      { ...removal, who: 'external-client', reloads: true },
    ],
    [
      'secrets that an external client reads, whatever comes up then',
      app(onDefault, '8.7.0', host + vault, settings({ JwkBase64: 'b' })),
      'legacy',
      { ...removal, who: 'external-client' },
    ],
    [
      'scopes, in front of a vault',
      app(authorised, '8.7.0', vault + host),
      'undetermined',
      { ...added, from: 'vault', perhapsLeft: 'JwkBase64' },
    ],
    [
      'scopes, in front of settings',
      app(authorised, '8.7.0', host, settings({ ClientId: 'a' })),
      'undetermined',
      { ...added, from: 'settings' },
    ],
    [
      'scopes, in front of settings and a vault',
      app(authorised, '8.7.0', vault + host, settings({ ClientId: 'a' })),
      'undetermined',
      { ...added, from: 'settings', perhapsLeft: 'JwkBase64' },
    ],
    [
      'scopes, where nothing is known to be in use',
      app(authorised, '8.9.0', host, settings({ Authority: 'a' }, 'appsettings.Local.json')),
      'undetermined',
      added,
    ],
    [
      'scopes, which an external client does not stand',
      app(onDefault, '8.7.0'),
      'legacy',
      { event: 'breaks-when-scopes-added', because: 'external-client' },
    ],
    [
      'scopes, where half of what is used stays',
      app(authorised, '8.7.0', host, settings({ ClientId: 'a', JwkBase64: 'b' })),
      'undetermined',
      { event: 'breaks-when-scopes-added', because: 'chimera', parts: { id: 'studio', key: 'settings' } },
    ],
    [
      'scopes, where both break: the external client is told',
      app(`${authorised}\n${onDefault}`, '8.7.0', host, settings({ ClientId: 'a', JwkBase64: 'b' })),
      'mixed',
      { event: 'breaks-when-scopes-added', because: 'external-client' },
    ],
    [
      'scopes, where the built-in client breaks and the external one has its own section',
      app(`${authorised}\n${external('own')}`, '8.7.0', host, settings({ ClientId: 'a', JwkBase64: 'b' })),
      'mixed',
      { event: 'breaks-when-scopes-added', because: 'chimera', parts: { id: 'studio', key: 'settings' } },
    ],
    ['the code', app(external('own'), '8.7.0'), 'legacy', deploy],
    ['the code, of two kinds of clients', app(`${authorised}\n${external('own')}`, '8.7.0'), 'mixed', deploy],
    [
      'files that win',
      app(authorised, '8.9.0', host, settings({ ClientId: 'a', JwkBase64: 'b' }, 'appsettings.Local.json')),
      'undetermined',
      { event: 'code-deploy', because: 'overruled', files: ['App/appsettings.Local.json'] },
    ],
    [
      'files that win, each with a half, and what comes up once they are gone',
      app(authorised, '8.9.0', host, {
        ...settings({ ClientId: 'a' }, 'appsettings.Local.json'),
        ...settings({ Authority: 'a' }, 'appsettings.Production.json'),
        ...settings({ ClientId: 'a', JwkBase64: 'b' }),
        'deployment/values.yaml': 'env:\n  - name: MaskinportenSettings__JwkBase64\n    value: x\n',
      }),
      'undetermined',
      {
        event: 'code-deploy',
        because: 'overruled',
        files: ['App/appsettings.Local.json', 'App/appsettings.json', 'deployment/values.yaml'],
      },
    ],
    [
      'a file that wins over an external client too, once the vault has none',
      app(onDefault, '8.9.0', host + vault, settings({ ClientId: 'a', EncodedJwk: 'b' }, 'appsettings.Local.json')),
      'legacy',
      { event: 'code-deploy', because: 'overruled', files: ['App/appsettings.Local.json'] },
    ],
    [
      'nothing, where the host is set up for certain the second time',
      app(authorised, '8.7.0', `if (args.Length > 0) ${host}\n${host}`),
      'studio',
      { event: 'none' },
    ],
    ['nothing', app(authorised, '8.7.0'), 'studio', { event: 'none' }],
    ['nothing that it does', app('services.AddTransient<A>();', '8.7.0'), 'none', { event: 'none' }],
  ])('%s', async (_, files, status, trigger) => {
    expect(await standing(files)).toEqual([status, trigger]);
  });

  test('the names of secrets that somebody listed', async () => {
    const vaultSecrets = ['MaskinportenSettings--ClientId', 'MaskinportenSettings--JwkBase64'];
    const listed = { ...removal, listed: true };
    expect(await standing(app(authorised, '8.7.0', host + vault), { vaultSecrets })).toEqual(['undetermined', listed]);
    expect(
      await standing(app(authorised, '8.7.0', vault + host, settings({ ClientId: 'a' })), { vaultSecrets: ['own--A'] }),
    ).toEqual(['undetermined', { ...added, from: 'settings' }]);
  });
});

describe('the provisioned file never comes to the app', () => {
  test.each<[string, Files, string, Trigger]>([
    [
      'as its version does not read it',
      app(onDefault, '8.2.6'),
      'blocked',
      { event: 'never', because: { why: 'too-old' } },
    ],
    ['without the host', app(onDefault, '8.7.0', ''), 'legacy', { event: 'never', because: { why: 'host-missing' } }],
    [
      'as only local runs have a host',
      app(onDefault, '8.7.0', `if (builder.Environment.IsDevelopment()) ${host}`),
      'legacy',
      { event: 'never', because: { why: 'host-development-only' } },
    ],
    [
      'as another file is read',
      app(authorised, '8.7.0', host, { 'App/appsettings.json': '{ "MaskinportenSettingsFilepath": "own.json" }' }),
      'undetermined',
      { event: 'never', because: { why: 'other-file', files: ['App/appsettings.json'] } },
    ],
    [
      'as all sources are cleared',
      app(authorised, '8.7.0', `${host} builder.Configuration.Sources.Clear();`),
      'studio',
      { event: 'never', because: { why: 'cleared' } },
    ],
  ])('%s', async (_, files, status, trigger) => {
    expect(await standing(files)).toEqual([status, trigger]);
  });
});

describe('a client that exchanges its token', () => {
  test.each<[string, string, string, string, Trigger]>([
    ['waits for a version that can', exchanging('true'), '8.3.4', 'blocked', deploy],
    ['waits for none where it can', exchanging('true'), '8.5.0', 'legacy', deploy],
    ['waits for none where it does not', exchanging('false'), '8.3.4', 'legacy', deploy],
    ['waits for none where nobody can tell', exchanging('x'), '8.3.4', 'legacy', deploy],
    [
      'waits for the file first',
      exchanging('true'),
      '8.2.6',
      'blocked',
      { event: 'never', because: { why: 'too-old' } },
    ],
  ])('%s: %s, %s', async (_, rest, version, status, trigger) => {
    expect(await standing(app(external('own', rest), version))).toEqual([status, trigger]);
  });

  test('waits for none in local runs', async () => {
    const local = `if (env.IsDevelopment()) { ${external('own', exchanging('true'))} } else { ${external('own')} }`;
    expect(await standing(app(local, '8.3.4'))).toEqual(['legacy', deploy]);
  });
});

describe('an external client on the default section', () => {
  test('does not break in local runs alone', async () => {
    const local = `if (env.IsDevelopment()) { ${onDefault} }`;
    expect(await standing(app(local, '8.7.0'))).toEqual(['legacy', deploy]);
  });

  // From 9.0 the package binds there and then, before the host adds the provisioned file.
  test('does not break where it read its section before', async () => {
    expect(await standing(app(onDefault, '8.12.0'))).toEqual(['legacy', deploy]);
  });

  test('is what a token provider of the shims has its client id from', async () => {
    const using = 'using Altinn.ApiClients.Maskinporten.Config;\n';
    const configured = 'services.Configure<MaskinportenSettings>(config.GetSection("MaskinportenSettings"));';
    const provider = 'services.AddMaskinportenJwkTokenProvider("MaskinportenSettings--EncodedJwk");';
    expect(await standing(app(`${configured}\n${provider}`, '8.7.0', host, {}, using))).toEqual([
      'legacy',
      { event: 'breaks-when-scopes-added', because: 'external-client' },
    ]);
    expect(await standing(app(configured, '8.7.0', host, {}, using))).toEqual(['legacy', deploy]);
    const elsewhere = configured.replace('"MaskinportenSettings"', '"own"');
    expect(await standing(app(`${elsewhere}\n${provider}`, '8.7.0', host, {}, using))).toEqual(['legacy', deploy]);
  });
});

describe('an app of the built-in client alone', () => {
  const variable = (name: string) => `env:\n  - name: ${name}\n    value: x\n`;
  const launch = { profiles: { App: { environmentVariables: { MaskinportenSettingsFilepath: 'own.json' } } } };

  test.each<[string, Files]>([
    [
      'that other code of the environment has a section of',
      { 'deployment/values.yaml': variable('own__MaskinportenSettings__ClientId') },
    ],
    ['that is pointed at another file in local runs', { 'App/Properties/launchSettings.json': JSON.stringify(launch) }],
  ])('%s runs on what is provisioned', async (_, more) => {
    expect(await standing(app(authorised, '8.7.0', host, more))).toEqual(['studio', { event: 'none' }]);
  });

  test('is one that only asks for tokens', async () => {
    const asking = `using Altinn.App.Core.Features.Maskinporten;

public class Tokens(IMaskinportenClient client)
{
    public async Task<string> Get(string scope) => await client.GetAccessToken([scope]);
}
`;
    const more = { 'App/Tokens.cs': asking };
    expect(await standing(app('', '8.7.0', host, more))).toEqual(['studio', { event: 'none' }]);
  });
});

describe('clients that take a token of the shims or of the package', () => {
  const using = 'using Altinn.ApiClients.Maskinporten.Config;\n';
  const configured = 'services.Configure<MaskinportenSettings>(config.GetSection("own"));';
  const provider = 'services.AddMaskinportenJwkTokenProvider("own--EncodedJwk");';

  test('stay with the settings that they are decided to keep', async () => {
    const files = app(`${configured}\n${provider}`, '8.7.0', host, {}, using);
    expect(await standing(files, { decide: { own: 'own-external' } })).toEqual(['own', { event: 'none' }]);
    expect(await standing(files, { decide: { own: 'studio' } })).toEqual(['legacy', deploy]);
    expect(await standing(files)).toEqual(['legacy', deploy]);
  });

  test('are decided on by themselves, where they use the service of the package', async () => {
    const asking = `using Altinn.ApiClients.Maskinporten.Interfaces;

public class Tokens(IMaskinportenService service)
{
    public async Task<string> Get() => (await service.GetToken(jwk, "test", id, "a:b", null)).AccessToken;
}
`;
    const files = app(external('own'), '8.7.0', host, { 'App/Tokens.cs': asking });
    const [undecided] = await standing(files);
    expect(undecided).toBe('legacy');
    const [decided] = await standing(files, { decide: { own: 'studio' } });
    expect(decided).toBe('legacy');
    // The service is given credentials of its own, on which people decide by themselves.
    const [alone] = await standing(files, { decide: { own: 'own-external' } });
    expect(alone).toBe('legacy');
    const { app: asked } = await auditedApp(files);
    const all = ['own', ...asked.tokens.consumers.map(({ id }) => id)];
    const [kept] = await standing(files, { decide: Object.fromEntries(all.map((one) => [one, 'own-external'])) });
    expect(kept).toBe('own');
  });
});

describe('a program that could not be read leaves it open', () => {
  const plain = programWith('    services.AddTransient<A>();');

  test.each<[string, Files, string]>([
    ['no text', { 'App/Program.cs': Buffer.from(`\0${plain}`) }, 'undetermined'],
    ['a Startup that is no text', { 'App/Startup.cs': Buffer.from('\0') }, 'undetermined'],
    ['UTF-16, which is read all the same', { 'App/Program.cs': Buffer.from(`\uFEFF${plain}`, 'utf16le') }, 'none'],
    ['Latin-1, which is read all the same', { 'App/Program.cs': Buffer.from(`// \xe6\n${plain}`, 'latin1') }, 'none'],
    [
      'a part that cannot be parsed, where the rest is',
      { 'App/Program.cs': `${plain}\nclass Lost { void A() { = ; ] }\n`, 'App/Told.cs': '// Maskinporten\n' },
      'none',
    ],
    ['another source that is no text', { 'App/Own.cs': Buffer.from('\0Maskinporten') }, 'none'],
    ['settings that are no JSON', { 'App/appsettings.json': '{' }, 'none'],
  ])('%s', async (_, more, status) => {
    const files = appWith('    services.AddTransient<A>();', { more });
    expect(await standing(files)).toEqual([status, { event: 'none' }]);
  });

  test('also in a version that never loads the provisioned file', async () => {
    const more = { 'App/Program.cs': Buffer.from(`\0${plain}`) };
    expect(await standing(appWith('', { version: '8.2.6', more }))).toEqual(['undetermined', { event: 'none' }]);
  });

  test('not where the rest of the app tells', async () => {
    const more = { 'App/Startup.cs': Buffer.from('\0') };
    expect(await standing(appWith(external('own'), { more }))).toEqual(['legacy', deploy]);
  });
});

describe('a library that registers an external client', () => {
  const withPackage = (id: string, version: string, services = 'services.AddTransient<A>();'): Files => {
    const files = appWith(`    ${services}`);
    const reference = `<PackageReference Include="${id}" Version="${version}" /></ItemGroup>`;
    return { ...files, 'App/App.csproj': `${files['App/App.csproj']}`.replace('</ItemGroup>', reference) };
  };

  test.each<[string, string, string]>([
    ['Altinn.ApiClients.Dan', '2.2.1', 'legacy'],
    ['Altinn.ApiClients.Dan', '3.0.0', 'none'],
    ['Altinn.ApiClients.Dialogporten', '1.0.0', 'legacy'],
    ['Altinn.ApiClients.Other', '1.0.0', 'none'],
  ])('%s %s: %s', async (id, version, status) => {
    const [read] = await standing(withPackage(id, version));
    expect(read).toBe(status);
  });

  test('does not count one that the app authorizes itself', async () => {
    const services =
      'services.AddDialogportenClient(settings, b => b.UseMaskinportenAltinnAuthorization("digdir:dialogporten"));';
    const [read] = await standing(withPackage('Altinn.ApiClients.Dialogporten', '1.0.0', services));
    expect(read).toBe('studio');
  });

  test('keeps an app from being its own', async () => {
    const decide = { own: 'own-external' } as const;
    expect(await standing(withPackage('Altinn.ApiClients.Dan', '2.2.1', external('own')), { decide })).toEqual([
      'legacy',
      deploy,
    ]);
    expect(await standing(withPackage('Altinn.ApiClients.Dan', '3.0.0', external('own')), { decide })).toEqual([
      'own',
      { event: 'none' },
    ]);
  });
});
