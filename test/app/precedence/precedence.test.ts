import { describe, expect, test } from 'vitest';
import { precedenceOf } from '../../../src/app/precedence/precedence.ts';
import { precedenceEn, precedenceNb } from '../../../src/words/precedence.ts';
import { type Asked, appWith, auditedApp, type Files, programWith } from '../../rules/audited.ts';

/**
 * A second, small model of .NET's configuration: sources in the order they are added, each a set of keys, and the last
 * one that has a key wins it. Nothing of the tool is used to tell what should come out.
 */
interface Source {
  readonly name: 'settings' | 'studio' | 'vault' | 'environment' | 'local-file';
  readonly keys: readonly string[];
  /** Nobody has told what it holds. */
  readonly isUnlisted?: boolean;
}

function winnerOf(key: string, sources: readonly Source[]): string {
  let winner = 'nobody';
  for (const source of sources) {
    if (source.isUnlisted) winner = 'undecided';
    else if (source.keys.includes(key)) winner = source.name;
  }
  return winner;
}

const keys = ['ClientId', 'Jwk', 'JwkBase64', 'Authority', 'EncodedJwk'] as const;
const places = [
  'appsettings.json',
  'appsettings.Production.json',
  'appsettings.Local.json',
  'values',
  'vault',
] as const;
type Place = (typeof places)[number];
type Placed = Readonly<Record<Place, readonly string[]>>;

const orders = ['no vault', 'vault after the host', 'vault before the host', 'vault on both sides', 'no host'] as const;
type Order = (typeof orders)[number];

const versions = ['8.2.6', '8.3.4', '8.6.0', '8.9.0', '8.12.7'] as const;

function sourcesOf(order: Order, version: string, placed: Placed, isListed: boolean): readonly Source[] {
  const [, minor = 0] = version.split('.').map(Number);
  const settings = (file: Place): Source => ({ name: 'settings', keys: placed[file] });
  const environment: Source = { name: 'environment', keys: placed.values };
  const vault: Source = { name: 'vault', keys: placed.vault, isUnlisted: !isListed };
  const host: readonly Source[] = [
    ...(minor >= 3 ? [{ name: 'studio', keys: ['ClientId', 'Jwk', 'Authority'] } as const] : []),
    environment,
    ...(minor >= 9 ? [{ name: 'local-file', keys: placed['appsettings.Local.json'] } as const] : []),
  ];
  const builder = [settings('appsettings.json'), settings('appsettings.Production.json'), environment];
  switch (order) {
    case 'no vault':
      return [...builder, ...host];
    case 'vault after the host':
      return [...builder, ...host, vault];
    case 'vault before the host':
      return [...builder, vault, ...host];
    case 'vault on both sides':
      return [...builder, vault, ...host, vault];
    case 'no host':
      return [...builder, vault];
  }
}

function programOf(order: Order): string {
  const host = 'builder.WebHost.ConfigureAppWebHost(args);';
  const vault = 'builder.AddAzureKeyVaultAsConfigProvider();';
  const statements: Readonly<Record<Order, string>> = {
    'no vault': host,
    'vault after the host': `${host}\n${vault}`,
    'vault before the host': `${vault}\n${host}`,
    'vault on both sides': `${vault}\n${host}\nif (!builder.Environment.IsDevelopment())\n{\n    ${vault}\n}`,
    'no host': vault,
  };
  return programWith('    services.AddHttpClient<A>().UseMaskinportenAuthorization("a");').replace(
    host,
    statements[order],
  );
}

function filesOf(order: Order, version: string, placed: Placed): Files {
  const settings = (file: Place) => {
    const section = Object.fromEntries(placed[file].map((key) => [key, key === 'Jwk' ? { kid: 'x' } : 'x']));
    return { [`App/${file}`]: `${JSON.stringify({ MaskinportenSettings: section })}\n` };
  };
  const variables = placed.values
    .map((key) => `    - name: MaskinportenSettings__${key === 'Jwk' ? 'Jwk__kid' : key}\n      value: x\n`)
    .join('');
  return appWith('', {
    version,
    more: {
      'App/Program.cs': programOf(order),
      ...settings('appsettings.json'),
      ...settings('appsettings.Production.json'),
      ...settings('appsettings.Local.json'),
      ...(variables === '' ? {} : { 'deployment/values.yaml': `deployment:\n  env:\n${variables}` }),
    },
  });
}

function secretOf(key: string): string {
  return `MaskinportenSettings--${key === 'Jwk' ? 'Jwk--kid' : key}`;
}

async function winners(files: Files, asked: Asked): Promise<Readonly<Record<string, string>>> {
  const { app } = await auditedApp(files, asked);
  const found = new Map<string, string>(precedenceOf(app).map(({ key, winner }) => [key, winner]));
  return Object.fromEntries(keys.map((key) => [key, found.get(key) ?? 'nobody']));
}

/** Each key in other places than its neighbours, so that one app tries five of the ways to spread a key. */
function placedBy(pattern: number): Placed {
  const has = (key: number, place: number) => ((pattern + key * 7) % 32) & (1 << place);
  return {
    'appsettings.json': keys.filter((_, key) => has(key, 0)),
    'appsettings.Production.json': keys.filter((_, key) => has(key, 1)),
    'appsettings.Local.json': keys.filter((_, key) => has(key, 2)),
    values: keys.filter((_, key) => has(key, 3)),
    vault: keys.filter((_, key) => has(key, 4)),
  };
}

describe.each(versions)('Altinn.App %s', (version) => {
  test.each(orders)('%s: the last source that has a key wins it, wherever the keys live', async (order) => {
    for (let pattern = 0; pattern < 32; pattern++) {
      const placed = placedBy(pattern);
      for (const isListed of [true, false]) {
        const sources = sourcesOf(order, version, placed, isListed);
        const expected = Object.fromEntries(keys.map((key) => [key, winnerOf(key, sources)]));
        const vaultSecrets = isListed ? placed.vault.map(secretOf) : null;
        const told = await winners(filesOf(order, version, placed), vaultSecrets === null ? {} : { vaultSecrets });
        expect(told, `pattern ${pattern}, ${isListed ? 'listed' : 'not listed'}`).toEqual(expected);
      }
    }
  });
});

const studioOnly = {
  ClientId: 'studio',
  Jwk: 'studio',
  JwkBase64: 'nobody',
  Authority: 'studio',
  EncodedJwk: 'nobody',
};

describe('v9 reads the provisioned file, and nothing of the app', () => {
  test.each(orders)('%s', async (order) => {
    for (const pattern of [0, 13, 31]) {
      expect(await winners(filesOf(order, '9.0.0', placedBy(pattern)), {})).toEqual(studioOnly);
    }
  });
});

const nothing: Placed = {
  'appsettings.json': [],
  'appsettings.Production.json': [],
  'appsettings.Local.json': [],
  values: [],
  vault: [],
};
const host = 'builder.WebHost.ConfigureAppWebHost(args);';

function withProgram(statements: string, version = '8.9.0'): Files {
  const files = filesOf('no vault', version, nothing);
  const program = programOf('no vault').replace(host, statements);
  return { ...files, 'App/Program.cs': program };
}

describe('what cannot be told is not told', () => {
  const undecided = Object.fromEntries(keys.map((key) => [key, 'undecided']));

  test.each([
    ['a source of the app’s own after the host', `${host}\nbuilder.Configuration.AddInMemoryCollection(Own.Values);`],
    ['a source that a library adds', `${host}\nbuilder.Configuration.AddConsul("app");`],
    ['a file that is not in the repo', `${host}\nbuilder.Configuration.AddJsonFile("more/own.json", optional: true);`],
    ['a file whose name is computed', `${host}\nbuilder.Configuration.AddJsonFile(args[0]);`],
  ])('%s', async (_, statements) => {
    expect(await winners(withProgram(statements), {})).toEqual(undecided);
  });

  test('a host that is set up under a condition', async () => {
    const told = await winners(withProgram(`if (args.Length > 0) ${host}`), {});
    expect(told).toMatchObject({ ClientId: 'undecided', Jwk: 'undecided', JwkBase64: 'nobody' });
  });

  test('a start-up that cannot be followed', async () => {
    const files = withProgram(host);
    const program = 'public class Own { void A(IServiceCollection s) { s.ConfigureMaskinportenClient("a"); } }';
    expect(await winners({ ...files, 'App/Program.cs': program }, {})).toEqual(undecided);
  });

  test('settings that cannot be read, below what wins over them', async () => {
    const files = { ...withProgram(host), 'App/appsettings.json': '{' };
    expect(await winners(files, {})).toEqual({ ...undecided, ClientId: 'studio', Jwk: 'studio', Authority: 'studio' });
  });

  test('a version that nobody knows', async () => {
    expect(await winners(withProgram(host, 'latest'), {})).toEqual(undecided);
  });
});

describe('what is added, and does not matter', () => {
  test.each([
    [
      'a source of the app’s own before the host, for what Studio has',
      `builder.Configuration.AddInMemoryCollection();\n${host}`,
    ],
    ['user secrets', `${host}\nbuilder.Configuration.AddUserSecrets<Program>();`],
    [
      'a vault for local runs',
      `${host}\nif (builder.Environment.IsDevelopment()) builder.AddAzureKeyVaultAsConfigProvider();`,
    ],
    ['sources of logging', `${host}\nbuilder.Logging.AddConfiguration(builder.Configuration);`],
    ['an own function by the name of the helper', `${host}\nbuilder.AddAzureKeyVaultAsConfigProvider(1);`],
  ])('%s', async (what, statements) => {
    const own =
      'static class Own { public static void AddAzureKeyVaultAsConfigProvider(this WebApplicationBuilder b, int i) { } }';
    const files = { ...withProgram(statements), ...(what.startsWith('an own') ? { 'App/Own.cs': own } : {}) };
    expect(await winners(files, {})).toMatchObject({ ClientId: 'studio', Jwk: 'studio', Authority: 'studio' });
  });

  test('sources that are cleared away', async () => {
    const statements = `builder.Configuration.AddInMemoryCollection();\nbuilder.Configuration.Sources.Clear();\n${host}`;
    expect(await winners(withProgram(statements), {})).toEqual(studioOnly);
  });
});

test('a part of a key, set in the environment, is mixed with Studio’s', async () => {
  const values = { 'deployment/values.yaml': 'deployment:\n  env:\n    - name: MaskinportenSettings__Jwk__kid\n' };
  expect(await winners({ ...withProgram(host), ...values }, {})).toMatchObject({
    ClientId: 'studio',
    Jwk: 'environment',
  });
});

describe('a Jwk in one text is nothing to the client, whatever it says, and hides no part', () => {
  const asText = (value: string) => JSON.stringify({ MaskinportenSettings: { Jwk: value } });

  test.each<[string, Files]>([
    ['a local file', { 'App/appsettings.Local.json': asText('{ "kid": "x" }') }],
    ['a local file, empty', { 'App/appsettings.Local.json': asText('') }],
    ['a variable', { 'deployment/values.yaml': 'deployment:\n  env:\n    - name: MaskinportenSettings__Jwk\n' }],
  ])('%s', async (_, more) => {
    expect(await winners({ ...withProgram(host), ...more }, {})).toEqual(studioOnly);
  });

  test('a secret', async () => {
    const statements = `${host}\nbuilder.AddAzureKeyVaultAsConfigProvider();`;
    expect(await winners(withProgram(statements), { vaultSecrets: ['MaskinportenSettings--Jwk'] })).toEqual(studioOnly);
  });

  test('its parts are', async () => {
    const local = JSON.stringify({ MaskinportenSettings: { Jwk: { kid: '' } } });
    expect(await winners({ ...withProgram(host), 'App/appsettings.Local.json': local }, {})).toMatchObject({
      Jwk: 'nobody',
    });
  });
});

describe('values that are there and empty', () => {
  test('hide those of earlier sources', async () => {
    const files = withProgram('', '8.9.0');
    const more = {
      'App/appsettings.json': '{ "MaskinportenSettings": { "ClientId": "x" } }',
      'App/appsettings.Production.json': '{ "MaskinportenSettings": { "ClientId": "" } }',
    };
    expect(await winners({ ...files, ...more }, {})).toMatchObject({ ClientId: 'nobody' });
  });

  test('and win over Studio’s in a local file', async () => {
    const local = { 'App/appsettings.Local.json': '{ "MaskinportenSettings": { "Authority": "" } }' };
    expect(await winners({ ...withProgram(host), ...local }, {})).toMatchObject({ Authority: 'nobody' });
  });
});

describe('a JSON file of the app’s own, after the host', () => {
  const adding = (call: string, section: object, file = 'App/own.json'): Files => ({
    ...withProgram(`${host}\n${call}`),
    [file]: JSON.stringify({ MaskinportenSettings: section }),
  });
  const add = 'builder.Configuration.AddJsonFile("own.json");';
  const undecided = { ClientId: 'undecided', Jwk: 'undecided', JwkBase64: 'undecided' };

  test.each([
    ['at once', add],
    [
      'with what it takes besides',
      'builder.Configuration.AddJsonFile("own.json", optional: true, reloadOnChange: true);',
    ],
    ['by a named argument', 'builder.Configuration.AddJsonFile(optional: true, path: "./own.json");'],
    [
      'in a lambda of the host',
      'builder.WebHost.ConfigureAppConfiguration((_, config) => config.AddJsonFile("own.json"));',
    ],
    [
      'by a constant',
      'builder.Configuration.AddJsonFile(Own.File);\nstatic class Own { public const string File = "own.json"; }',
    ],
    [
      'from the folder it lies in anyway',
      `builder.Configuration.SetBasePath(Directory.GetCurrentDirectory());\n${add}`,
    ],
  ])('wins the keys that it holds, and no other: added %s', async (_, call) => {
    expect(await winners(adding(call, { ClientId: 'x', Extra: 'y' }), {})).toEqual({
      ...studioOnly,
      ClientId: 'settings',
    });
  });

  test('changes nothing where it holds none', async () => {
    const files = { ...adding(add, {}), 'App/own.json': '{ "Texts": { "ClientId": "x" } }' };
    expect(await winners(files, {})).toEqual(studioOnly);
  });

  test('hides a key that it leaves empty', async () => {
    expect(await winners(adding(add, { Authority: '' }), {})).toEqual({ ...studioOnly, Authority: 'nobody' });
  });

  test('loses to what is added after it', async () => {
    const call = `${add}\nbuilder.Configuration.AddInMemoryCollection(Own.Values);`;
    expect(await winners(adding(call, { ClientId: 'x' }), {})).toMatchObject({ ClientId: 'undecided' });
  });

  test('does not matter where only Development adds it', async () => {
    const call = `if (builder.Environment.IsDevelopment()) ${add}`;
    expect(await winners(adding(call, { ClientId: 'x' }), {})).toEqual(studioOnly);
  });

  test('may be there under a condition', async () => {
    const { app } = await auditedApp(adding(`if (args.Length > 0) ${add}`, { ClientId: 'x' }), {});
    const id = precedenceOf(app).find(({ key }) => key === 'ClientId');
    expect(id).toMatchObject({
      winner: 'undecided',
      reason: { source: { why: 'condition', supplier: 'settings', condition: 'args.Length > 0' }, otherwise: 'studio' },
    });
  });

  test('is named', async () => {
    const { app } = await auditedApp(adding(add, { ClientId: 'x' }), {});
    const [id] = precedenceOf(app);
    expect(id?.reason).toEqual({ code: 'own-file', file: 'App/own.json', over: ['studio'] });
    for (const told of id ? [precedenceEn(id), precedenceNb(id)] : []) {
      expect(told).toContain('App/own.json');
      expect(told).toContain('Altinn Studio');
    }
  });

  test('is told from the settings files that have the key as well', async () => {
    const usual = { 'App/appsettings.json': '{ "MaskinportenSettings": { "EncodedJwk": "x" } }' };
    const { app } = await auditedApp({ ...adding(add, { EncodedJwk: 'y', JwkBase64: 'z' }), ...usual }, {});
    const reasons = Object.fromEntries(precedenceOf(app).map(({ key, reason }) => [key, reason]));
    expect(reasons).toMatchObject({
      EncodedJwk: { code: 'own-file', over: ['settings'] },
      JwkBase64: { code: 'own-file', over: [] },
    });
  });

  test.each<[string, string, Files]>([
    ['it cannot be parsed', add, { 'App/own.json': '{' }],
    ['git ignores it', add, { '.gitignore': 'own.json\n' }],
    ['it lies beside the project folder', 'builder.Configuration.AddJsonFile("../own.json");', { 'own.json': '{}' }],
    ['its path is of another machine', 'builder.Configuration.AddJsonFile("/own.json");', {}],
    [
      'only Windows would find it',
      'builder.Configuration.AddJsonFile("more\\\\own.json");',
      { 'App/more/own.json': '{}' },
    ],
    ['it comes from a provider of files', 'builder.Configuration.AddJsonFile(Own.Files, "own.json", true, true);', {}],
    ['the app looks in another folder', `builder.Configuration.SetBasePath("/mnt/more");\n${add}`, {}],
    ['the host looks in another folder', `builder.WebHost.UseContentRoot(args[0]);\n${add}`, {}],
  ])('stays open where %s', async (_, call, more) => {
    expect(await winners({ ...adding(call, {}), ...more }, {})).toMatchObject(undecided);
  });

  test('stays open where the builder looks in another folder', async () => {
    const files = adding(add, {});
    const program = String(files['App/Program.cs']).replace(
      'CreateBuilder(args)',
      'CreateBuilder(new WebApplicationOptions { ContentRootPath = args[0] })',
    );
    expect(await winners({ ...files, 'App/Program.cs': program }, {})).toMatchObject(undecided);
  });
});

describe('which file AddJsonFile adds is told by its path', () => {
  const held = { ClientId: 'x', JwkBase64: 'y' };
  const undecided = { ClientId: 'undecided', Jwk: 'undecided', JwkBase64: 'undecided' };
  const files = (path: string, more: Files = {}): Files => ({
    ...withProgram(`${host}\nbuilder.Configuration.AddJsonFile(${path});`),
    ...more,
  });
  const holding = (section: object) => JSON.stringify({ MaskinportenSettings: section });

  test.each([
    ['"appsettings.Development.json"', 'App/appsettings.Development.json'],
    ['"appsettings.Maskinporten.json"', 'App/appsettings.Maskinporten.json'],
    ['"config/appsettings.json", optional: true', 'App/config/appsettings.json'],
    ['"maskinporten-settings.json", optional: true', 'App/maskinporten-settings.json'],
  ])('%s is a file of the app’s own', async (path, file) => {
    expect(await winners(files(path, { [file]: holding(held) }), {})).toEqual({
      ...studioOnly,
      ClientId: 'settings',
      JwkBase64: 'settings',
    });
  });

  test('so that the files of environments are left as they are', async () => {
    const more = {
      'App/appsettings.Maskinporten.json': holding({ Authority: 'x' }),
      'App/appsettings.Production.json': holding({ ClientId: 'x' }),
    };
    expect(await winners(files('"appsettings.Maskinporten.json"', more), {})).toEqual({
      ...studioOnly,
      Authority: 'settings',
    });
  });

  test.each([
    ['new PhysicalFileProvider("/mnt/x"), "appsettings.json", true, true'],
    ['"/mnt/secrets/appsettings.json", optional: true'],
    ['Path.Combine("/mnt/secrets", "appsettings.json"), true'],
    ['$"appsettings.{args[0]}.json"'],
    ['source => source.Path = "appsettings.json"'],
  ])('%s may be any file', async (path) => {
    const more = { 'App/appsettings.json': holding({ Authority: 'x' }) };
    expect(await winners(files(path, more), {})).toMatchObject(undecided);
  });

  test.each([
    ['$"appsettings.{builder.Environment.EnvironmentName}.json"'],
    ['"appsettings." + builder.Environment.EnvironmentName + ".json"'],
    ['$"appsettings.{name}.json"'],
  ])('%s is the file of the environment', async (path) => {
    const own = files(path, { 'App/appsettings.Production.json': holding({ ClientId: 'x' }) });
    const program = `${own['App/Program.cs']}`.replace(
      host,
      `${host}\nvar name = builder.Environment.EnvironmentName;`,
    );
    expect(await winners({ ...own, 'App/Program.cs': program }, {})).toEqual({ ...studioOnly, ClientId: 'settings' });
  });
});

describe('a configuration beside the app’s is not the app’s', () => {
  const own = { 'App/own.json': '{ "MaskinportenSettings": { "ClientId": "x", "JwkBase64": "y" } }' };

  test.each([
    ['var own = new ConfigurationBuilder().AddJsonFile("own.json").AddEnvironmentVariables("A_").Build();'],
    ['var own = new ConfigurationBuilder();\nown.AddJsonFile("own.json");\nvar built = own.Build();'],
    ['ConfigurationBuilder own = new();\nown.SetBasePath("/mnt").AddJsonFile("own.json");'],
    ['IConfigurationBuilder own = new ConfigurationManager();\nown.AddYamlFile("own.yaml");'],
    ['var own = new ConfigurationBuilder();\nown.Sources.Clear();'],
    ['builder.Services.AddJsonFile("own.json");'],
    ['Own.Read(new ConfigurationBuilder());'],
  ])('%s', async (statements) => {
    const helper = {
      'App/Own.cs':
        'static class Own { public static void Read(IConfigurationBuilder c) { c.AddJsonFile("own.json"); } }',
    };
    const files = { ...withProgram(`${host}\n${statements}`), ...own, ...helper };
    expect(await winners(files, {})).toEqual(studioOnly);
  });

  test('until the app adds it', async () => {
    const statements = `var own = new ConfigurationBuilder().AddJsonFile("own.json").Build();\nbuilder.Configuration.AddConfiguration(own);`;
    const files = { ...withProgram(`${host}\n${statements}`), ...own };
    expect(await winners(files, {})).toMatchObject({ ClientId: 'undecided', JwkBase64: 'undecided' });
  });
});

describe('sources that nobody can read here', () => {
  const undecided = { ClientId: 'undecided', Jwk: 'undecided', JwkBase64: 'undecided' };

  test.each([
    ['builder.Host.ConfigureAppConfiguration((_, c) => c.Add(new MySource()));'],
    ['builder.Host.ConfigureAppConfiguration((_, c) => c.AddYamlFile("own.yaml"));'],
    ['builder.Host.ConfigureAppConfiguration(c => c.AddConsul("app"));'],
    ['IConfigurationBuilder c = builder.Configuration;\nc.AddConsul("app");'],
    ['builder.Configuration["MaskinportenSettings:ClientId"] = "x";'],
    ['builder.Configuration.GetSection("MaskinportenSettings")["ClientId"] = "x";'],
    ['builder.Configuration[Name()] = "x";\nstatic string Name() => Console.ReadLine();'],
    ['builder.Configuration.AddCommandLine(new[] { "--MaskinportenSettings:ClientId=x" });'],
    ['builder.Configuration.Sources.RemoveAt(builder.Configuration.Sources.Count - 1);'],
    ['if (args.Length > 0) builder.Configuration.Sources.Clear();'],
  ])('%s', async (statements) => {
    expect(await winners(withProgram(`${host}\n${statements}`), {})).toMatchObject(undecided);
  });

  test.each([
    ['builder.Configuration.AddCommandLine(args);'],
    ['builder.Configuration["AppSettings:Name"] = "x";'],
    ['if (builder.Environment.IsDevelopment()) builder.Configuration["MaskinportenSettings:ClientId"] = "x";'],
  ])('nothing of a credential comes from %s', async (statements) => {
    expect(await winners(withProgram(`${host}\n${statements}`), {})).toEqual(studioOnly);
  });
});

test('an app that only a library has ask Maskinporten is followed like any other', async () => {
  const services = '    services.AddFiksArkiv();';
  const { app } = await auditedApp(appWith(services, { version: '8.9.0' }));
  expect(app.order.providers.map(({ kind }) => kind)).toEqual([
    'settings',
    'settings',
    'environment',
    'studio',
    'secret-file',
    'environment',
    'local-file',
  ]);
  expect(await winners(appWith(services, { version: '8.9.0' }), {})).toEqual(studioOnly);
});
