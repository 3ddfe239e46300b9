import { describe, expect, test } from 'vitest';
import { isSelected } from '../../../src/migrate/plan.ts';
import { planVerified } from '../../../src/migrate/verify.ts';
import { en } from '../../../src/words/en.ts';
import { nb } from '../../../src/words/nb.ts';
import { type Asked, appWith, auditedApp, type Files, found, programWith, projectOf, shortly } from '../audited.ts';
import { switched } from '../clients/switched.ts';

const rule = 'config/default-section-shared';
const file = 'App/appsettings.json';
const at = 'App/Program.cs:3 error prepare';

function client(section: string, name = 'FirstClient', delegate = 'd => d.ClientSettings.Scope = "a"'): string {
  return `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${name}>(${section}, ${delegate});`;
}

const shared = client('config.GetSection("MaskinportenSettings")');
const json =
  '{\n  "A": 1,\n  "MaskinportenSettings": {\n    "ClientId": "x", // prod\n    "Environment": "prod"\n  }\n}\n';

function withSettings(services: string, settings: Files = { [file]: json }, version = '8.7.0'): Files {
  return appWith(services, { version, more: settings });
}

function withVault(files: Files): Files {
  const program = String(files['App/Program.cs']).replace(
    '\nWebApplication app',
    '\nbuilder.AddAzureKeyVaultAsConfigProvider();$&',
  );
  return { ...files, 'App/Program.cs': program };
}

/** What the patch of the phase makes of an app. */
async function prepared(files: Files, asked: Asked = {}) {
  const before = await auditedApp(files, asked);
  const selection = { phase: 'prepare', fixes: 'review', withPhaseless: false } as const;
  const selected = before.settled.filter((one) => isSelected(one, selection));
  const plan = await planVerified(before, selected, selection, before.audit);
  const withdrawn = plan.withdrawn.map(({ settled, reason }) => `${settled.finding.rule}: ${shortly(reason)}`);
  const texts: Files = {
    ...files,
    ...Object.fromEntries([...plan.texts].flatMap(([path, text]) => (text === null ? [] : [[path, text]]))),
  };
  const services = /^\{\n(.*?)^\}\n/ms.exec(String(texts['App/Program.cs']))?.[1];
  return { texts, withdrawn, services };
}

describe('an external client on the default section is found', () => {
  test.each<[string, string]>([
    ['by its literal', shared],
    ['in another casing', client('config.GetSection("maskinportenSettings")')],
    ['by nameof', client('config.GetSection(nameof(MaskinportenSettings))')],
    ['through a local', `    var mp = config.GetSection("MaskinportenSettings"); ${client('mp').trim()}`],
    [
      'that is registered as a definition',
      '    services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("k", config.GetSection("MaskinportenSettings"));',
    ],
  ])('%s', async (_, services) => {
    expect(await found(rule, withSettings(services))).toEqual([`${at} review, section-renamed`]);
  });

  describe('by the settings of the package, where they are taken', () => {
    const configured = '    services.Configure<MaskinportenSettings>(config.GetSection("maskinportenSettings"));\n';
    const usings = 'using Altinn.ApiClients.Maskinporten.Config;\nusing Altinn.App.Core.Internal.Maskinporten;\n';
    const own = `${usings}class Own(IOptions<MaskinportenSettings> settings);\n`;
    const withUsings = (services: string, more: Files = {}) => {
      const files = withSettings(services, { [file]: json, ...more });
      return { ...files, 'App/Program.cs': `${usings}${String(files['App/Program.cs'])}` };
    };

    test.each<[string, Files]>([
      ['by the library’s provider', withUsings(`${configured}    services.AddMaskinportenJwkTokenProvider("x");`)],
      ['by eFormidling', withUsings(`${configured}    services.AddEFormidlingServices<A, B>(config);`)],
      ['by a class of the app', withUsings(configured, { 'App/Own.cs': own })],
    ])('%s', async (_, files) => {
      expect(await found(rule, files)).toEqual(['App/Program.cs:5 error prepare review, section-renamed']);
    });

    test.each<[string, Files]>([
      ['by nobody', withUsings(configured)],
      ['from another section', withUsings(configured.replace('"m', '"own:m'), { 'App/Own.cs': own })],
      ['from one that is computed', withUsings(configured.replace('"m', 'x + "m'), { 'App/Own.cs': own })],
    ])('not %s', async (_, files) => {
      expect(await found(rule, files)).toEqual([]);
    });

    test('beside a client, once', async () => {
      const files = withUsings(`${shared}\n${configured}`, { 'App/Own.cs': own });
      expect(await found(rule, files)).toEqual(['App/Program.cs:5 error prepare review, section-renamed']);
    });
  });

  test('by its settings object, where the host comes before the services', async () => {
    const files = withSettings(client('config.GetSection("MaskinportenSettings").Get<MaskinportenSettings>()'));
    const host = 'builder.WebHost.ConfigureAppWebHost(args);\n';
    const program = String(files['App/Program.cs'])
      .replace(host, '')
      .replace('ConfigureServices(builder.', `${host}$&`);
    expect(await found(rule, { ...files, 'App/Program.cs': program })).toEqual([`${at} review, section-renamed`]);
  });

  test('once, however many there are', async () => {
    const services = `${shared}\n${client('config.GetSection("MaskinportenSettings")', 'SecondClient')}`;
    expect(await found(rule, withSettings(services))).toEqual([`${at} review, section-renamed`]);
  });
});

describe('when it breaks', () => {
  const words = async (files: Files) => {
    const { settled } = await auditedApp(files);
    const finding = settled.map((one) => one.finding).find((one) => one.rule === rule);
    if (finding?.rule !== rule) throw new Error('not found');
    return [en, nb].map(({ rules }) => `${rules[rule].why(finding.data)} ${rules[rule].next(finding.data)}`);
  };
  const host = 'builder.WebHost.ConfigureAppWebHost(args);\n';
  const withoutHost = (files: Files): Files => ({
    ...files,
    'App/Program.cs': String(files['App/Program.cs']).replace(host, ''),
  });

  test.each([withSettings(shared), withVault(withSettings(shared))])('is at a deploy', async (files) => {
    const [english = '', norwegian = ''] = await words(files);
    expect(english.toLowerCase()).toContain('at the first deploy after scopes are added');
    expect(english).toContain('before any scopes are added');
    expect(norwegian.toLowerCase()).toContain('ved første publisering etter at scopes er lagt til');
  });

  test.each([withSettings(shared), withVault(withSettings(shared))])('is later without the host', async (files) => {
    const [english = '', norwegian = ''] = await words(withoutHost(files));
    expect(english).not.toContain('first deploy');
    expect(english.toLowerCase()).toContain('once the host that loads the provisioned file is restored');
    expect(english).toContain('before the host is restored');
    expect(norwegian).not.toContain('første publisering');
    expect(norwegian.toLowerCase()).toContain('når verten som laster filen fra studio, er gjenopprettet');
  });
});

describe('nothing is said', () => {
  const reference = '<PackageReference Include="Altinn.ApiClients.Maskinporten" Version="9.1.0" />';
  test.each<[string, Files, Asked]>([
    ['of a section of its own', withSettings(client('config.GetSection("Own")')), {}],
    ['of one inside another', withSettings(client('config.GetSection("a").GetSection("MaskinportenSettings")')), {}],
    ['of local runs', withSettings(`    if (env.IsDevelopment())\n    {\n${shared}\n    }`), {}],
    [
      'of settings that nobody takes',
      withSettings('    services.Configure<MaskinportenSettings>(config.GetSection("MaskinportenSettings"));'),
      {},
    ],
    ['of the built-in client', withSettings('    services.ConfigureMaskinportenClient("MaskinportenSettings");'), {}],
    [
      'of package 9, which reads the section too early to see what is provisioned',
      {
        ...withSettings(shared),
        'App/App.csproj': projectOf('8.7.0').replace('  </ItemGroup>', `    ${reference}\n  </ItemGroup>`),
      },
      {},
    ],
    [
      'of a settings object, which is filled too early to see what is provisioned',
      withSettings(client('config.GetSection("MaskinportenSettings").Get<MaskinportenSettings>()')),
      {},
    ],
    [
      'of a local that holds one',
      withSettings(
        `    var s = config.GetSection("MaskinportenSettings").Get<MaskinportenSettings>();\n${client('s')}`,
      ),
      {},
    ],
    [
      'of one that is bound by hand',
      withSettings(
        `    var s = new MaskinportenSettings();\n    config.GetSection("MaskinportenSettings").Bind(s);\n${client('s')}`,
      ),
      {},
    ],
    ['of 8.12.0, which brings package 10', withSettings(shared, {}, '8.12.0'), {}],
    ['of v9, which keeps what is provisioned to itself', withSettings(shared, {}, '9.0.0-preview.1'), {}],
    ['below 8.3, where nothing is provisioned', withSettings(shared, {}, '8.2.0'), {}],
  ])('%s', async (_, files, asked) => {
    expect(await found(rule, files, asked)).toEqual([]);
  });
});

describe('the section gets a name of its own', () => {
  test('in code and in every settings file, and nothing else changes', async () => {
    const development = '{\r\n\t"maskinportensettings" : { "ClientId": "y" }\r\n}';
    const flattened = '{ "MaskinportenSettings:Scope": "a", "B": "MaskinportenSettings" }';
    const { texts, services, withdrawn } = await prepared(
      withSettings(`${shared}\n    var id = config["MaskinportenSettings:ClientId"];`, {
        [file]: json,
        'App/appsettings.Development.json': development,
        'App/appsettings.TT02.json': flattened,
      }),
    );
    expect(withdrawn).toEqual([]);
    expect(services).toBe(
      `${client('config.GetSection("app:MaskinportenSettings")')}\n    var id = config["app:MaskinportenSettings:ClientId"];\n`,
    );
    expect(texts[file]).toBe(json.replace('"MaskinportenSettings"', '"app:MaskinportenSettings"'));
    expect(texts['App/appsettings.Development.json']).toBe(
      '{\r\n\t"app:MaskinportenSettings" : { "ClientId": "y" }\r\n}',
    );
    expect(texts['App/appsettings.TT02.json']).toBe(
      '{ "app:MaskinportenSettings:Scope": "a", "B": "MaskinportenSettings" }',
    );
  });

  test('another one when that is taken', async () => {
    const { services } = await prepared(withSettings(shared, { [file]: '{ "app": { "MaskinportenSettings": {} } }' }));
    expect(services).toBe(`${client('config.GetSection("app:ExternalMaskinportenSettings")')}\n`);
  });

  test.each([
    ['in the code', client('config.GetSection("app:MaskinportenSettings")', 'SecondClient')],
    ['in the code, in another casing', client('config.GetSection("APP:maskinportenSettings")', 'SecondClient')],
    ['by the built-in client', '    services.ConfigureMaskinportenClient("app:maskinportenSettings");'],
  ])('another one when that is taken %s', async (_, other) => {
    const decide = { MaskinportenSettings: 'studio', 'app:MaskinportenSettings': 'studio' } as const;
    const { services } = await prepared(withSettings(`${shared}\n${other}`, {}), { decide });
    expect(services).toBe(`${client('config.GetSection("app:ExternalMaskinportenSettings")')}\n${other}\n`);
  });

  test('which need not be another when something else is called so', async () => {
    const more = { [file]: '{ "app": { "MaskinportenSettings2": {} }, "APP:Maskinporten": 1 }' };
    const { services } = await prepared(withSettings(shared, more));
    expect(services).toBe(`${client('config.GetSection("app:MaskinportenSettings")')}\n`);
  });

  test('for all of its clients at once', async () => {
    const second = (section: string) => client(section, 'SecondClient');
    const { services, withdrawn } = await prepared(
      withSettings(`    var mp = config.GetSection("MaskinportenSettings");\n${client('mp')}\n${second('mp')}`),
    );
    expect(withdrawn).toEqual([]);
    expect(services).toBe(
      `    var mp = config.GetSection("app:MaskinportenSettings");\n${client('mp')}\n${second('mp')}\n`,
    );
  });

  test('and what binds the built-in client to the default one stays', async () => {
    const builtIn = '    services.ConfigureMaskinportenClient("own");';
    const files = withSettings(
      `${shared}\n${builtIn}\n    services.ConfigureMaskinportenClient("MaskinportenSettings");`,
      {},
    );
    const { settled } = await auditedApp(files, { decide: { MaskinportenSettings: 'studio', own: 'studio' } });
    const [remedy] = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.remedy] : []));
    const replaced = remedy?.kind === 'change' ? remedy.changes.filter(({ kind }) => kind === 'replace') : [];
    expect(replaced).toHaveLength(1);
  });

  test('and a secret that is read by its name is read by it still', async () => {
    const provider =
      '    services.Configure<MaskinportenSettings>(config.GetSection("MaskinportenSettings"));\n    services.AddMaskinportenJwkTokenProvider("MaskinportenSettings--EncodedJwk");';
    const files = withSettings(provider);
    const usings = 'using Altinn.ApiClients.Maskinporten.Config;\nusing Altinn.App.Core.Internal.Maskinporten;\n';
    const program = `${usings}${String(files['App/Program.cs'])}`;
    expect(await found(rule, { ...files, 'App/Program.cs': program })).toEqual([
      'App/Program.cs:5 error prepare review, section-renamed',
    ]);
    const { services, texts, withdrawn } = await prepared({ ...files, 'App/Program.cs': program });
    expect(withdrawn).toEqual([]);
    expect(services).toBe(`${provider.replace('("MaskinportenSettings")', '("app:MaskinportenSettings")')}\n`);
    expect(texts[file]).toBe(json.replace('"MaskinportenSettings"', '"app:MaskinportenSettings"'));
  });

  test('secrets to copy are listed', async () => {
    const { settled } = await auditedApp(withVault(withSettings(shared)));
    const [data] = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
    expect(data).toMatchObject({ clients: 1, to: 'app:MaskinportenSettings', vault: true });
    expect(data?.secrets).toContainEqual({
      from: 'MaskinportenSettings--EncodedJwk',
      to: 'app--MaskinportenSettings--EncodedJwk',
    });
  });

  test('and no others', async () => {
    const files = withSettings(`${shared}\n${client('config.GetSection("Own")', 'SecondClient')}`);
    const { settled } = await auditedApp(withVault(files), {
      vaultSecrets: ['Own--ClientId', 'maskinportenSettings--Scope'],
    });
    const [data] = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
    expect(data?.secrets).toEqual([{ from: 'maskinportenSettings--Scope', to: 'app--MaskinportenSettings--Scope' }]);
  });

  test('then the client moves from there as usual', async () => {
    const before = withSettings(shared);
    const { texts } = await prepared(before);
    expect(await found(rule, texts)).toEqual([]);
    expect(await found('config/mixed-credentials', texts)).toEqual([]);
    const { services, withdrawn, left } = await switched(texts);
    expect(withdrawn).toEqual([]);
    expect(services).toBe('    services.AddHttpClient<FirstClient>().UseMaskinportenAuthorization("a");\n');
    expect(left.filter((one) => one.includes(' error '))).toEqual([]);
  });
});

describe('the built-in client beside it', () => {
  const authorised = '    services.AddHttpClient<C>().UseMaskinportenAuthorization("b");';
  const direct = {
    'App/Own.cs':
      'using Altinn.App.Core.Features.Maskinporten;\nclass Own(IMaskinportenClient c) { object F() => c.GetAccessToken(["b"]); }\n',
  };
  const only = (name: string) => `${shared}\n${authorised}\n${name}`;

  test.each<[string, Files]>([
    [
      'has nothing of an authority',
      withSettings(`${shared}\n${authorised}`, { [file]: '{ "MaskinportenSettings": { "Authority": "x" } }' }),
    ],
    [
      'has nothing of an empty key',
      withSettings(`${shared}\n${authorised}`, { [file]: '{ "MaskinportenSettings": { "ClientId": "" } }' }),
    ],
    ['has credentials elsewhere', withSettings(only('    services.ConfigureMaskinportenClient("own");'))],
  ])('%s', async (_, files) => {
    const decide = { MaskinportenSettings: 'studio', own: 'own-built-in' } as const;
    expect(await found(rule, files, { decide })).toEqual([`${at} review, section-renamed`]);
  });

  test.each<[string, Files, string]>([
    [
      'elsewhere in Development alone',
      withSettings(only('    if (env.IsDevelopment()) services.ConfigureMaskinportenClient("own");')),
      'App/Program.cs',
    ],
    [
      'nowhere else',
      withSettings(only('    services.ConfigureMaskinportenClient("maskinportenSettings");')),
      'App/Program.cs',
    ],
    ['where code asks it itself', withSettings(shared, { [file]: json, ...direct }), 'App/Own.cs'],
  ])('keeps it where it has credentials %s', async (_, files, place) => {
    const { settled } = await auditedApp(files);
    const remedies = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.remedy] : []));
    expect(remedies).toEqual([{ kind: 'manual', reasons: [{ code: 'built-in-on-section', file: place }] }]);
  });
});

describe('it is left to people, with the reason', () => {
  test.each<[string, Files, string]>([
    [
      'the name in a constant',
      withSettings(`    const string name = "MaskinportenSettings";\n${client('config.GetSection(name)')}`),
      'section-read-elsewhere',
    ],
    [
      'a name that is put together',
      withSettings(client('config.GetSection("Maskinporten" + "Settings")')),
      'section-path-unclear',
    ],
    [
      'options of another type',
      withSettings(`${shared}\n    services.Configure<OtherSettings>(config.GetSection("MaskinportenSettings"));`),
      'section-read-elsewhere',
    ],
    [
      'environment variables',
      withSettings(shared, { 'deployment/values.yaml': 'env:\n  - name: MaskinportenSettings__EncodedJwk\n' }),
      'section-set-in-environment',
    ],
    [
      'the built-in client with credentials there',
      withSettings(`${shared}\n    services.AddHttpClient<C>().UseMaskinportenAuthorization("b");`),
      'built-in-on-section',
    ],
    [
      'the built-in client with credentials in one file of several',
      withSettings(`${shared}\n    services.AddHttpClient<C>().UseMaskinportenAuthorization("b");`, {
        [file]: json,
        'App/appsettings.Staging.json': '{ "MaskinportenSettings": { "Environment": "test" } }',
      }),
      'built-in-on-section',
    ],
    [
      'a key that a patch would show',
      withSettings(shared, { [file]: json.replace('"prod"', '"eyJrdHkiOiJSU0EiLCJkIjoibm90LWEta2V5In0AAAA"') }),
      'key-shown',
    ],
    ['settings that cannot be read', withSettings(shared, { [file]: '{ "A": ' }), 'settings-unread'],
    [
      'a file that sets it twice',
      withSettings(shared, { [file]: '{ "MaskinportenSettings": { "Scope": "a" }, "maskinportensettings": {} }' }),
      'key-twice',
    ],
  ])('%s', async (_, files, reason) => {
    const [one = ''] = await found(rule, files);
    expect(one.replace(/^App\/Program\.cs:\d+ /, '')).toBe(`error prepare manual, ${reason}`);
  });

  test.each<[string, NonNullable<Asked['decide']>]>([
    ['several identities, until someone has decided', {}],
    ['several identities of which one is decided, until all are', { MaskinportenSettings: 'own-external' }],
  ])('%s', async (_, decide) => {
    const files = withSettings(`${shared}\n${client('config.GetSection("Own")', 'SecondClient')}`);
    expect(await found(rule, files, { decide })).toEqual([
      expect.stringContaining(`${at} manual, undecided-identities`),
    ]);
    const all = { MaskinportenSettings: 'own-external', Own: 'studio' } as const;
    expect(await found(rule, files, { decide: all })).toEqual([`${at} review, section-renamed`]);
  });

  test('an unknown version', async () => {
    const files = { ...withSettings(shared), 'App/App.csproj': projectOf(null) };
    expect(await found(rule, files)).toEqual([`${at} manual, version-unknown`]);
  });

  test('a name under #if', async () => {
    const services = `#if RELEASE\n${shared}\n#endif`;
    const files = { ...withSettings(services), 'App/Program.cs': programWith(services) };
    const [one = ''] = await found(rule, files);
    expect(one).toContain('manual, refused (conditional-compilation)');
  });
});
