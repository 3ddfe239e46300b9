import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import type { Sources } from '../../startup/started.ts';
import { externalClients } from './facts.ts';

beforeAll(loadCSharp);

/** The registrations of an app, each with its section. */
function registered(program: string, others: Sources = {}): readonly string[] {
  return externalClients(program, { others }).registrations.map(
    ({ kind, section }) => `${kind}: ${section ?? 'unknown'}`,
  );
}

const declared = { 'Paths.cs': 'static class Paths { public const string Mine = "mine"; }' };

describe('the section of a registration is read however it is written', () => {
  test.each([
    ['config.GetSection("A")', 'A'],
    ['config.GetSection("A:B")', 'A:B'],
    ['config.GetSection("A").GetSection("B")', 'A:B'],
    ['config.GetSection("A").GetSection("B").GetSection("C:D")', 'A:B:C:D'],
    ['config.GetRequiredSection("A")', 'A'],
    ['builder.Configuration.GetSection("A")', 'A'],
    ['config.GetSection(Paths.Mine)', 'mine'],
    ['config.GetSection($"{Paths.Mine}:M")', 'mine:M'],
    ['config.GetSection(nameof(MaskinportenSettings))', 'MaskinportenSettings'],
    ['config.GetSection(key: "A")', 'A'],
    ['config.GetSection("A").Get<MaskinportenSettings>()', 'A'],
    ['config.GetSection("A").Get<MaskinportenSettings>()!', 'A'],
    ['config.GetSection("A").Get<MaskinportenSettings>() ?? new()', 'A'],
    ['(config.GetSection("A"))', 'A'],
    ['config.GetSection("A").Get<MaskinportenSettings>() with { Scope = "a" }', 'A'],
    ['config?.GetSection("A")', 'A'],
    ['section', 'Local'],
    ['section.GetSection("B")', 'Local:B'],
    ['section.Get<MaskinportenSettings>()', 'Local'],
    ['config.GetSection(name)', 'unknown'],
    ['config.GetSection(config["x"])', 'unknown'],
    ['config.GetSection(config["x"]).GetSection("B")', 'unknown'],
    ['changing', 'unknown'],
    ['config', 'unknown'],
    ['new MaskinportenSettings()', 'unknown'],
    ['GetSettings()', 'unknown'],
    ['settings', 'unknown'],
  ])('%s', (expression, section) => {
    const locals =
      'var section = config.GetSection("Local"); var changing = config.GetSection("A"); changing = config.GetSection("B");';
    const program = `${locals} services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(${expression});`;
    expect(registered(program, declared)).toEqual([`external-http-client: ${section}`]);
  });
});

describe('a section that is passed on is followed', () => {
  const own = (parameter: string, use: string) => ({
    'Own.cs': `static class Own { public static void AddOwn(this IServiceCollection services, ${parameter}) { services.AddMaskinportenHttpClient<D, C>(${use}); } }`,
  });
  test.each([
    ['the configuration itself', 'services.AddOwn(config);', 'IConfiguration config', 'config.GetSection("A")', 'A'],
    ['a section', 'services.AddOwn(config.GetSection("A"));', 'IConfiguration config', 'config', 'A'],
    [
      'a section, deeper',
      'services.AddOwn(config.GetSection("A"));',
      'IConfiguration config',
      'config.GetSection("B")',
      'A:B',
    ],
    [
      'a section by name',
      'services.AddOwn(section: config.GetSection("A"));',
      'IConfigurationSection section',
      'section',
      'A',
    ],
    [
      'a section to a static call',
      'Own.AddOwn(services, config.GetSection("A"));',
      'IConfigurationSection section',
      'section',
      'A',
    ],
    [
      'the same section twice',
      'services.AddOwn(config.GetSection("A")); services.AddOwn(config.GetSection("A"));',
      'IConfiguration config',
      'config',
      'A',
    ],
    [
      'different sections',
      'services.AddOwn(config.GetSection("A")); services.AddOwn(config.GetSection("B"));',
      'IConfiguration config',
      'config',
      'unknown',
    ],
    ['a section that no call shows', '', 'IConfigurationSection section', 'section.GetSection("B")', 'unknown'],
    ['the configuration that no call shows', '', 'IConfiguration config', 'config.GetSection("B")', 'B'],
  ])('%s', (_, program, parameter, use, section) => {
    expect(registered(program, own(parameter, use))).toEqual([`external-http-client: ${section}`]);
  });
});

test('functions that pass a section around among each other come to an end', () => {
  const names = Array.from({ length: 30 }, (_, index) => `F${index}`);
  const calls = names.map((name) => `${name}(section);`).join(' ');
  const register = 'services.AddMaskinportenHttpClient<D, C>(section);';
  const functions = names.map((name) => `void ${name}(IConfiguration section) { ${calls} ${register} }`);
  expect(registered(`F0(config);\n${functions.join('\n')}`)).toEqual(names.map(() => 'external-http-client: unknown'));
});

describe('each kind of registration is known', () => {
  test.each([
    ['typed', 'services.AddMaskinportenHttpClient<D, C>(config.GetSection("A"));', 'external-http-client: A'],
    [
      'typed by interface',
      'services.AddMaskinportenHttpClient<D, I, C>(config.GetSection("A"));',
      'external-http-client: A',
    ],
    ['named', 'services.AddMaskinportenHttpClient<D>("name", config.GetSection("A"));', 'external-http-client: A'],
    [
      'named, the other way round',
      'services.AddMaskinportenHttpClient<D>(config.GetSection("A"), "name");',
      'external-http-client: A',
    ],
    [
      'with a delegate',
      'services.AddMaskinportenHttpClient<D, C>(config.GetSection("A"), d => { d.ClientSettings.Scope = "a"; });',
      'external-http-client: A',
    ],
    [
      'with names',
      'services.AddMaskinportenHttpClient<D, C>(configureClientDefinition: d => { }, config: config.GetSection("A"));',
      'external-http-client: A',
    ],
    [
      'statically',
      'Extensions.AddMaskinportenHttpClient<D, C>(services, config.GetSection("A"));',
      'external-http-client: A',
    ],
    [
      'a definition',
      'services.RegisterMaskinportenClientDefinition<D>("key", config.GetSection("A"));',
      'external-handler: A',
    ],
    [
      'a definition of 4.0',
      'services.RegisterMaskinportenHttpClient<D>("key", config.GetSection("A"));',
      'external-handler: A',
    ],
    [
      'a definition by index',
      'services.RegisterMaskinportenClientDefinition<D>("key", config["A"]);',
      'external-handler: unknown',
    ],
  ])('%s', (_, program, registration) => {
    expect(registered(program)).toEqual([registration]);
  });

  test('in the order of the files and of their text', () => {
    const register = (section: string) => `services.AddMaskinportenHttpClient<D, C>(config.GetSection("${section}"));`;
    expect(
      registered(`${register('A')} ${register('B')}`, { 'Own.cs': `class Own { void F() { ${register('C')} } }` }),
    ).toEqual(['external-http-client: A', 'external-http-client: B', 'external-http-client: C']);
  });
});

describe('look-alikes are left alone', () => {
  test.each([
    ['another package’s, without type arguments', 'services.AddMaskinportenHttpClient(clientName: "a", scopes: s);'],
    ['one without anything', 'services.AddMaskinportenHttpClient();'],
    ['a comment', '// services.AddMaskinportenHttpClient<D, C>(config.GetSection("A"));'],
    ['a string', 'log("services.AddMaskinportenHttpClient<D, C>(s)");'],
    [
      'the app’s own of the same name',
      'services.AddMaskinportenHttpClient<C, D>("A"); static class Own { public static void AddMaskinportenHttpClient<C, D>(this IServiceCollection s, string section) { } }',
    ],
    ['AddMaskinportenAuthentication', 'services.AddMaskinportenAuthentication<D>(config.GetSection("Maskinporten"));'],
  ])('%s', (_, program) => {
    expect(registered(program)).toEqual([]);
  });

  test('but the package’s is found inside one of the app’s own', () => {
    const own =
      'static class Own { public static void AddMaskinportenHttpClient<C>(this IServiceCollection s) { s.AddMaskinportenHttpClient<D, C>(config.GetSection("A")); } }';
    expect(registered(`services.AddMaskinportenHttpClient<C>(); ${own}`)).toEqual(['external-http-client: A']);
  });
});
