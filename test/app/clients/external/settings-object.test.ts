import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { externalClients, registrationIn, textAt } from './facts.ts';

beforeAll(loadCSharp);

const register = (settings: string) =>
  `services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(${settings});`;

/** The declaration of the object that a registration is given. */
function object(program: string): string | null {
  const { settingsObject } = registrationIn(program);
  return settingsObject && textAt(settingsObject, program);
}

describe('a registration is given an object that others may be given too', () => {
  const made = 'var settings = new MaskinportenSettings();';
  const read = 'var settings = config.GetSection("A").Get<MaskinportenSettings>();';
  test.each([
    ['a new one', made, 'settings', 'settings = new MaskinportenSettings()'],
    ['a new one of the type that is said', 'MaskinportenSettings settings = new();', 'settings', 'settings = new()'],
    ['one that is read', read, 'settings', 'settings = config.GetSection("A").Get<MaskinportenSettings>()'],
    [
      'one that is read or made',
      'var settings = config.GetSection("A").Get<MaskinportenSettings>() ?? new MaskinportenSettings();',
      'settings',
      'settings = config.GetSection("A").Get<MaskinportenSettings>() ?? new MaskinportenSettings()',
    ],
    [
      'one that is read and said to be there',
      'var settings = config.GetSection("A").Get<MaskinportenSettings>()!;',
      'settings',
      'settings = config.GetSection("A").Get<MaskinportenSettings>()!',
    ],
    ['a copy', `${made} var own = settings with { Scope = "a" };`, 'own', 'own = settings with { Scope = "a" }'],
    ['the same through another local', `${made} var same = settings;`, 'same', 'settings = new MaskinportenSettings()'],
    ['in parentheses', made, '(settings)', 'settings = new MaskinportenSettings()'],
    ['said not to be null', made, 'settings!', 'settings = new MaskinportenSettings()'],
    ['cast', made, '(IMaskinportenSettings)settings', 'settings = new MaskinportenSettings()'],
    ['as its interface', made, 'settings as IMaskinportenSettings', 'settings = new MaskinportenSettings()'],
    ['with something instead', made, 'settings ?? other', 'settings = new MaskinportenSettings()'],
    ['in a block around', `${made} if (x) {`, 'settings', 'settings = new MaskinportenSettings()'],
  ])('%s', (_, before, settings, expected) => {
    expect(object(`${before} ${register(settings)}${before.endsWith('{') ? ' }' : ''}`)).toBe(expected);
  });

  test.each([
    ['a section', '', 'config.GetSection("A")'],
    ['a section in a local', 'var section = config.GetSection("A");', 'section'],
    ['an object of its own', '', 'new MaskinportenSettings()'],
    ['an object that it reads itself', '', 'config.GetSection("A").Get<MaskinportenSettings>()'],
    ['a copy of its own', made, 'settings with { Scope = "a" }'],
    ['one that is given another value', `${made} settings = Other();`, 'settings'],
    ['one that gets its value later', 'MaskinportenSettings settings; settings = Make();', 'settings'],
    ['one that a function makes', 'var settings = Make();', 'settings'],
    ['a field', '', 'this.settings'],
    ['what nothing declares', '', 'settings'],
    ['what is made of itself', 'var settings = settings;', 'settings'],
    ['what is made of each other', 'var a = b; var b = a;', 'b'],
  ])('not: %s', (_, before, settings) => {
    expect(object(`${before} ${register(settings)}`)).toBeNull();
  });

  test('not a parameter', () => {
    expect(object(`void Add(MaskinportenSettings settings) { ${register('settings')} }`)).toBeNull();
  });

  test('no object where a call has no settings', () => {
    expect(registrationIn('services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>();').settingsObject).toBe(
      null,
    );
  });
});

describe('locals that hold settings of a registration', () => {
  const names = (program: string) => [...new Set(registrationIn(program).settingsNames)].sort();
  test.each<[string, string, readonly string[]]>([
    ['an object', `var settings = new MaskinportenSettings(); ${register('settings')}`, ['settings']],
    ['a section', `var section = config.GetSection("A"); ${register('section')}`, ['section']],
    [
      'an object from a section',
      `var section = config.GetSection("A"); ${register('section.Get<Settings>()')}`,
      ['section'],
    ],
    ['the path of a section', `var path = "A"; ${register('config.GetSection(path)')}`, ['path']],
    ['a copy with a scope', `var s = Read(); var scope = "a"; ${register('s with { Scope = scope }')}`, ['s', 'scope']],
    ['a parameter', `void Add(MaskinportenSettings settings) { ${register('settings')} }`, ['settings']],
    ['a parameter of a section', `void Add(IConfigurationSection s) { ${register('s')} }`, ['s']],
    ['a value beside it', `var id = config["A:ClientId"]; ${register('s')}`, ['id']],
    ['a key beside it', `var key = config["A:EncodedJwk"]; ${register('s')}`, ['key']],
    ['the key of the built-in client beside it', `var key = config["A:JwkBase64"]; ${register('s')}`, ['key']],
    ['a value beside it in another casing', `var id = config["a:clientid"]; ${register('s')}`, ['id']],
    ['whether there is one', `var isThere = config.GetSection("Maskinporten").Exists(); ${register('s')}`, ['isThere']],
    [
      'a value in the function around',
      `void Add() { var id = config["A:ClientId"]; if (id != null) { ${register('s')} } }`,
      ['id'],
    ],
  ])('%s', (_, program, expected) => {
    expect(names(program)).toEqual(expected);
  });

  test.each([
    ['the configuration', `void Add(IConfiguration config) { ${register('config.GetSection("A")')} }`],
    ['the configuration, perhaps', `void Add(IConfiguration? config) { ${register('config.GetSection("A")')} }`],
    ['its root', `void Add(IConfigurationRoot config) { ${register('config.GetSection("A")')} }`],
    ['its manager', `void Add(ConfigurationManager config) { ${register('config.GetSection("A")')} }`],
    ['nothing that is declared', register('config.GetSection("A")')],
    ['a value of something else', `var id = config["A:Name"]; ${register('s')}`],
    ['a value that comes after', `${register('s')} var id = config["A:ClientId"];`],
    ['a value without a beginning', `string clientId; ${register('s')}`],
    ['a value of another function', `void F() { var id = config["A:ClientId"]; } void G() { ${register('s')} }`],
  ])('are not %s', (_, program) => {
    expect(names(program)).toEqual([]);
  });
});

describe('what a statement of its own is written with', () => {
  test.each([
    ['a local', `services.${register('s').slice('services.'.length)}`, 'services'],
    ['a property', register('s').replace('services', 'builder.Services'), 'builder.Services'],
    ['nothing, behind another call', register('s').replace('services', 'services.AddMemoryCache()'), null],
    ['nothing, of a call that is imported', register('s').replace('services.', '').replace('(s)', '(Get(), s)'), null],
    ['an argument', register('s').replace('services.', '').replace('(s)', '(builder.Services, s)'), 'builder.Services'],
    ['nothing, where there is nothing', 'AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>();', null],
  ])('%s', (_, program, expected) => {
    expect(registrationIn(program).services).toBe(expected);
  });

  test('a registration is told as it is written, from its name on', () => {
    const program = `services?.AddHttpContextAccessor(); services\n  .AddMaskinportenHttpClient<D, C>(\n    s);`;
    const { expression, method, at, call } = registrationIn(program);
    expect({ expression, method }).toEqual({
      expression: 'AddMaskinportenHttpClient<D, C>(\n    s)',
      method: 'AddMaskinportenHttpClient',
    });
    expect([textAt(at, program), textAt(call, program)]).toEqual([
      'AddMaskinportenHttpClient',
      'services\n  .AddMaskinportenHttpClient<D, C>(\n    s)',
    ]);
  });

  test.each([
    ['the local function', `void Add() { if (x) { ${register('s')} } }`, /^void Add\(\)/],
    ['the file', `A(); ${register('s')}`, /^using [^;]+;\s*A\(\)/],
  ])('it stands in %s', (_, program, expected) => {
    expect(textAt(registrationIn(program).function, program)).toMatch(expected);
  });
});

test('each registration has an id of its own, which stays when others come before it', () => {
  const one = register('config.GetSection("A")');
  const other = register('config.GetSection("B")');
  const ids = (program: string) => externalClients(program).registrations.map(({ id }) => id);
  const [idOfA, idOfB, again] = ids(`${one} ${other} ${one}`);
  expect(new Set([idOfA, idOfB, again]).size).toBe(3);
  expect(ids(`${other} ${one}`)).toEqual([idOfB, idOfA]);
});

test('handlers have ids of their own, by their key', () => {
  const handler = (key: string) => `http.AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>(${key});`;
  const ids = (program: string) => externalClients(program).handlers.map(({ id }) => id);
  const [idOfA, idOfB, unknown] = ids(`${handler('"a"')} ${handler('"b"')} ${handler('config["x"]')}`);
  expect(new Set([idOfA, idOfB, unknown]).size).toBe(3);
  expect(ids(`${handler('"b"')} ${handler('"a"')}`)).toEqual([idOfB, idOfA]);
});
