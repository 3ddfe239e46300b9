import { beforeAll, describe, expect, test } from 'vitest';
import { capabilitiesOf } from '../../../src/app/capabilities/capabilities.ts';
import { readConfigurationOrder } from '../../../src/app/startup/configuration-order.ts';
import { entryPointsOf, executionOf } from '../../../src/app/startup/execution.ts';
import { version } from '../../../src/app/versions/nuget-version.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith, type Sources } from './started.ts';

beforeAll(loadCSharp);

const create = 'var builder = WebApplication.CreateBuilder(args);';
const defaults = ['settings shared', 'settings environment', 'environment'];

/** The sources of an app with these statements: kind, which files, the own file's path, and where it stands. */
function sourcesOf(statements: string, others: Sources = {}): readonly string[] {
  const project = projectWith({ 'Program.cs': `${create}\n${statements}`, ...others });
  const execution = executionOf(project, entryPointsOf(project.files));
  const paths: string[] = [];
  const readOwnFile = (path: string) => {
    paths.push(path);
    return { file: path, environment: 'all', entries: [], keys: [] } as const;
  };
  const { providers } = readConfigurationOrder(execution, project, capabilitiesOf([version('8.7.0')]), readOwnFile);
  return providers.map(({ kind, files, own, conditions, placed }) => {
    const held = own && (own.entries.length > 0 ? own.entries.map(({ path }) => path).join(' ') : own.file);
    const where = [conditions.length > 0 ? 'perhaps' : '', placed ? '' : 'somewhere'];
    return [kind, files, held, ...where].filter(Boolean).join(' ');
  });
}

/** What statements add to what the builder has by itself. */
function added(statements: string, others: Sources = {}): readonly string[] {
  const sources = sourcesOf(statements, others);
  expect(sources.slice(0, defaults.length)).toEqual(defaults);
  return sources.slice(defaults.length);
}

describe('a call adds to the configuration', () => {
  test.each<[string, readonly string[]]>([
    ['builder.Configuration.AddEnvironmentVariables();', ['environment']],
    ['builder.Configuration.AddEnvironmentVariables("OWN_");', ['custom']],
    ['builder.Configuration.AddCommandLine(args);', []],
    ['builder.Configuration.AddCommandLine(new[] { "--a=b" });', ['custom']],
    ['builder.Configuration.AddCommandLine();', []],
    ['builder.Configuration.AddUserSecrets<Program>();', []],
    ['builder.Configuration.AddInMemoryCollection(values);', ['custom']],
    ['builder.Configuration.AddConsul("app");', ['custom']],
    ['builder.Configuration.Sources.Add(source);', ['custom']],
    ['builder.Configuration.Sources.Insert(0, source);', ['custom']],
    ['builder.Configuration.Sources.Remove(source);', ['custom']],
    ['builder.Configuration.Sources.RemoveAt(0);', ['custom']],
    ['builder.Configuration.Remove(source);', []],
    ['builder.Configuration.SourcesRemoved.Remove(source);', []],
    ['builder.Configuration.Sources.NotRemove(source);', []],
    ['builder.Configuration.Bind(x);', []],
    ['builder.Configuration.TryAdd(x);', []],
    ['builder.AddAzureKeyVaultAsConfigProvider();', ['vault']],
    ['builder.Configuration.AddAzureKeyVault(uri, credential);', ['vault']],
    ['ConnectToKeyVault(config);', ['vault']],
    // Some ways are known by their names, whatever they are called on.
    ['unknown.AddInMemoryCollection(values);', ['custom']],
    ['unknown.AddKeyPerFile("/mnt");', ['custom']],
    ['unknown.AddXmlFile("a.xml");', ['custom']],
    ['unknown.AddYamlFile("a.yaml");', ['custom']],
    ['unknown.AddIniFile("a.ini");', ['custom']],
    ['unknown.AddJsonStream(stream);', ['custom']],
    ['unknown.AddAzureAppConfiguration(x);', ['custom']],
    ['unknown.AddJsonFile("appsettings.json");', ['custom']],
    ['unknown.AddEnvironmentVariables();', ['environment']],
    ['unknown.AddOther();', []],
    ['unknown.Sources.Add(source);', []],
    ['unknown.Sources.Remove(source);', ['custom']],
    // What is read beside the app's configuration is not its own.
    ['new ConfigurationBuilder().AddInMemoryCollection(values);', []],
    ['new ConfigurationBuilder().AddJsonFile("own.json").AddEnvironmentVariables("A").Build();', []],
    ['new ConfigurationBuilder().Sources.Remove(source);', []],
    ['new ConfigurationBuilder().Sources.Clear();', []],
    ['builder.Services.AddOptions();', []],
  ])('%s', (statement, sources) => {
    expect(added(statement)).toEqual(sources);
  });

  test('unless the app has a function of that name itself', () => {
    const own = { 'Own.cs': 'static class Own { public static void AddInMemoryCollection(this C c) { } }' };
    expect(added('builder.Configuration.AddInMemoryCollection();', own)).toEqual([]);
  });
});

describe('a JSON file is known by its path', () => {
  const file = (argument: string) => `builder.Configuration.AddJsonFile(${argument});`;

  test.each<[string, string]>([
    ['"appsettings.json"', 'settings shared'],
    ['"./appsettings.json"', 'settings shared'],
    ['"config/../appsettings.json"', 'settings shared'],
    ['path: "appsettings.json"', 'settings shared'],
    ['optional: true, path: "appsettings.json"', 'settings shared'],
    ['"appsettings.Local.json", optional: true', 'local-file'],
    ['"appsettings.local.json"', 'custom appsettings.local.json'],
    ['"own.json"', 'custom own.json'],
    ['"../appsettings.json"', 'custom ../appsettings.json'],
    ['provider, "appsettings.json", true, true', 'custom'],
    ['provider: files, path: "appsettings.json", optional: true, reloadOnChange: true', 'custom'],
    ['files, path: "appsettings.json"', 'custom'],
    ['s => s.Path = "appsettings.json"', 'custom'],
    ['', 'custom'],
    ['args[0]', 'custom'],
    ['"/mnt/app-secrets/maskinporten-settings.json"', 'studio'],
    ['"/mnt/secrets/maskinporten-settings.json"', 'custom /mnt/secrets/maskinporten-settings.json'],
    ['"/altinn-appsettings-secret/altinn-appsettings-secret.json"', 'secret-file'],
    ['"/mnt/altinn-appsettings-secret/altinn-appsettings-secret.json"', 'secret-file'],
    [
      '"mnt/altinn-appsettings-secret/altinn-appsettings-secret.json"',
      'custom mnt/altinn-appsettings-secret/altinn-appsettings-secret.json',
    ],
    [
      '"/my-altinn-appsettings-secret/altinn-appsettings-secret.json"',
      'custom /my-altinn-appsettings-secret/altinn-appsettings-secret.json',
    ],
    [
      '"/altinn-appsettings-secret/altinn-appsettings-secret.json5"',
      'custom /altinn-appsettings-secret/altinn-appsettings-secret.json5',
    ],
    [
      '"/altinn-appsettings-secret/altinn-appsettings-secret-json"',
      'custom /altinn-appsettings-secret/altinn-appsettings-secret-json',
    ],
  ])('%s: %s', (argument, source) => {
    expect(added(file(argument))).toEqual([source]);
  });

  test.each([
    '$"appsettings.{builder.Environment.EnvironmentName}.json"',
    '$"./appsettings.{builder.Environment.EnvironmentName}.json", true',
    '$"appsettings.{ builder.Environment.EnvironmentName }.json"',
    '"appsettings." + builder.Environment.EnvironmentName + ".json"',
    '"./appsettings."+builder.Environment.EnvironmentName+".json"',
    '$"appsettings.{Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")}.json"',
    '$"appsettings.{System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Production"}.json"',
  ])('%s is that of the environment', (argument) => {
    expect(added(file(argument))).toEqual(['settings environment']);
  });

  test.each([
    '$"own.{builder.Environment.EnvironmentName}.json"',
    '$"config/appsettings.{builder.Environment.EnvironmentName}.json"',
    '$"appsettings.{builder.Environment.EnvironmentName}.json5"',
    '$"appsettings.{builder.Environment.EnvironmentName:x}.json"',
    '$"appsettings.{builder.Environment.EnvironmentNames}.json"',
    '$"appsettings.{builder.Environment.OwnEnvironmentName}.json"',
    '$"appsettings.{F(builder.Environment.EnvironmentName)}.json"',
    '$"appsettings.{EnvironmentName}.json"',
    '$"appsettings.{a}.{b}.json"',
    '"appsettings." + a + b + ".json"',
    '"appsettings" + builder.Environment.EnvironmentName + ".json"',
    '"appsettings." + builder.Environment.EnvironmentName + ".json" + x',
    '"x" + "appsettings." + builder.Environment.EnvironmentName + ".json"',
    '$"appsettings.{OwnEnvironment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")}.json"',
    '$"appsettings.{Environment.GetEnvironmentVariable("OWN_ENVIRONMENT")}.json"',
    '$"appsettings.{Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? "Local"}.json"',
    '$"appsettings.{Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT").ToLower()}.json"',
    '$"appsettings.{unknown}.json"',
  ])('%s may be any', (argument) => {
    expect(added(file(argument))).toEqual(['custom']);
  });

  test.each<[string, string]>([
    ['var name = builder.Environment.EnvironmentName;', 'settings environment'],
    ['var name = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT");', 'settings environment'],
    ['var name = builder.Environment.EnvironmentName; name = "x";', 'custom'],
    ['var name = Read();', 'custom'],
    ['string name;', 'custom'],
  ])('of an environment whose name is in a local: %s', (local, source) => {
    expect(added(`${local} ${file('$"appsettings.{name}.json"')}`)).toEqual([source]);
  });

  test('of an environment whose name is passed may be any', () => {
    const passed = `Add(args[0]); void Add(string name) { ${file('$"appsettings.{name}.json"')} }`;
    expect(added(passed)).toEqual(['custom']);
  });
});

describe('sources that are cleared', () => {
  const clear = 'builder.Configuration.Sources.Clear();';

  test.each<[string, string, readonly string[]]>([
    ['are gone', clear, []],
    ['are gone, and others come', `${clear} builder.Configuration.AddEnvironmentVariables();`, ['environment']],
    ['are perhaps gone under a condition', `if (args.Length > 0) ${clear}`, [...defaults, 'custom perhaps']],
    ['are perhaps gone later', `x.Use(() => ${clear.slice(0, -1)});`, [...defaults, 'custom somewhere']],
    ['stay when deployed', `if (builder.Environment.IsDevelopment()) ${clear}`, defaults],
    ['are gone when deployed', `if (!builder.Environment.IsDevelopment()) ${clear}`, []],
    ['stay where others are', 'builder.Services.Clear(); list.Clear(); builder.Configuration.Clear();', defaults],
    ['stay where only a list has such a name', 'builder.Configuration.SourcesOfOthers.Clear();', defaults],
  ])('%s', (_, statements, sources) => {
    expect(sourcesOf(statements)).toEqual(sources);
  });
});

describe('a key that is assigned', () => {
  const assign = (key: string) => `builder.Configuration["${key}"] = "x";`;

  test.each<[string, string, readonly string[]]>([
    ['holds itself', assign('Own:Key'), ['custom Own:Key']],
    [
      'by nearly the name of the default section',
      assign('MaskinportenSettings2:Key'),
      ['custom MaskinportenSettings2:Key'],
    ],
    ['of the default section may hold anything', assign('MaskinportenSettings:ClientId'), ['custom']],
    ['of the default section in another casing', assign('maskinportensettings:clientid'), ['custom']],
    ['that is the default section', assign('MaskinportenSettings'), ['custom']],
    ['that is computed', 'builder.Configuration[key] = "x";', ['custom']],
    ['in a section', 'builder.Configuration.GetSection("A")["B"] = "x";', ['custom A:B']],
    ['under a condition', `if (args.Length > 0) ${assign('A')}`, ['custom A perhaps']],
    ['when somebody says so', `x.Use(() => { ${assign('A')} });`, ['custom A somewhere']],
    ['for local runs', `if (builder.Environment.IsDevelopment()) ${assign('A')}`, []],
    ['when deployed', `if (!builder.Environment.IsDevelopment()) ${assign('A')}`, ['custom A']],
    ['twice', assign('A') + assign('B'), ['custom A', 'custom B']],
    ['that is read', 'x = builder.Configuration["A"];', []],
    ['that is compared', 'if (builder.Configuration["A"] == "x") { }', []],
    ['of something else', 'dictionary["A"] = "x";', []],
  ])('%s', (_, statements, sources) => {
    expect(added(statements)).toEqual(sources);
  });

  test('stands where it is assigned', () => {
    const vault = 'builder.AddAzureKeyVaultAsConfigProvider();';
    expect(added(assign('A') + vault + assign('B'))).toEqual(['custom A', 'vault', 'custom B']);
  });

  test('points at itself', () => {
    const program = `${create}\n${assign('A')}`;
    const project = projectWith({ 'Program.cs': program });
    const execution = executionOf(project, entryPointsOf(project.files));
    const order = readConfigurationOrder(execution, project, capabilitiesOf([]), () => null);
    const last = order.providers.at(-1);
    const start = program.indexOf('builder.Configuration');
    const at = { file: 'Program.cs', start, end: start + 'builder.Configuration["A"]'.length };
    expect(last?.at).toEqual(at);
    expect(last?.own).toEqual({
      file: 'Program.cs',
      environment: 'all',
      entries: [{ path: 'A', filled: true, plain: null, clientId: null, at }],
      keys: [],
    });
  });
});

describe('files of an app that looks for them elsewhere', () => {
  const moved = 'builder.Host.UseContentRoot("/srv");';

  test.each<[string, readonly string[]]>([
    ['builder.Configuration.AddJsonFile("appsettings.json");', ['custom']],
    ['builder.Configuration.AddJsonFile("appsettings.Local.json");', ['custom']],
    ['builder.Configuration.AddJsonFile("own.json");', ['custom']],
    ['builder.Configuration.AddJsonFile("/mnt/app-secrets/maskinporten-settings.json");', ['studio']],
    ['builder.Configuration.AddEnvironmentVariables();', ['environment']],
  ])('%s', (statement, sources) => {
    expect(added(`${statement} ${moved}`)).toEqual(sources);
  });

  test('are its own where only local runs do', () => {
    const local = `if (builder.Environment.IsDevelopment()) ${moved}`;
    expect(added(`${local} builder.Configuration.AddJsonFile("own.json");`)).toEqual(['custom own.json']);
  });
});

test('a source points at the name of what adds it', () => {
  const program = `${create}\nbuilder.Configuration.AddJsonFile("own.json");`;
  const project = projectWith({ 'Program.cs': program });
  const execution = executionOf(project, entryPointsOf(project.files));
  const { providers } = readConfigurationOrder(execution, project, capabilitiesOf([]), () => null);
  const start = program.indexOf('AddJsonFile');
  expect(providers.map(({ at }) => at)).toEqual([
    null,
    null,
    null,
    { file: 'Program.cs', start, end: start + 'AddJsonFile'.length },
  ]);
});

describe('the builder that the start-up makes', () => {
  test.each([
    ['WebApplication.CreateBuilder(args);', 'web-application'],
    ['WebApplication.CreateSlimBuilder(args);', 'web-application'],
    ['Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args);', 'web-application'],
    ['Host.CreateApplicationBuilder(args);', 'web-application'],
    ['Host.CreateDefaultBuilder(args);', 'host-builder'],
    ['Microsoft.Extensions.Hosting.Host.CreateDefaultBuilder(args);', 'host-builder'],
    ['WebHost.CreateDefaultBuilder(args);', 'host-builder'],
    ['WebApplication.CreateEmptyBuilder(args);', 'unknown'],
    ['WebApplication.CreateDefaultBuilder(args);', 'unknown'],
    ['WebHost.CreateApplicationBuilder(args);', 'unknown'],
    ['OwnHost.CreateDefaultBuilder(args);', 'unknown'],
    ['Hosts.CreateDefaultBuilder(args);', 'unknown'],
    ['Own.CreateBuilder(args);', 'unknown'],
    ['CreateBuilder(args);', 'unknown'],
    ['CreateDefaultBuilder(args);', 'unknown'],
    ['if (env.IsDevelopment()) WebApplication.CreateBuilder(args);', 'unknown'],
  ])('%s: %s', (program, kind) => {
    const project = projectWith({ 'Program.cs': program });
    const execution = executionOf(project, entryPointsOf(project.files));
    const { startUp, providers } = readConfigurationOrder(execution, project, capabilitiesOf([]), () => null);
    expect(startUp).toBe(kind);
    expect(providers).toHaveLength(kind === 'unknown' ? 0 : 3);
  });
});
