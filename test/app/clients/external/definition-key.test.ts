import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import type { Sources } from '../../startup/started.ts';
import { externalClients } from './facts.ts';

beforeAll(loadCSharp);

/** The handlers of a program, each with the sections of the definitions that have its key. */
function matched(program: string, others: Sources = {}): readonly string[] {
  return externalClients(program, { others }).handlers.map(({ key, definitions }) => {
    const asked = key.kind === 'known' ? key.value : `unknown (${key.because.code})`;
    return [asked, ...definitions.map(({ section }) => section ?? 'unknown')].join(' → ');
  });
}

const define = (key: string, section = 'A') =>
  `services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>(${key}, config.GetSection("${section}"));`;
const attach = (key: string) =>
  `services.AddHttpClient("x").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>(${key}, d => { });`;

const others = {
  'Keys.cs': 'namespace My.App; public static class Keys { public const string Dan = "dan"; }',
  'DanClient.cs': 'namespace My.App.Clients { public class DanClient { } }',
};

describe('a handler finds its definition however the key is written', () => {
  test.each([
    ['a literal', '"dan"', '"dan"', 'dan'],
    ['a constant of another file', 'Keys.Dan', 'Keys.Dan', 'dan'],
    ['a constant and a literal', 'Keys.Dan', '"dan"', 'dan'],
    ['a constant by its full name', 'My.App.Keys.Dan', 'Keys.Dan', 'dan'],
    ['nameof', 'nameof(DanClient)', 'nameof(DanClient)', 'DanClient'],
    ['nameof and a literal', 'nameof(DanClient)', '"DanClient"', 'DanClient'],
    ['text with a constant in it', '$"{Keys.Dan}-client"', '"dan-client"', 'dan-client'],
    ['a type’s full name', 'typeof(DanClient).FullName', 'typeof(DanClient).FullName', 'My.App.Clients.DanClient'],
    [
      'the same, said not to be null',
      'typeof(DanClient).FullName!',
      'typeof(DanClient).FullName',
      'My.App.Clients.DanClient',
    ],
    [
      'the same, with something instead',
      'typeof(DanClient).FullName ?? ""',
      'typeof(DanClient).FullName',
      'My.App.Clients.DanClient',
    ],
    [
      'the same in parentheses',
      '(typeof(DanClient).FullName)',
      'typeof(DanClient).FullName',
      'My.App.Clients.DanClient',
    ],
    [
      'a full name, written out',
      'typeof(My.App.Clients.DanClient).FullName',
      'typeof(DanClient).FullName',
      'My.App.Clients.DanClient',
    ],
    [
      'a full name and a literal',
      'typeof(DanClient).FullName',
      '"My.App.Clients.DanClient"',
      'My.App.Clients.DanClient',
    ],
    [
      'the package’s own way of naming a key',
      'MaskinportenClientDefinitionHelper.GetClientDefinitionKey<DanClient>()',
      'typeof(DanClient).FullName',
      'My.App.Clients.DanClient',
    ],
    [
      'a full name of a type that nothing declares',
      'typeof(Lib.Client).FullName',
      'typeof(Lib.Client).FullName',
      'Lib.Client',
    ],
    ...[
      'typeof(Client).FullName!',
      '(typeof(Client).FullName)',
      'typeof(Client).FullName ?? ""',
      'MaskinportenClientDefinitionHelper.GetClientDefinitionKey<Client>()',
      '(MaskinportenClientDefinitionHelper.GetClientDefinitionKey<Client>() ?? "")!',
    ].map((written): [string, string, string, string] => [
      `that of a type which nothing declares, written ${written}`,
      written,
      'typeof(Client).FullName',
      'Client',
    ]),
  ])('%s', (_, defined, asked, key) => {
    expect(matched(define(defined) + attach(asked), others)).toEqual([`${key} → A`]);
  });

  test('through locals', () => {
    const locals = 'const string dan = "dan"; var type = typeof(DanClient).FullName!;';
    expect(matched(locals + define('dan') + attach('"dan"') + define('type', 'B') + attach('type'), others)).toEqual([
      'dan → A',
      'My.App.Clients.DanClient → B',
    ]);
  });

  test('through a local with the name of a type that nothing declares', () => {
    const local = 'var type = typeof(Client).FullName!;';
    expect(matched(local + define('typeof(Client).FullName') + attach('type'))).toEqual(['Client → A']);
  });

  test('by a type argument in place of a key', () => {
    const handler =
      'services.AddHttpClient<DanClient>().AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition, DanClient>(d => { });';
    expect(matched(define('typeof(DanClient).FullName') + handler, others)).toEqual(['My.App.Clients.DanClient → A']);
  });

  test('of a client that registers its definition by itself', () => {
    const client =
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, DanClient>(config.GetSection("A"));';
    const handler =
      'services.AddHttpClient("x").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition, DanClient>();';
    expect(matched(client + handler, others)).toEqual(['My.App.Clients.DanClient → A']);
  });

  test('in another file, whichever comes first', () => {
    const own = `static class Own { static void Add(IServiceCollection services, IConfiguration config) { ${define('Keys.Dan')} } }`;
    expect(matched(attach('"dan"'), { ...others, 'Own.cs': own })).toEqual(['dan → A']);
    const handler = `static class Own { static void Add(IServiceCollection services) { ${attach('Keys.Dan')} } }`;
    expect(matched(define('"dan"'), { ...others, 'Own.cs': handler })).toEqual(['dan → A']);
  });
});

describe('a handler without its definition', () => {
  test.each([
    ['whose key is registered nowhere', define('"a"') + attach('"b"'), ['b']],
    ['whose key has another casing', define('"Dan"') + attach('"dan"'), ['dan']],
    ['whose key the app reads when it runs', define('"a"') + attach('config["x"]'), ['unknown (computed)']],
    ['whose key nothing declares', define('"a"') + attach('Elsewhere.Key'), ['unknown (undeclared)']],
    [
      'whose key a caller passes',
      `${define('"a"')} void F<T>() { ${attach('typeof(T).FullName')} }`,
      ['unknown (parameter)'],
    ],
    [
      'whose key adds something to a type’s full name',
      define('typeof(Client).FullName + "-v2"') + attach('typeof(Client).FullName'),
      ['Client'],
    ],
    [
      'whose key is some other name of the type',
      define('typeof(Client).FullName') + attach('typeof(Client).AssemblyQualifiedName'),
      ['unknown (computed)'],
    ],
    [
      'whose key another function makes of a type',
      define('typeof(Client).FullName') + attach('Keys.Of<Client>()'),
      ['unknown (computed)'],
    ],
    [
      'whose key is a local that is given another',
      `${define('typeof(Client).FullName')} var key = typeof(Client).FullName; if (x) key = "other"; ${attach('key')}`,
      ['unknown (reassigned)'],
    ],
    [
      'whose key the length of a type’s name decides',
      define('typeof(Client).FullName') + attach('typeof(Client).FullName.ToLower()'),
      ['unknown (computed)'],
    ],
  ])('%s', (_, program, expected) => {
    expect(matched(program)).toEqual(expected);
  });

  test.each([
    ['typeof(Client).FullName', attach('typeof(Client).FullName')],
    [
      'a type argument',
      'services.AddHttpClient<Client>().AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition, Client>();',
    ],
  ])('of a class of the same name in another namespace, by %s', (_, handler) => {
    const inNamespace = (name: string, body: string) =>
      `namespace ${name}; class Client { } static class Setup { static void F() { ${body} } }`;
    const definition = define('typeof(Client).FullName');
    expect(
      matched('', { 'One.cs': inNamespace('One', definition + handler), 'Two.cs': inNamespace('Two', handler) }),
    ).toEqual(['One.Client → A', 'Two.Client']);
  });

  test('of a class that several namespaces may mean', () => {
    const declared = { 'Types.cs': 'namespace One { class Client { } } namespace Two { class Client { } }' };
    const usings = 'using One; using Two; ';
    expect(matched(`${usings}${define('"One.Client"')} ${attach('typeof(Client).FullName')}`, declared)).toEqual([
      'unknown (ambiguous)',
    ]);
  });
});

test('all registrations of a key are its definitions, in the order of the text', () => {
  expect(matched(define('"a"', 'First') + define('"a"', 'Second') + attach('"a"'))).toEqual(['a → First → Second']);
});

test.each([
  ['of itself', 'var key = key!;'],
  ['of each other', 'var key = other!; var other = key!;'],
])('locals that are made %s, as in code that is being written, are not followed', (_, locals) => {
  expect(matched(`${locals} ${define('"a"')} ${attach('key')}`)).toEqual([expect.stringMatching(/^unknown/)]);
});

test('one definition serves several handlers', () => {
  expect(matched(define('"a"') + attach('"a"') + attach('"a"'))).toEqual(['a → A', 'a → A']);
});
