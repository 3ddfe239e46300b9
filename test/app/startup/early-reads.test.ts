import { beforeAll, describe, expect, test } from 'vitest';
import type { ExternalBinding } from '../../../src/app/packages/external-binding.ts';
import { readEarlyReads } from '../../../src/app/startup/early-reads.ts';
import { entryPointsOf, executionOf } from '../../../src/app/startup/execution.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith, type Sources } from './started.ts';

beforeAll(loadCSharp);

/** What the start-up reads, in order: how, what, and the text that is pointed at. */
function reads(program: string, binding: ExternalBinding = 'late', others: Sources = {}): readonly string[] {
  const project = projectWith({ 'Program.cs': program, ...others });
  const execution = executionOf(project, entryPointsOf(project.files));
  return readEarlyReads(execution, project, binding).map(({ how, path, at }) => {
    return `${how} ${path} at ${project.file(at.file)?.text.slice(at.start, at.end)}`;
  });
}

describe('a section is read into an object', () => {
  test.each([
    ['config.GetSection("A").Get<Settings>();', ['bound A at Get']],
    ['config.GetSection("A").Get(typeof(Settings));', ['bound A at Get']],
    ['config.GetRequiredSection("A").GetSection("B").Get<Settings>();', ['bound A:B at Get']],
    ['config.Get<Settings>();', ['bound null at Get']],
    ['builder.Configuration.Get<Settings>();', ['bound null at Get']],
    ['config.GetSection(name).Get<Settings>();', ['bound null at Get']],
    ['config.GetSection("A").Get("key");', []],
    ['config.GetSection("A").Get();', []],
    ['cache.Get<Settings>();', []],
    ['config.GetSection("A").Bind(settings);', ['bound A at Bind']],
    ['config.Bind("A:B", settings);', ['bound A:B at Bind']],
    ['config.GetSection("A").Bind("B", settings);', ['bound A:B at Bind']],
    ['config.Bind(key, settings);', ['bound null at Bind']],
    ['ConfigurationBinder.Bind(config.GetSection("A"), settings);', ['bound A at Bind']],
    ['ConfigurationBinder.Bind(other, settings);', []],
    ['ConfigurationBinder.Bind();', []],
    ['other.Bind("A", settings);', []],
    ['other.Bind(settings);', []],
  ])('%s', (program, expected) => {
    expect(reads(program)).toEqual(expected);
  });
});

describe('a configuration is known', () => {
  test.each([
    ['IConfiguration', true],
    ['IConfiguration?', true],
    ['IConfigurationRoot', true],
    ['IConfigurationSection', true],
    ['ConfigurationManager', true],
    ['ConfigurationRoot', true],
    ['OwnConfiguration', false],
    ['IConfigurations', false],
    ['ConfigurationSections', false],
    ['IMemoryCache', false],
  ])('by the type of a parameter, %s: %s', (type, isKnown) => {
    const program = `class Program { static void Main(${type} config) { config.Get<Settings>(); } }`;
    expect(reads(program)).toEqual(isKnown ? ['bound null at Get'] : []);
  });

  test.each([
    ['config.Get<S>();', true],
    ['appConfig.Get<S>();', true],
    ['Configuration.Get<S>();', true],
    ['builder.Configuration.Get<S>();', true],
    ['this._config.Get<S>();', true],
    ['builder.ConfigurationSource.Get<S>();', false],
    ['builder.Services.Get<S>();', false],
    ['cache.Get<S>();', false],
    ['var c = builder.Configuration; c.Get<S>();', true],
    ['var c = builder.Configuration.GetSection("A"); c.Get<S>();', true],
    ['var c = Make(); c.Get<S>();', false],
    ['var config = Make(); config.Get<S>();', false],
    ['IConfiguration c; c.Get<S>();', false],
    ['var c = config.GetSection("A").Get<S>(); c.Get<T>();', true],
    ['x.Use(config => 1); config.Get<S>();', true],
    ['foreach (var config in all) config.Get<S>();', false],
  ])('by its name or where it is from, %s: %s', (program, isKnown) => {
    expect(reads(program).length > 0).toBe(isKnown);
  });
});

describe('a value is read', () => {
  test.each([
    ['config.GetValue<string>("A:B");', ['value A:B at GetValue']],
    ['config.GetSection("A").GetValue<string>("B");', ['value A:B at GetValue']],
    ['config.GetValue<string>(key);', ['value null at GetValue']],
    ['config.GetValue<string>();', ['value null at GetValue']],
    ['other.GetValue<string>("A");', []],
    ['config.GetConnectionString("Db");', ['value ConnectionStrings:Db at GetConnectionString']],
    ['config.GetConnectionString(key);', ['value null at GetConnectionString']],
    ['config.GetSection("A").Exists();', ['value A at Exists']],
    ['config.GetSection("A").GetChildren();', ['value A at GetChildren']],
    ['config.AsEnumerable();', ['value null at AsEnumerable']],
    ['file.Exists();', []],
    ['var v = config.GetSection("A:B").Value;', ['value A:B at GetSection']],
    ['var v = config.GetRequiredSection("A:B").Value;', ['value A:B at GetRequiredSection']],
    ['var v = config.GetSection("A:B").Path;', []],
    ['var v = config.GetSection("A:B");', []],
    ['var v = config["A:B"];', ['value A:B at config["A:B"]']],
    ['var v = config.GetSection("A")["B"];', ['value A:B at config.GetSection("A")["B"]']],
    ['var v = config[key];', ['value null at config[key]']],
    ['var v = list["A"];', []],
    ['config["A"] = "b";', []],
    ['x = config["A"];', ['value A at config["A"]']],
    ['config["A"] += "b";', []],
    ['config["A"] == "b" ? 1 : 2;', ['value A at config["A"]']],
  ])('%s', (program, expected) => {
    expect(reads(program)).toEqual(expected);
  });

  test('before the call that it is an argument of, and in the order of the program', () => {
    expect(
      reads('Own.Use(config.GetSection("A"), config["B"]); config.GetSection("C").Bind(x); var d = config["D"];'),
    ).toEqual(['value B at config["B"]', 'passed A at Use', 'bound C at Bind', 'value D at config["D"]']);
  });
});

describe('what is given the configuration may read it', () => {
  test.each([
    ['Own.Use(config);', ['passed null at Use']],
    ['services.AddOwn(1, config.GetSection("A"));', ['passed A at AddOwn']],
    ['services.AddOwn(settings);', []],
    ['new Own(config.GetSection("A"));', ['passed A at new Own(config.GetSection("A"))']],
    ['new Own(settings, config);', ['passed null at new Own(settings, config)']],
    ['new Own { A = 1 };', []],
    ['new Own(settings);', []],
    ['Own own = new(config);', ['passed null at new(config)']],
  ])('%s', (program, expected) => {
    expect(reads(program)).toEqual(expected);
  });

  test.each([
    'services.Configure<Settings>(config.GetSection("A"));',
    'services.PostConfigure<Settings>(config.GetSection("A"));',
    'services.ConfigureMaskinportenClient(config.GetSection("A"));',
    'services.AddAltinnAppServices(config, env);',
    'services.AddAltinnAppControllersWithViews(config);',
    'builder.AddMaskinportenHttpMessageHandler<D>(config);',
    'services.AddSingleton(config);',
    'services.TryAddSingleton(config);',
    'services.AddOptions(config);',
    'services.AddFeatureManagement(config);',
    'builder.AddConfiguration(config);',
    'text.IsNullOrEmpty(config.GetSection("A"));',
    'text.IsNullOrWhiteSpace(config.GetSection("A"));',
  ])('unless it keeps it for later: %s', (program) => {
    expect(reads(program)).toEqual([]);
  });

  test('unless it is a function of the app’s own, in which the reading is seen', () => {
    const own = 'void Use(IConfiguration given) { given.GetSection("A").Bind(settings); }';
    expect(reads(`Use(config); ${own}`)).toEqual(['bound A at Bind']);
  });

  test('also one of another class', () => {
    const own = {
      'Own.cs': 'static class Own { public static void Use(IConfiguration given) { given.GetSection("A").Bind(s); } }',
    };
    expect(reads('Own.Use(config);', 'late', own)).toEqual(['bound A at Bind']);
  });

  test('unless the reading is left to a lambda', () => {
    expect(
      reads('services.AddOwn(o => { config.GetSection("A").Bind(o); o.X = config["B"]; o.Y = new Own(config); });'),
    ).toEqual([]);
  });
});

describe('a registration of the external package', () => {
  const calls = [
    'services.AddMaskinportenHttpClient<D, C>(config.GetSection("A"));',
    'services.AddMaskinportenHttpClient<D>("name", config.GetSection("A"));',
    'services.RegisterMaskinportenClientDefinition<D>("key", config.GetSection("A"));',
    'services.RegisterMaskinportenHttpClient<D>("key", config.GetSection("A"));',
    'MaskinportenExtensions.AddMaskinportenHttpClient<D>(services, config.GetSection("A"));',
  ];

  test.each(calls)('reads at once where it binds at registration: %s', (program) => {
    const name = /(Add|Register)Maskinporten\w+/.exec(program)?.[0];
    expect(reads(program, 'late')).toEqual([]);
    expect(reads(program, 'at-registration')).toEqual([`registration A at ${name}`]);
    expect(reads(program, 'unknown')).toEqual([`passed A at ${name}`]);
  });

  test('that is given an object reads nothing', () => {
    expect(reads('services.AddMaskinportenHttpClient<D, C>(settings);', 'at-registration')).toEqual([]);
  });
});

test('a read has the conditions under which it runs', () => {
  const project = projectWith({
    'Program.cs': 'if (flag) { config.GetSection("A").Bind(x); var y = config["B"]; new Own(config); }',
  });
  const execution = executionOf(project, entryPointsOf(project.files));
  const found = readEarlyReads(execution, project, 'late');
  expect(found.map(({ conditions }) => conditions.map(({ text }) => text))).toEqual([['flag'], ['flag'], ['flag']]);
});
