import { describe, expect, test } from 'vitest';
import { stackedWith } from '../../../src/app/clients/stacking.ts';
import { planVerified } from '../../../src/migrate/verify.ts';
import { customPath } from '../../../src/words/rules/config/custom-path.ts';
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
import { patched, program, startingApp } from '../start-ups.ts';

const rule = 'config/custom-path';
const custom = '    services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';
const other = '    services.ConfigureMaskinportenClient("other:MaskinportenSettings");';
const external =
  '    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("EXTERNAL"));';

const filled = '{ "MaskinportenSettings": { "ClientId": "x", "Jwk": { "kid": "y" } } }';

function withSettings(name: string, content: string): Files {
  return appWith(custom, { more: { [`App/${name}`]: content } });
}

describe('the one custom path of an app is removed safely', () => {
  test.each([
    ['a literal', custom],
    ['a constant', '    const string path = "mine:M";\n    services.ConfigureMaskinportenClient(path);'],
    ['on the Fiks builder', '    services.AddFiksArkiv().WithMaskinportenConfig("mine:M");'],
    [
      'a section whose name begins like the default one',
      '    services.ConfigureMaskinportenClient("MaskinportenSettings-TeamApps1");',
    ],
    ['when deployed only', `    if (!env.IsDevelopment())\n    ${custom}`],
    ['after a return in Development', `    if (env.IsDevelopment()) return;\n${custom}`],
  ])('%s', async (_, services) => {
    expect(await found(rule, appWith(services))).toEqual([
      expect.stringMatching(/^App\/Program\.cs:[34] error switch safe$/),
    ]);
  });

  test('a static call', async () => {
    const services = '    MaskinportenExtensions.ConfigureMaskinportenClient(services, "mine:M");';
    expect(await found(rule, appWith(services))).toEqual(['App/Program.cs:3 error switch safe']);
  });

  test('in an extension method of another file', async () => {
    const more = {
      'App/Own.cs':
        'public static class Own\n{\n    public static void AddOwn(this IServiceCollection services)\n    {\n        services.ConfigureMaskinportenClient("mine:M");\n    }\n}\n',
    };
    expect(await found(rule, appWith('    services.AddOwn();', { more }))).toEqual(['App/Own.cs:5 error switch safe']);
  });

  test('in a library project that the app references', async () => {
    const files: Files = {
      ...appWith('    services.AddOwn();'),
      'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': '<Project Sdk="Microsoft.NET.Sdk"></Project>\n',
      'Lib/Own.cs':
        'public static class Own\n{\n    public static void AddOwn(this IServiceCollection s)\n    {\n        s.ConfigureMaskinportenClient("mine:M");\n    }\n}\n',
    };
    expect(await found(rule, files)).toEqual(['Lib/Own.cs:5 error switch safe']);
  });
});

describe('a comment above it', () => {
  const next = '    services.AddOther();\n';

  test.each([
    ['that names the path', '// Hentes fra mine:MaskinportenSettings', true],
    ['that names the method', '// ConfigureMaskinportenClient trengs for Dan', true],
    ['that names neither', '// Oppsett', false],
    ['that names another path', '// Se yours:Settings', false],
  ])('and what follows goes only where it tells of the call: %s', async (_, comment, goes) => {
    const services = (call: string) => `    ${comment}\n${call}${next}`;
    const after = goes ? next : services('');
    expect(await patched(startingApp({ services: services(`${custom}\n`) }), [rule])).toBe(
      program({ services: after }),
    );
  });

  test('goes with a call whose path is a constant, too', async () => {
    const services = '    // Hentes fra own:M\n    services.ConfigureMaskinportenClient(Paths.Own);\n';
    const more = { 'App/Paths.cs': 'static class Paths { public const string Own = "own:M"; }\n' };
    expect(await patched(startingApp({ services: services + next, more }), [rule])).toBe(program({ services: next }));
  });
});

describe('it is worth a look', () => {
  test.each<[string, Files, readonly string[]]>([
    [
      'when several places configure the client',
      appWith(`${custom}\n    services.ConfigureMaskinportenClient("MaskinportenSettings");`),
      ['App/Program.cs:3 error switch review, several-configurers'],
    ],
    [
      'when code configures the settings themselves',
      appWith(
        `${custom}\n    services.PostConfigure<Altinn.App.Core.Features.Maskinporten.Models.MaskinportenSettings>(o => o.Authority = "https://x.no");`,
      ),
      ['App/Program.cs:3 error switch review, several-configurers'],
    ],
    [
      'when it stands after AddAltinnAppServices',
      {
        ...appWith(''),
        'App/Program.cs': programWith('').replace(
          '    services.AddAltinnAppServices(config, builder.Environment);',
          `$&\n${custom}`,
        ),
      },
      ['App/Program.cs:17 error switch review, after-app-services'],
    ],
    [
      'when nothing shows when it runs',
      appWith(`    services.A();\n}\n\nvoid Unused(IServiceCollection services)\n{\n${custom}`),
      ['App/Program.cs:8 error switch review, order-unknown'],
    ],
    [
      'when it runs in a lambda',
      appWith(`    host.ConfigureServices(services =>\n    {\n${custom}\n    });`),
      ['App/Program.cs:5 error switch review, order-unknown'],
    ],
    [
      'when it hangs on a feature',
      appWith(`    if (config.GetValue<bool>("UseOwn"))\n${custom}`),
      ['App/Program.cs:4 error switch review, conditional (config.GetValue<bool>("UseOwn"))'],
    ],
    [
      'when it hangs on a feature when deployed',
      appWith(`    if (!env.IsDevelopment() && config.GetValue<bool>("UseOwn"))\n${custom}`),
      ['App/Program.cs:4 error switch review, conditional (!env.IsDevelopment() && config.GetValue<bool>("UseOwn"))'],
    ],
    [
      'when it hangs on an environment among several',
      appWith(`    if (env.IsProduction())\n${custom}`),
      ['App/Program.cs:4 error switch review, conditional (env.IsProduction())'],
    ],
    [
      'when a return before it hangs on a feature',
      appWith(`    if (config["x"] is null) return;\n${custom}`),
      ['App/Program.cs:4 error switch review, conditional (!(config["x"] is null))'],
    ],
    [
      'when there are two on one section',
      appWith(`${custom}\n    services.AddFiksArkiv().WithMaskinportenConfig("mine:MaskinportenSettings");`),
      [
        'App/Program.cs:3 error switch review, several-configurers',
        'App/Program.cs:4 error switch review, several-configurers',
      ],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await found(rule, files)).toEqual(expected);
  });
});

describe('in Development only it is a note', () => {
  const services = `    if (env.IsDevelopment())\n${custom}`;

  test('in v8', async () => {
    expect(await found(rule, appWith(services))).toEqual(['App/Program.cs:4 note switch review, development-only']);
  });

  test('and an error on the way to v9, where it does not compile', async () => {
    expect(await found(rule, appWith(services), { target: 'v9' })).toEqual([
      'App/Program.cs:4 error switch review, development-only',
    ]);
  });

  test('in debug builds only, beside one that is deployed', async () => {
    const debug = `#if DEBUG\n${custom}\n#else\n${other}\n#endif`;
    expect(await found(rule, appWith(debug))).toEqual([
      'App/Program.cs:4 note switch manual, refused (conditional-compilation)',
      'App/Program.cs:6 error switch manual, refused (conditional-compilation)',
    ]);
  });

  test('beside one that runs when deployed', async () => {
    const both = `    if (env.IsDevelopment())\n    ${custom}\n    else\n    ${other}`;
    expect(await found(rule, appWith(both))).toEqual([
      'App/Program.cs:4 note switch review, other-branch, development-only',
      'App/Program.cs:6 error switch review, other-branch',
    ]);
  });
});

describe('it is left to people, with the reason', () => {
  test.each<[string, Files, readonly string[]]>([
    [
      'a path that only the running app knows',
      appWith('    services.ConfigureMaskinportenClient(config["x"]);'),
      ['path-unknown (computed)'],
    ],
    [
      'a path that nothing declares',
      appWith('    services.ConfigureMaskinportenClient(Elsewhere.Path);'),
      ['path-unknown (undeclared)'],
    ],
    ['an app that is too old', appWith(custom, { version: '8.2.0' }), ['version-too-old (8.2.0 < 8.3.0)']],
    ['an app of unknown version', appWith(custom, { version: '$(Unset)' }), ['version-unknown']],
    [
      'the default section filled in a local file',
      appWith(custom, { version: '8.9.0', more: { 'App/appsettings.Local.json': filled } }),
      ['default-section-filled (App/appsettings.Local.json: ClientId Jwk)'],
    ],
    ['settings that cannot be read', withSettings('appsettings.json', '{ "A": '), ['settings-unread']],
    [
      'all at once',
      appWith('    services.ConfigureMaskinportenClient(config["x"]);', {
        version: '8.1.0',
        more: { 'App/appsettings.json': filled },
      }),
      ['version-too-old (8.1.0 < 8.3.0)', 'path-unknown (computed)'],
    ],
    [
      'the body of a method',
      appWith(
        '    services.A();\n}\n\nvoid Own(IServiceCollection services) =>\n    services.ConfigureMaskinportenClient("mine");\n\nvoid Rest()\n{',
      ),
      ['refused (expression-body)'],
    ],
    ['code under #if', appWith(`#if RELEASE\n${custom}\n#endif`), ['refused (conditional-compilation)']],
    ['code beside a syntax error', appWith(`${custom}\n    A((;`), ['refused (syntax-error)']],
  ])('%s', async (_, files, reasons) => {
    expect(await found(rule, files)).toEqual([expect.stringMatching(/^App\/Program\.cs:\d+ error switch manual, /)]);
    expect((await found(rule, files))[0]?.replace(/^.*? manual, /, '')).toBe(reasons.join(', '));
  });

  test.each([
    ['Development’s default section', 'appsettings.Development.json', filled],
    [
      'a default section with an authority only',
      'appsettings.json',
      '{ "MaskinportenSettings": { "authority": "https://x" } }',
    ],
    [
      'a default section with empty keys',
      'appsettings.json',
      '{ "MaskinportenSettings": { "ClientId": "", "Jwk": null } }',
    ],
    ['another section', 'appsettings.json', '{ "mine": { "MaskinportenSettings": { "ClientId": "x" } } }'],
  ])('%s keeps nobody', async (_, name, content) => {
    expect(await found(rule, withSettings(name, content))).toEqual(['App/Program.cs:3 error switch safe']);
  });
});

describe('several identities wait for decisions', () => {
  const two = appWith(`${custom}\n${other}`);
  const beside = appWith(`${custom}\n${external}`);
  const undecided = 'undecided-identities (mine:MaskinportenSettings other:MaskinportenSettings)';
  test.each<[string, Files, Asked, readonly string[]]>([
    [
      'none decided',
      two,
      {},
      [`App/Program.cs:3 error switch manual, ${undecided}`, `App/Program.cs:4 error switch manual, ${undecided}`],
    ],
    [
      'one decided',
      two,
      { decide: { 'mine:MaskinportenSettings': 'studio' } },
      [`App/Program.cs:3 error switch manual, ${undecided}`, `App/Program.cs:4 error switch manual, ${undecided}`],
    ],
    [
      'both for Studio',
      two,
      { decide: { 'mine:MaskinportenSettings': 'studio', 'OTHER:maskinportensettings': 'studio' } },
      [
        'App/Program.cs:3 error switch review, several-identities, several-configurers',
        'App/Program.cs:4 error switch review, several-identities, several-configurers',
      ],
    ],
    [
      'one to stay',
      two,
      { decide: { 'mine:MaskinportenSettings': 'studio', 'other:MaskinportenSettings': 'own-built-in' } },
      ['App/Program.cs:3 error switch manual, mixed-decisions'],
    ],
    [
      'beside an external client',
      beside,
      {},
      ['App/Program.cs:3 error switch manual, undecided-identities (mine:MaskinportenSettings EXTERNAL)'],
    ],
    [
      'beside an external client that stays',
      beside,
      { decide: { external: 'own-external', 'mine:maskinportensettings': 'studio' } },
      ['App/Program.cs:3 error switch review, several-identities'],
    ],
    [
      'beside an external client on the same section',
      appWith(`${custom}\n${external.replace('EXTERNAL', 'mine:MaskinportenSettings')}`),
      {},
      ['App/Program.cs:3 error switch safe'],
    ],
    [
      'beside an external client on the default section',
      appWith(`${custom}\n${external.replace('EXTERNAL', 'MaskinportenSettings')}`),
      {},
      [
        'App/Program.cs:3 error switch manual, undecided-identities (mine:MaskinportenSettings MaskinportenSettings), external-on-default-section',
      ],
    ],
    [
      'beside an external client on the default section that stays',
      appWith(`${custom}\n${external.replace('EXTERNAL', 'MaskinportenSettings')}`),
      { decide: { maskinportensettings: 'own-external', 'mine:maskinportensettings': 'studio' } },
      ['App/Program.cs:3 error switch manual, external-on-default-section'],
    ],
    [
      'beside an external client on the default section that moves along, and whose keys go',
      appWith(
        `${custom}\n${external.replace('EXTERNAL")', 'MaskinportenSettings"), d => d.ClientSettings.Scope = "a:read"')}`,
        { more: { 'App/appsettings.json': filled } },
      ),
      { decide: { maskinportensettings: 'studio', 'mine:maskinportensettings': 'studio' } },
      [
        'App/Program.cs:3 error switch review, several-identities, default-section-cleared (App/appsettings.json: ClientId Jwk)',
      ],
    ],
    [
      'beside an external client on the default section that stays, and whose keys would go',
      appWith(`${custom}\n${external.replace('EXTERNAL', 'MaskinportenSettings')}`, {
        more: { 'App/appsettings.json': filled },
      }),
      { decide: { maskinportensettings: 'own-external', 'mine:maskinportensettings': 'studio' } },
      ['App/Program.cs:3 error switch manual, external-on-default-section'],
    ],
    [
      'beside an external client that has keys of local runs alone',
      appWith(`${custom}\n${external.replace('EXTERNAL', 'MaskinportenSettings')}`, {
        version: '8.9.0',
        more: { 'App/appsettings.Local.json': filled },
      }),
      { decide: { maskinportensettings: 'own-external', 'mine:maskinportensettings': 'studio' } },
      [
        'App/Program.cs:3 error switch manual, default-section-filled (App/appsettings.Local.json: ClientId Jwk), external-on-default-section',
      ],
    ],
    [
      'beside a delegate',
      appWith(`${custom}\n    services.ConfigureMaskinportenClient(o => { });`),
      {},
      ['App/Program.cs:3 error switch manual, undecided-identities (mine:MaskinportenSettings )'],
    ],
  ])('%s', async (_, files, asked, expected) => {
    expect(await found(rule, files, asked)).toEqual(expected);
  });

  describe('beside handlers of one definition on the default section', () => {
    const handler = (name: string, scope: string) =>
      `    services.AddHttpClient("${name}").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("k", d => { d.ClientSettings.Scope = ${scope}; });`;
    const definition =
      '    services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("k", config.GetSection("MaskinportenSettings"));';
    const decide = { maskinportensettings: 'studio', 'mine:maskinportensettings': 'studio' } as const;

    test.each([
      ['of which one cannot move', '"a:read"', 'Later()', 'manual, external-on-default-section'],
      ['of which none can', 'Now()', 'Later()', 'manual, external-on-default-section'],
      ['that all move', '"a:read"', '"a:write"', 'review, several-identities'],
    ])('%s', async (_, one, other, outcome) => {
      const services = [custom, definition, handler('a', one), handler('b', other)].join('\n');
      expect(await found(rule, appWith(services), { decide })).toEqual([`App/Program.cs:3 error switch ${outcome}`]);
    });
  });

  test('the only one, decided to stay, is no finding in v8', async () => {
    const asked = { decide: { 'mine:MaskinportenSettings': 'own-built-in' } } as const;
    expect(await found(rule, appWith(custom), asked)).toEqual([]);
  });

  test.each<[string, Asked, string]>([
    [
      'own-built-in, on the way to v9',
      { decide: { 'mine:MaskinportenSettings': 'own-built-in' }, target: 'v9' },
      'decision-does-not-fit (studio own-external)',
    ],
    [
      'own-external, in v8',
      { decide: { 'mine:MaskinportenSettings': 'own-external' } },
      'decision-does-not-fit (studio own-built-in)',
    ],
    [
      'own-external, on the way to v9',
      { decide: { 'mine:MaskinportenSettings': 'own-external' }, target: 'v9' },
      'to-be-external',
    ],
  ])('one that is to stay is never patched: %s', async (_, asked, reason) => {
    expect(await found(rule, appWith(custom), asked)).toEqual([`App/Program.cs:3 error switch manual, ${reason}`]);
  });

  test('two computed paths are decided one by one', async () => {
    const computed = (key: string) => `    services.ConfigureMaskinportenClient(config["${key}"]);`;
    const files = appWith(`${computed('a')}\n${computed('b')}`);
    const { app } = await auditedApp(files);
    const [first = ''] = app.configurations.map(({ id }) => id);
    expect(await found(rule, files, { decide: { [first]: 'own-built-in' } })).toEqual([
      'App/Program.cs:4 error switch manual, path-unknown (computed), undecided-identities ( )',
    ]);
  });
});

describe('what each line of versions makes of it', () => {
  test.each([
    ['7.17.2', 'manual, version-too-old (7.17.2 < 8.3.0)'],
    ['8.2.6', 'manual, version-too-old (8.2.6 < 8.3.0)'],
    ['8.3.0-preview.1', 'manual, version-too-old (8.3.0-preview.1 < 8.3.0)'],
    ['8.3.0', 'safe'],
    ['8.3.4', 'safe'],
    ['8.5.0', 'safe'],
    ['8.6.3', 'safe'],
    ['8.7.0', 'safe'],
    ['8.12.7', 'safe'],
    ['[8.9.2]', 'safe'],
    ['8.*', 'safe'],
    ['[8.0.0,9.0.0)', 'safe'],
    ['[8.0.0,8.2.0]', 'manual, version-too-old ([8.0.0,8.2.0] < 8.3.0)'],
    ['9.0.0-preview.1', 'safe'],
    ['*', 'safe'],
    ['10.0.0', 'manual, version-unknown'],
  ])('%s', async (version, outcome) => {
    expect(await found(rule, appWith(custom, { version }))).toEqual([`App/Program.cs:3 error switch ${outcome}`]);
  });
});

test('two apps of one repo are told apart', async () => {
  const at = (folder: string, files: Files): Files =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
  const files = {
    ...at('first', appWith(custom)),
    ...at('second', appWith(custom, { version: '8.1.0' })),
    ...at('third', appWith('')),
  };
  expect(await found(rule, files)).toEqual([
    'first/App/Program.cs:3 error switch safe',
    'second/App/Program.cs:3 error switch manual, version-too-old (8.1.0 < 8.3.0)',
  ]);
});

describe('nothing is found', () => {
  test.each([
    ['without a call', '    services.A();'],
    ['in a comment', `    // ${custom.trim()}`],
    ['in a delegate', '    services.ConfigureMaskinportenClient(o => { o.ClientId = "x"; });'],
    ['in the default path', '    services.ConfigureMaskinportenClient("MaskinportenSettings");'],
    ['in the default path in another casing', '    services.ConfigureMaskinportenClient("MaskinPortenSettings");'],
  ])('%s', async (_, services) => {
    expect(await found(rule, appWith(services))).toEqual([]);
  });
});

test('a call in each branch of one if goes together with the other, and with the if', async () => {
  const own = 'services.ConfigureMaskinportenClient("mine:M");';
  const branches = `    if (config["Pilot"] == "yes")\n    {\n        ${own}\n    }\n    else\n    {\n        ${own}\n    }`;
  expect(await found(rule, appWith(branches))).toEqual([
    expect.stringContaining('error switch review'),
    expect.stringContaining('error switch review'),
  ]);
});

test('settings of Development that cannot be read hold nothing back: they are never deployed', async () => {
  const broken = (name: string) => appWith(custom, { more: { [`App/${name}`]: '{ "A": ' } });
  expect(await found(rule, broken('appsettings.Development.json'))).toEqual(['App/Program.cs:3 error switch safe']);
  expect(await found(rule, broken('appsettings.Production.json'))).toEqual([
    'App/Program.cs:3 error switch manual, settings-unread',
  ]);
});

test('where the sources of configuration are cleared after the host, it is left to people', async () => {
  const program = programWith(custom).replace(
    'WebApplication app',
    'builder.Configuration.Sources.Clear();\nbuilder.Configuration.AddJsonFile("appsettings.json");\n$&',
  );
  expect(await found(rule, appWith('', { more: { 'App/Program.cs': program } }))).toEqual([
    expect.stringContaining('manual, studio-file-cleared'),
  ]);
});

describe('what would keep Studio’s credentials away leaves it to people', () => {
  const withFile = (name: string, content: string): Files => appWith(custom, { more: { [name]: content } });
  const later = 'later(() => builder.WebHost.ConfigureAppConfiguration((_, c) => c.LoadAppConfig(args)));\n';
  const unhosted = (program: string) => program.replace('builder.WebHost.ConfigureAppWebHost(args);\n', later);

  test.each<[string, Files, string]>([
    [
      'a host that does not load the provisioned file',
      withFile('App/Program.cs', unhosted(programWith(custom))),
      'manual, studio-file-not-loaded',
    ],
    [
      'another settings file',
      withFile('App/appsettings.Production.json', '{ "maskinportenSettingsFilepath": "/mnt/x.json" }'),
      'review, settings-file-path-removed',
    ],
    [
      'the environment in the deployment',
      withFile('deployment/values.yaml', 'deployment:\n  env:\n    - name: MaskinportenSettings__ClientId\n'),
      'manual, default-section-filled (deployment/values.yaml: ClientId)',
    ],
    [
      'the environment in the image, in another casing',
      withFile('Dockerfile', 'FROM x\nENV MASKINPORTENSETTINGS__CLIENTID=a MaskinportenSettings__JwkBase64=b\n'),
      'manual, default-section-filled (Dockerfile: CLIENTID JwkBase64)',
    ],
    [
      'the environment in a compose file',
      withFile('docker-compose.yml', '      - MaskinportenSettings__EncodedJwk=x\n'),
      'manual, default-section-filled (docker-compose.yml: EncodedJwk)',
    ],
  ])('%s', async (_, files, outcome) => {
    expect(await found(rule, files)).toEqual([`App/Program.cs:3 error switch ${outcome}`]);
  });

  test.each<[string, Files]>([
    [
      'a host that another file sets up',
      withFile('App/Host.cs', 'static class H { void A() { b.ConfigureAppWebHost(a); } }'),
    ],
    [
      'another settings file in Development',
      withFile('App/appsettings.Development.json', '{ "MaskinportenSettingsFilepath": "x.json" }'),
    ],
    ['the environment of another section', withFile('Dockerfile', 'ENV mine__MaskinportenSettings__ClientId=x\n')],
    ['a commented line', withFile('deployment/values.yaml', '# - name: MaskinportenSettings__ClientId\n')],
    ['an authority', withFile('Dockerfile', 'ENV MaskinportenSettings__Authority=https://x\n')],
    [
      'the environment of local runs',
      withFile('App/Properties/launchSettings.json', '{ "MaskinportenSettings__ClientId": "x" }'),
    ],
  ])('not %s', async (_, files) => {
    expect(await found(rule, files)).toEqual(['App/Program.cs:3 error switch safe']);
  });

  test('nor a start-up that is nowhere to be found', async () => {
    const files = withFile(
      'App/Program.cs',
      `class Own\n{\n    void Add(IServiceCollection services)\n    {\n    ${custom}\n    }\n}\n`,
    );
    expect(await found(rule, files)).toEqual(['App/Program.cs:5 error switch review, order-unknown']);
  });

  test('nor another app’s deployment', async () => {
    const at = (folder: string, files: Files): Files =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
    const files = { ...at('a', appWith(custom)), 'b/Dockerfile': 'ENV MaskinportenSettings__ClientId=x\n' };
    expect(await found(rule, files)).toEqual(['a/App/Program.cs:3 error switch safe']);
  });
});

test.each([
  ['a vault', '\nbuilder.Configuration.AddAzureKeyVaultAsConfigProvider();\n', true],
  ['none', '', false],
])('where there is %s, the step says so', async (_, vault, expected) => {
  const files = {
    ...appWith(custom),
    'App/Program.cs': programWith(custom).replace('\nWebApplication app', `${vault}$&`),
  };
  const { settled } = await auditedApp(files);
  const data = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
  expect(data).toEqual([expect.objectContaining({ vault: expected })]);
  for (const words of [customPath.en, customPath.nb]) {
    expect(data.map((one) => words.next(one).includes('MaskinportenSettings--'))).toEqual([expected]);
  }
});

describe('secrets of the default section that the vault is known to hold make it worth a look', () => {
  const vault = '\nbuilder.AddAzureKeyVaultAsConfigProvider();\n';
  const withVault = (where: string) =>
    appWith(custom, { more: { 'App/Program.cs': programWith(custom).replace(where, `${vault}$&`) } });
  const after = withVault('\nWebApplication app');
  const before = withVault('\nConfigureServices(builder');

  test.each([
    ['after the host', after, ['MaskinportenSettings--ClientId', 'mine--MaskinportenSettings--ClientId']],
    ['before the host', before, ['MaskinportenSettings--JwkBase64']],
    ['in whatever casing', after, ['maskinportensettings--JWKBASE64']],
  ])('%s', async (_, files, vaultSecrets) => {
    expect(await found(rule, files, { vaultSecrets })).toEqual([expect.stringMatching(/review, vault-default-listed/)]);
  });

  test('which are told as they are listed, in whatever parts', async () => {
    const listed = ['Authority', 'ClientId', 'JWKBASE64', 'Jwk--kid', 'Jwk--d'];
    const others = ['Scope', 'EncodedJwk', 'Environment', 'Jwk', 'Jwks--keys', 'ClientIdOther', 'Own--ClientId'];
    const vaultSecrets = [...others, ...listed].map((key) => `MaskinportenSettings--${key}`);
    const { settled } = await auditedApp(after, { vaultSecrets });
    const remedies = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.remedy] : []));
    expect(remedies).toMatchObject([{ kind: 'change', reasons: [{ code: 'vault-default-listed', keys: listed }] }]);
  });

  test.each<[string, Files, Asked]>([
    ['without a vault', appWith(custom), {}],
    ['in a vault that nobody has listed', after, {}],
    ['in a vault without them', after, { vaultSecrets: ['mine--MaskinportenSettings--ClientId'] }],
    ['that the built-in client does not read', after, { vaultSecrets: ['MaskinportenSettings--Scope'] }],
    ['in v9, which reads none', after, { vaultSecrets: ['MaskinportenSettings--ClientId'], target: 'v9' }],
    ['that no vault brings to the app', appWith(custom), { vaultSecrets: ['MaskinportenSettings--ClientId'] }],
  ])('but not %s', async (_, files, asked) => {
    expect(await found(rule, files, asked)).toEqual([expect.stringMatching(/safe$/)]);
  });
});

describe('in a library that others use as well it is worth a look', () => {
  const library: Files = {
    'Lib/Lib.csproj': libraryOf('8.7.0'),
    'Lib/Own.cs':
      'public static class Own\n{\n    public static void AddOwn(this IServiceCollection s, string path)\n    {\n        s.ConfigureMaskinportenClient(path);\n    }\n}\n',
  };
  const appIn = (folder: string): Files => ({
    [`${folder}/App/App.csproj`]: referencing(projectOf('8.7.0'), '../../Lib/Lib.csproj'),
    [`${folder}/App/Program.cs`]: programWith(`    services.AddOwn("${folder}:MaskinportenSettings");`),
    [`${folder}/App/config/applicationmetadata.json`]: `{ "id": "ttd/${folder}", "org": "ttd" }\n`,
  });

  test('for each of two apps', async () => {
    expect(await found(rule, { ...library, ...appIn('a'), ...appIn('b') })).toEqual([
      'Lib/Own.cs:5 error switch review, shared-library (b/App/App.csproj)',
      'Lib/Own.cs:5 error switch review, shared-library (a/App/App.csproj)',
    ]);
  });

  test('through a library between', async () => {
    const more = {
      'Other/Other.csproj': referencing(libraryOf(null), '../Between/Between.csproj'),
      'Between/Between.csproj': referencing(libraryOf(null), '../Lib/Lib.csproj'),
    };
    expect(await found(rule, { ...library, ...appIn('a'), ...more })).toEqual([
      'Lib/Own.cs:5 error switch review, shared-library (Between/Between.csproj Other/Other.csproj)',
    ]);
  });

  test('not where only tests do', async () => {
    const tests = `<Project Sdk="Microsoft.NET.Sdk">\n  <PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>\n  <ItemGroup></ItemGroup>\n</Project>\n`;
    const more = { 'Tests/Tests.csproj': referencing(tests, '../Lib/Lib.csproj') };
    expect(await found(rule, { ...library, ...appIn('a'), ...more })).toEqual(['Lib/Own.cs:5 error switch safe']);
  });
});

describe('calls of which only one runs do not stack', () => {
  const own = 'services.ConfigureMaskinportenClient("mine:M");';
  const doubts = async (services: string) =>
    (await found(rule, appWith(services))).map((one) => one.replace(/, conditional .*|^.*? review, /g, ''));

  test.each([
    [
      'in the branches of an if',
      `    if (a)\n        ${own}\n    else if (b)\n        ${own}\n    else\n        ${own}`,
    ],
    ['before and after a return', `    if (a)\n    {\n        ${own}\n        return;\n    }\n    ${own}`],
    [
      'in a switch',
      `    switch (a)\n    {\n        case 1:\n            ${own}\n            break;\n        default:\n            ${own}\n            break;\n    }`,
    ],
  ])('%s', async (_, services) => {
    const all = await doubts(services);
    expect(new Set(all)).toEqual(new Set(['other-branch']));
  });

  test.each([
    ['in two ifs', `    if (a)\n        ${own}\n    if (b)\n        ${own}`],
    ['in one branch', `    if (a)\n    {\n        ${own}\n        ${own}\n    }`],
    [
      'in a loop that may come by both',
      `    foreach (var a in b)\n    {\n        if (a)\n            ${own}\n        else\n            ${own}\n    }`,
    ],
  ])('but they do %s', async (_, services) => {
    const { app } = await auditedApp(appWith(services));
    expect(app.configurations.map((one) => stackedWith(one, app.configurations).length)).toEqual([1, 1]);
  });
});

test.each([
  ['before', 'before-app-services', /never uses|aldri/],
  ['after', 'after-app-services', /key by key|nøkkel for nøkkel/],
])('why it matters depends on when it runs: %s AddAltinnAppServices', async (_, order, sentence) => {
  const services = '    services.AddAltinnAppServices(config, builder.Environment);';
  const program =
    order === 'before-app-services' ? programWith(custom) : programWith('').replace(services, `${services}\n${custom}`);
  const { settled } = await auditedApp({ ...appWith(''), 'App/Program.cs': program });
  const data = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
  expect(data).toEqual([expect.objectContaining({ order })]);
  for (const words of [customPath.en, customPath.nb]) {
    expect(data.map(words.why)).toEqual([expect.stringMatching(sentence)]);
  }
});

describe('an own function of the library’s name that hands a path on to the library hides nothing', () => {
  const wrapper = (parameter: string, body: string) => ({
    'App/Wrapper.cs': `namespace App;\npublic static class Wrapper\n{\n    public static IServiceCollection ConfigureMaskinportenClient(this IServiceCollection services, ${parameter})\n    {\n        ${body}\n        return services;\n    }\n}\n`,
  });
  const inner = 'services.ConfigureMaskinportenClient("mine:M");';

  test('it takes the configuration', async () => {
    const files = appWith('    services.ConfigureMaskinportenClient(config);', {
      more: wrapper('IConfiguration config', inner),
    });
    expect(await found(rule, files)).toEqual(['App/Wrapper.cs:6 error switch safe']);
  });

  test('it takes a delegate of its own', async () => {
    const files = appWith('    services.ConfigureMaskinportenClient(o => o.Own());', {
      more: wrapper('Action<Own> own', inner),
    });
    expect(await found(rule, files)).toEqual(['App/Wrapper.cs:6 error switch safe']);
  });

  test('it takes a text too, so both calls may be its own', async () => {
    const files = appWith(custom, { more: wrapper('string path', 'services.AddOwn(path);') });
    expect(await found(rule, files)).toEqual([]);
  });
});

describe('keys of the default section go in the same change, for it is worth a look', () => {
  test('but those of local runs are only their owner’s to take out', async () => {
    const more = { 'App/appsettings.Local.json': filled, 'App/appsettings.json': filled };
    const files = appWith(custom, { version: '8.9.0', more });
    expect(await found(rule, files)).toEqual([
      'App/Program.cs:3 error switch manual, default-section-filled (App/appsettings.Local.json: ClientId Jwk)',
    ]);
  });

  test.each<[string, string, string, string]>([
    ['in appsettings.json', 'appsettings.json', filled, 'ClientId Jwk'],
    ['in TT02', 'appsettings.TT02.json', filled, 'ClientId Jwk'],
    ['flattened', 'appsettings.json', '{ "MaskinportenSettings:ClientId": "x" }', 'ClientId'],
    ['in another casing', 'appsettings.json', '{ "maskinportensettings": { "clientid": "x" } }', 'clientid'],
  ])('%s', async (_, name, json, keys) => {
    expect(await found(rule, withSettings(name, json))).toEqual([
      `App/Program.cs:3 error switch review, default-section-cleared (App/${name}: ${keys})`,
    ]);
  });

  test('authority and all else stays as it is written', async () => {
    const file = 'App/appsettings.json';
    const json =
      '{\r\n\t// Maskinporten\r\n\t"MaskinportenSettings": {\r\n\t\t"Authority": "a", // test\r\n\t\t"ClientId": "x",\r\n\t\t"JwkBase64": ""\r\n\t},\r\n\t"B": 1\r\n}';
    const { app, settled, audit } = await auditedApp(withSettings('appsettings.json', json));
    const selection = { phase: 'switch', fixes: 'review', withPhaseless: false } as const;
    const selected = settled.filter((one) => one.finding.rule === rule);
    const plan = await planVerified({ app, settled }, selected, selection, audit);
    expect(plan.withdrawn).toEqual([]);
    expect(plan.texts.get(file)).toBe(
      '{\r\n\t// Maskinporten\r\n\t"MaskinportenSettings": {\r\n\t\t"Authority": "a" // test\r\n\t},\r\n\t"B": 1\r\n}',
    );
  });
});

test('secrets of the default section that the repo names make it worth a look where a vault may bring them', async () => {
  const withVault = (services: string) =>
    programWith(services).replace(
      'builder.WebHost.ConfigureAppWebHost(args);',
      '$&\nbuilder.AddAzureKeyVaultAsConfigProvider();',
    );
  const program = withVault(custom);
  const script = 'az keyvault secret set --vault-name kv --name MaskinportenSettings--JwkBase64 --file key.txt\n';
  const more = { 'App/Program.cs': program, 'scripts/secrets.sh': script };
  expect(await found(rule, appWith('', { more }))).toEqual([expect.stringMatching(/review, vault-default-named$/)]);
  const { settled } = await auditedApp(appWith('', { more }));
  expect(settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.remedy] : []))).toMatchObject([
    { reasons: [{ code: 'vault-default-named', names: ['MaskinportenSettings--JwkBase64'] }] },
  ]);
  const others = script.replace('--name Maskin', '--name mine--Maskin');
  expect(await found(rule, appWith('', { more: { ...more, 'scripts/secrets.sh': others } }))).toEqual([
    expect.stringMatching(/ safe$/),
  ]);
  expect(await found(rule, appWith(custom, { more: { 'scripts/secrets.sh': script } }))).toEqual([
    expect.stringMatching(/ safe$/),
  ]);
  const both = withVault(`${custom}\n    services.ConfigureMaskinportenClient("MaskinportenSettings");`);
  expect(await found(rule, appWith('', { more: { 'App/Program.cs': both } }))).toEqual([
    expect.stringMatching(/ review, several-configurers$/),
  ]);
});
