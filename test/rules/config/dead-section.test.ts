import { describe, expect, test } from 'vitest';
import { planVerified } from '../../../src/migrate/verify.ts';
import { appWith, auditedApp, type Files, found, libraryOf, programWith, projectOf, referencing } from '../audited.ts';

const rule = 'config/dead-section';
const settings = 'App/appsettings.json';
const inRecord = `${settings}:2 note cleanup review, no-reader-found`;
const byHand = `${settings}:2 note cleanup manual, no-record`;

function sectionAt(path: string, keys = '"Authority": "https://test.maskinporten.no/"'): string {
  return `{\n  "${path}": { ${keys} },\n  "Other": { "Url": "https://a.example/" }\n}\n`;
}

function recordOf(...sections: readonly (string | null)[]): string {
  const clients = sections.map((section, index) => ({
    id: `client${index}`,
    section,
    decision: 'studio',
    scopes: [],
    exchange: null,
    clientIdHashes: [],
    secrets: [],
    files: [],
  }));
  return JSON.stringify({ schemaVersion: 1, clients });
}

const section = 'mine:MaskinportenSettings';
const built = 'services.AddHttpClient<A>().UseMaskinportenAuthorization("a");';

/** An app after the switch, with what its code says and what it has beside. */
function moved(services = built, more: Files = {}, version = '8.7.0'): Files {
  return appWith(services, {
    version,
    more: { [settings]: sectionAt(section), 'maskinflytt.migration.json': recordOf(section), ...more },
  });
}

describe('a section that nothing reads', () => {
  test('can go when the record has it as a moved client’s', async () => {
    expect(await found(rule, moved())).toEqual([inRecord]);
  });

  test('is the same whatever its casing', async () => {
    const record = recordOf('MINE:maskinportensettings');
    expect(await found(rule, moved(built, { 'maskinflytt.migration.json': record }))).toEqual([inRecord]);
  });

  test('is left to a person without a record, or where the record does not have it', async () => {
    const { 'maskinflytt.migration.json': _, ...files } = moved();
    expect(await found(rule, files)).toEqual([byHand]);
    const others = { 'maskinflytt.migration.json': recordOf('other:MaskinportenSettings', null) };
    expect(await found(rule, moved(built, others))).toEqual([byHand]);
  });

  test('may have any name that the record has', async () => {
    const files = { [settings]: sectionAt('Tinglysing'), 'maskinflytt.migration.json': recordOf('Tinglysing') };
    expect(await found(rule, moved(built, files))).toEqual([inRecord]);
    expect(await found(rule, moved('services.A(config.GetSection("Tinglysing"));', files))).toEqual([]);
  });

  test('is known for a client’s by the keys of a credential', async () => {
    const files = appWith(built, { more: { [settings]: sectionAt('Tinglysing', '"EncodedJwk": ""') } });
    expect(await found(rule, files)).toEqual([byHand]);
  });

  test('is reported once, at what every environment loads, and goes from every file', async () => {
    const production = 'App/appsettings.Production.json';
    const files = moved(built, {
      [production]: `{ "Mine": { "maskinportenSettings": { "Authority": "b" } }, "B": 1 }`,
    });
    const app = await auditedApp(files);
    const selected = app.settled.filter(({ finding }) => finding.rule === rule);
    expect(selected.map(({ finding }) => finding.at.file)).toEqual([settings]);
    const selection = { phase: 'cleanup', fixes: 'review', withPhaseless: false } as const;
    const { texts, withdrawn } = await planVerified(app, selected, selection, app.audit);
    expect(withdrawn).toEqual([]);
    expect(Object.fromEntries(texts)).toEqual({
      [settings]: '{\n  "Other": { "Url": "https://a.example/" }\n}\n',
      [production]: '{ "B": 1 }',
    });
  });

  test('goes key by key where the file writes it so', async () => {
    const keys = `"${section}:Authority": "a",\n  "mine:Url": "b",\n  "${section}:ClientId": ""`;
    const app = await auditedApp(moved(built, { [settings]: `{\n  ${keys}\n}\n` }));
    const selected = app.settled.filter(({ finding }) => finding.rule === rule);
    const selection = { phase: 'cleanup', fixes: 'review', withPhaseless: false } as const;
    const { texts } = await planVerified(app, selected, selection, app.audit);
    expect(texts.get(settings)).toBe('{\n  "mine:Url": "b"\n}\n');
  });

  test('stays where a patch would show a key', async () => {
    const keyed = sectionAt(section, '"EncodedJwk": "eyJhbGciOiJub25lIiwidGVzdCI6ImZha2UgZmFrZSBmYWtlIn0="');
    expect(await found(rule, moved(built, { [settings]: keyed }))).toEqual([
      `${settings}:2 note cleanup manual, secret-in-context`,
    ]);
  });
});

describe('a section is not dead while code may name it', () => {
  test.each([
    ['by its path', 'services.ConfigureMaskinportenClient("mine:MaskinportenSettings");'],
    ['in another casing', 'services.A(config.GetSection("MINE:maskinportensettings"));'],
    ['by its last part', 'var s = config.GetSection(org).GetSection("MaskinportenSettings");'],
    ['by one of its keys', 'var id = config["mine:MaskinportenSettings:ClientId"];'],
    ['by a key of its last part', 'var id = own["MaskinportenSettings:ClientId"];'],
    ['behind a hole', 'services.A(config.GetSection($"{org}:MaskinportenSettings"));'],
    ['in a verbatim string', 'services.A(@"mine:MaskinportenSettings");'],
    ['in a raw string', 'services.A("""mine:MaskinportenSettings""");'],
    ['as a variable', 'var id = System.Environment.GetEnvironmentVariable("mine__MaskinportenSettings__ClientId");'],
    ['as a secret', 'var id = secrets.GetSecretAsync("mine--MaskinportenSettings--ClientId");'],
    ['in two halves', 'services.A(config.GetSection("mine:Maskinporten" + "Settings"));'],
    ['with nameof', 'services.A(config.GetSection("mine:" + nameof(X.MaskinportenSettings)));'],
    ['with typeof', 'services.A(Read(typeof(MaskinportenSettings).Name));'],
    ['in an options registration', 'services.AddOptions<O>().BindConfiguration("mine:MaskinportenSettings");'],
    ['by what it stands in, by its name', 'config.Bind("mine", all);'],
    ['by what it stands in', 'services.Configure<Mine>(config.GetSection("mine"));'],
  ])('%s', async (_, code) => {
    expect(await found(rule, moved(`    ${code}`))).toEqual([]);
  });

  test('in a property of another file', async () => {
    const property = 'class Paths { public string Own => "mine:MaskinportenSettings"; }';
    expect(await found(rule, moved(built, { 'App/Paths.cs': property }))).toEqual([]);
  });

  test.each([
    'class Mine { public MaskinportenSettings MaskinportenSettings { get; set; } }',
    'record Mine(Own MaskinportenSettings);',
  ])('as a member that binding all of it would fill: %s', async (type) => {
    expect(await found(rule, moved(built, { 'App/Mine.cs': type }))).toEqual([]);
  });

  test('in a test project beside the app, or a library that it references', async () => {
    const reading = 'class T { object A() => Load("mine:MaskinportenSettings"); }';
    const project = { 'test/T.csproj': libraryOf(null), 'test/T.cs': reading };
    expect(await found(rule, moved(built, project))).toEqual([]);
  });
});

describe('a file that cannot be parsed may say anything', () => {
  const deep = (text: string) => `class T { object F => ${text} + ${'('.repeat(3000)}1${')'.repeat(3000)}; }`;

  test.each([
    ['of the app', 'App/T.cs'],
    ['beside it', 'test/T.cs'],
  ])('%s', async (_, file) => {
    const project = { 'test/T.csproj': libraryOf(null) };
    const naming = { ...project, [file]: deep('"mine:MaskinportenSettings"') };
    expect(await found(rule, moved(built, naming))).toEqual([]);
    const other = { ...project, [file]: deep('"other:MaskinportenSettings"') };
    expect(await found(rule, moved(built, other))).toEqual([inRecord]);
  });
});

describe('a section is dead although', () => {
  test.each([
    ['a comment names it', `// once: "mine:MaskinportenSettings"\n    ${built}`],
    ['another section ends like it', `services.A(config.GetSection("other:MaskinportenSettings"));`],
    ['a longer name begins with it', `services.A("MaskinportenSettingsInternal", "MaskinportenSettings-Two");`],
    ['a type has the name of its last part', 'var settings = new MaskinportenSettings();'],
    ['another section is bound by its name', 'config.Bind("other", all); config.Bind(all); socket.Bind(end, port);'],
    ['another section is asked for', `services.A(config.GetSection("Other"));`],
  ])('%s', async (_, code) => {
    expect(await found(rule, moved(`    ${code}`))).toEqual([inRecord]);
  });

  test('another app of the repo reads one of that name', async () => {
    const other = appWith('services.A(config.GetSection("mine:MaskinportenSettings"));');
    const files = Object.fromEntries([
      ...Object.entries(moved()).map(([path, text]) => [`one/${path}`, text] as const),
      ...Object.entries(other).map(([path, text]) => [`two/${path}`, text] as const),
    ]);
    expect(await found(rule, files)).toEqual([inRecord.replace('App/', 'one/App/')]);
  });
});

describe('a constant that names a section', () => {
  const paths = (value: string, more = '') =>
    `using Altinn.App.Core.Features.Maskinporten;\nnamespace Ttd.Maskinporten;\npublic static class Paths\n{\n    ${more}\n    ${value}\n}\n`;
  const unused = `${inRecord.replace(', no-reader-found', '')}, no-reader-found, constant-unused`;

  test.each([
    ['a text', paths('public const string Maskinporten = "mine:MaskinportenSettings";')],
    ['one for all time', paths('public static readonly string Own = "mine:MaskinportenSettings";')],
    [
      'made of others',
      paths(
        'internal const string Own = $"{Root}:{nameof(MaskinportenSettings)}";',
        'private const string Root = "mine";',
      ),
    ],
    [
      'part of another',
      paths('public const string Url = Own + ":Url";', 'const string Own = "mine:MaskinportenSettings";'),
    ],
  ])('is no reader when nothing uses it: %s', async (_, text) => {
    expect((await found(rule, moved(built, { 'App/Paths.cs': text })))[0]).toContain(unused);
  });

  test('is no reader as an unused local', async () => {
    expect(await found(rule, moved('const string own = "mine:MaskinportenSettings";'))).toEqual([unused]);
  });

  test('goes with no other of its name', async () => {
    const more = {
      'App/Paths.cs': paths('public const string Name = "mine:MaskinportenSettings";'),
      'App/Other.cs': 'class Other { public const string Name = "Other"; object A => B.C(Other.Name); }',
    };
    expect(await found(rule, moved(built, more))).toEqual([unused]);
  });

  test('stays where the section goes', async () => {
    const more = { 'App/Paths.cs': paths('public const string Own = "mine:MaskinportenSettings";') };
    const app = await auditedApp(moved(built, more));
    const selected = app.settled.filter(({ finding }) => finding.rule === rule);
    const selection = { phase: 'cleanup', fixes: 'review', withPhaseless: false } as const;
    const { texts } = await planVerified(app, selected, selection, app.audit);
    expect([...texts.keys()]).toEqual([settings]);
  });

  test.each([
    ['the app', 'var x = config[Paths.Own];', {}],
    ['the app, by an alias', 'var x = config[P.Own];', { 'App/Usings.cs': 'global using P = Ttd.Maskinporten.Paths;' }],
    ['the app, by its bare name', 'var x = config[Own];', {}],
    [
      'the app, by what derives from its type',
      built,
      { 'App/B.cs': 'class B : Paths { } class C { object A => D(B.Own); }' },
    ],
    [
      'a value of another that is used',
      built,
      { 'App/B.cs': 'class B { const string C = Paths.Own; object A => D(C); }' },
    ],
    ['a test', built, { 'test/T.csproj': libraryOf(null), 'test/T.cs': 'class T { object A() => Load(Paths.Own); }' }],
    ['a page', built, { 'App/Page.cshtml': '@Model.Load(Paths.Own)' }],
  ])('reads it when it is used by %s', async (_, code, more) => {
    const constant = { 'App/Paths.cs': paths('public const string Own = "mine:MaskinportenSettings";') };
    expect(await found(rule, moved(`    ${code}`, { ...constant, ...more }))).toEqual([]);
  });

  test('reads it when making its value does', async () => {
    const reading = paths('static readonly string Own = App.Configuration["mine:MaskinportenSettings:ClientId"];');
    expect(await found(rule, moved(built, { 'App/Paths.cs': reading }))).toEqual([]);
  });

  test('is left to a person when a library has it for others', async () => {
    const ofLibrary = (visibility: string) => ({
      'App/App.csproj': referencing(projectOf('8.7.0'), '../Shared/Shared.csproj'),
      'Shared/Shared.csproj': libraryOf(null),
      'Shared/Paths.cs': paths(`${visibility} const string Own = "mine:MaskinportenSettings";`),
    });
    expect(await found(rule, moved(built, ofLibrary('public')))).toEqual([
      `${settings}:2 note cleanup manual, constant-public`,
    ]);
    expect(await found(rule, moved(built, ofLibrary('internal')))).toEqual([unused]);
  });

  test('in another app of the repo uses nothing of this one', async () => {
    const constant = { 'App/Paths.cs': paths('public const string Own = "mine:MaskinportenSettings";') };
    const other = { ...appWith('var x = config[Paths.Own];'), ...constant };
    const files = Object.fromEntries([
      ...Object.entries(moved(built, constant)).map(([path, text]) => [`one/${path}`, text] as const),
      ...Object.entries(other).map(([path, text]) => [`two/${path}`, text] as const),
    ]);
    expect(await found(rule, files)).toEqual([unused.replace('App/', 'one/App/')]);
  });
});

describe('where code computes what it reads', () => {
  const computing = '    services.A(config.GetSection(System.Environment.MachineName));';

  test('a recorded section is left to a person', async () => {
    expect(await found(rule, moved(computing))).toEqual([`${settings}:2 note cleanup manual, section-computed`]);
  });

  test.each([
    ['the built-in client', 'services.ConfigureMaskinportenClient(Paths.For(env));'],
    [
      'a client of the package',
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, A>(config.GetSection(Paths.For(env)));',
    ],
    [
      'a client of the package, by settings that it makes',
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, A>(Settings());',
    ],
  ])('so is one that %s may have', async (_, code) => {
    expect(await found(rule, moved(`    ${code}`))).toEqual([`${settings}:2 note cleanup manual, section-computed`]);
  });

  test.each([
    ['a client that is told its settings', 'services.ConfigureMaskinportenClient(o => { o.ClientId = "x"; });'],
    ['another section', 'services.A(config.GetSection("Other"));'],
  ])('but not one beside %s', async (_, code) => {
    expect(await found(rule, moved(`    ${code}`))).toEqual([inRecord]);
  });

  test('nothing is said of one that may never have been a client’s', async () => {
    const { 'maskinflytt.migration.json': _, ...files } = moved(computing);
    expect(await found(rule, files)).toEqual([]);
  });
});

describe('where a handler has no definition', () => {
  const handler = (key: string) =>
    `    services.AddHttpClient<B>().AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("${key}", d => { d.ClientSettings.Scope = "b"; });`;
  const registered =
    '    services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("k", config.GetSection("other:Maskinporten"));';
  const withPackage = (services: string): Files => {
    const files = moved(services);
    const usings = 'using Altinn.ApiClients.Maskinporten.Extensions;\nusing Altinn.ApiClients.Maskinporten.Services;\n';
    return { ...files, 'App/Program.cs': `${usings}${files['App/Program.cs']}` };
  };

  test('a section may be what it was meant to have', async () => {
    expect(await found(rule, withPackage(`${registered}\n${handler('K')}`))).toEqual([
      `${settings}:2 note cleanup manual, definition-not-found (K)`,
    ]);
  });

  test('and not where it has one', async () => {
    expect(await found(rule, withPackage(`${registered}\n${handler('k')}`))).toEqual([inRecord]);
  });

  test('and not where it has two, each of a section of its own', async () => {
    const two = `${registered}\n${registered.replace('other:', 'third:')}\n${handler('k')}`;
    expect(await found(rule, withPackage(two))).toEqual([inRecord]);
  });
});

describe('the default section', () => {
  const files = (version: string, services = built) =>
    appWith(services, { version, more: { [settings]: sectionAt('MaskinportenSettings') } });

  describe('up to v8', () => {
    const left = (keys: string, more: Files = {}) => ({
      ...files('8.7.0'),
      'maskinflytt.migration.json': recordOf('MaskinportenSettings'),
      [settings]: sectionAt('MaskinportenSettings', keys),
      ...more,
    });

    test.each(['"Environment": "test", "Scope": "a:b"', '"environment": "", "ExhangeToAltinnToken": true'])(
      'is dead with nothing left but what the package reads: %s',
      async (keys) => {
        expect(await found(rule, left(keys))).toEqual([inRecord]);
        const { 'maskinflytt.migration.json': _, ...unrecorded } = left(keys);
        expect(await found(rule, unrecorded)).toEqual([]);
        expect(await found(rule, { ...unrecorded, 'maskinflytt.migration.json': recordOf(section) })).toEqual([]);
      },
    );

    test.each([
      ['an authority', '"Environment": "test", "Authority": "https://test.maskinporten.no/"'],
      ['an identity', '"Environment": "test", "ClientId": ""'],
      ['a key', '"Environment": "test", "Jwk": { "kid": "" }'],
      ['a key of the package’s', '"Environment": "test", "EncodedJwk": ""'],
      ['something unknown', '"Environment": "test", "Other": 1'],
      ['nothing', ''],
    ])('is not dead with %s', async (_, keys) => {
      expect(await found(rule, left(keys))).toEqual([]);
    });

    test('goes from those files alone', async () => {
      const production = 'App/appsettings.Production.json';
      const app = await auditedApp(
        left('"Authority": "a", "Environment": "test"', {
          [production]: '{ "MaskinportenSettings": { "Environment": "prod" }, "B": 1 }',
        }),
      );
      const selected = app.settled.filter(({ finding }) => finding.rule === rule);
      const selection = { phase: 'cleanup', fixes: 'review', withPhaseless: false } as const;
      const { texts, withdrawn } = await planVerified(app, selected, selection, app.audit);
      expect(withdrawn).toEqual([]);
      expect(Object.fromEntries(texts)).toEqual({ [production]: '{ "B": 1 }' });
    });

    test('is not dead while a client of the package has it', async () => {
      const own =
        'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, A>(config.GetSection("MaskinportenSettings"));';
      const code = { 'App/Program.cs': programWith(own) };
      expect(await found(rule, left('"Environment": "test"', code))).toEqual([]);
    });
  });

  test('is read by the library up to v8, for the authority that it has, whatever the record says', async () => {
    for (const version of ['8.7.0', '8.3.0', '8.2.0', '8.*']) {
      const recorded = { ...files(version), 'maskinflytt.migration.json': recordOf('MaskinportenSettings') };
      expect(await found(rule, recorded)).toEqual([]);
    }
    expect(await found(rule, files('8.7.0'), { target: 'v9' })).toEqual([]);
  });

  test('is dead by itself in v9', async () => {
    expect(await found(rule, files('9.0.0'))).toEqual([inRecord]);
  });

  test('is not dead in v9 where a client of the app’s own is bound to it', async () => {
    const own =
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, A>(config.GetSection("MaskinportenSettings"));';
    expect(await found(rule, files('9.0.0', own))).toEqual([]);
  });
});

describe('why it is dead is told', () => {
  const told = async (files: Files) => {
    const { settled } = await auditedApp(files);
    return settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
  };
  const { 'maskinflytt.migration.json': _, ...unrecorded } = moved();
  const own = { name: section, files: [settings] };
  const usual = { name: 'MaskinportenSettings', files: [settings] };
  const ofPackage = {
    'maskinflytt.migration.json': recordOf('MaskinportenSettings'),
    [settings]: sectionAt('MaskinportenSettings', '"Environment": "test"'),
  };

  test.each<[string, Files, object]>([
    ['its client has moved', moved(), { ...own, why: 'moved' }],
    ['nobody knows', unrecorded, { ...own, why: 'unrecorded' }],
    ['no version of today reads it', moved(built, ofPackage, '9.0.0'), { ...usual, why: 'removed-in-v9' }],
    ['what is left was the package’s', moved(built, ofPackage), { ...usual, why: 'keys-of-package' }],
    [
      'in each file once',
      moved(built, {
        'App/appsettings.TT02.json': `{ "${section}:Authority": "a", "mine:MaskinportenSettings:ClientId": "" }`,
      }),
      { name: section, files: [settings, 'App/appsettings.TT02.json'], why: 'moved' },
    ],
  ])('%s', async (_, files, expected) => {
    expect(await told(files)).toEqual([expected]);
  });
});

describe('nothing is said of', () => {
  test.each([
    ['a section that validates tokens', sectionAt('Maskinporten', '"Authority": "a", "Audience": "b"')],
    ['the library’s internal section', sectionAt('MaskinportenSettingsInternal', '"ClientId": ""')],
    ['an OIDC section', sectionAt('Oidc', '"Authority": "a", "ClientId": "b"')],
    ['settings without such a section', '{ "A": 1 }'],
  ])('%s', async (_, text) => {
    expect(await found(rule, appWith(built, { more: { [settings]: text } }))).toEqual([]);
  });

  test('a section that a legacy client still has, before the switch', async () => {
    const own = 'services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';
    const { 'maskinflytt.migration.json': _, ...files } = moved(own);
    expect(await found(rule, files)).toEqual([]);
  });
});
