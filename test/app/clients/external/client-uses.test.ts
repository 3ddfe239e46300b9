import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import type { Sources } from '../../startup/started.ts';
import { clientIn, textAt } from './facts.ts';

beforeAll(loadCSharp);

/** Where the client of a program is asked for. */
function uses(program: string, others: Sources): readonly string[] {
  return clientIn(program, { others }).calls.map((at) => `${at.file}: ${textAt(at, program, { others })}`);
}

const typed = 'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, Client>(s);';
const byInterface = 'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, IClient, Client>(s);';
const named = 'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>("dan", s);';

describe('a client is asked for', () => {
  test.each([
    ['by a constructor', typed, 'class User { public User(ILogger log, Client client) { } }', 'Client'],
    ['by a primary constructor', typed, 'class User(Client client) { }', 'Client'],
    ['by an action', typed, 'class User { public IActionResult Get([FromServices] Client client) => Ok(); }', 'Client'],
    ['by its interface', byInterface, 'class User(IClient client) { }', 'IClient'],
    ['by its name in full', typed, 'class User(My.App.Client client) { }', 'Client'],
    ['that may be null', typed, 'class User(Client? client) { }', 'Client'],
    ['in a lambda', typed, 'class User { void F() { app.MapGet("/", (Client client) => client.Get()); } }', 'Client'],
    [
      'of its kind',
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, Client<Order>>(s);',
      'class User(Client<Order> client) { }',
      'Client',
    ],
    [
      'when it is registered by its name in full',
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, My.App.Client>(s);',
      'class User(Client client) { }',
      'Client',
    ],
    [
      'perhaps, by a name when its own is computed',
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>(config["x"], s);',
      'class User { void F() { f.CreateClient("dan"); } }',
      'f.CreateClient("dan")',
    ],
    [
      'by name',
      named,
      'class User(IHttpClientFactory f) { void F() { f.CreateClient("dan"); } }',
      'f.CreateClient("dan")',
    ],
    [
      'by a constant name',
      named,
      'class User { const string Dan = "dan"; void F() { f.CreateClient(Dan); } }',
      'f.CreateClient(Dan)',
    ],
    [
      'perhaps by a computed name',
      named,
      'class User { void F() { f.CreateClient(config["x"]); } }',
      'f.CreateClient(config["x"])',
    ],
  ])('%s', (_, program, text, expected) => {
    expect(uses(program, { 'User.cs': text })).toEqual([`User.cs: ${expected}`]);
  });

  test.each([
    ['by the class that it is', typed, 'class Client { Client(Client other) { } }'],
    ['by another name', named, 'class User { void F() { f.CreateClient("other"); } }'],
    ['by its class, when it is registered by its interface', byInterface, 'class User(Client client) { }'],
    ['by a class of a longer name', typed, 'class User(ClientFactory client) { }'],
    ['by a list of it', typed, 'class User(IEnumerable<Client> all) { }'],
    ['by a field', typed, 'class User { private readonly Client client; }'],
    ['by what is made of it', typed, 'class User { object F() => new Client(null); }'],
    ['by a class in it', typed, 'class Client { class Inner(Client outer) { } }'],
    ['by a using', typed, 'using Alias = My.App.Client;'],
    ['by no name', named, 'class User { void F() { f.CreateClient(); } }'],
    ['by another function', named, 'class User { void F() { f.Create("dan"); } }'],
    ['by a name in another casing', named, 'class User { void F() { f.CreateClient("Dan"); } }'],
    ['where that is never built', named, '#if false\nclass User { void F() { f.CreateClient("dan"); } }\n#endif'],
    ['by the logger of its class', typed, 'class User(ILogger<Client> log) { }'],
    ['in a comment', typed, '// class User(Client client) { }'],
  ])('not %s', (_, program, text) => {
    expect(uses(program, { 'User.cs': text })).toEqual([]);
  });
});

test('a client is asked for once in a file of which builds differ', () => {
  const user = '#if DEBUG\nclass X { }\n#else\nclass Y { }\n#endif\nclass User { void F() { f.CreateClient("dan"); } }';
  expect(uses(named, { 'User.cs': user })).toEqual(['User.cs: f.CreateClient("dan")']);
});

test('a client is not asked for by what the program makes of it', () => {
  expect(uses(`${typed} var one = new Client(http);`, {})).toEqual([]);
});

test('a client is asked for in every place', () => {
  const users = {
    'A.cs': 'class A(Client client) { A(Client other, int x) { } }',
    'B.cs': 'class B(Client client) { }',
  };
  expect(uses(typed, users)).toEqual(['A.cs: Client', 'A.cs: Client', 'B.cs: Client']);
});

test('a client that fits no overload is asked for nowhere', () => {
  const unknown = 'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>();';
  expect(uses(unknown, { 'User.cs': 'class User(Client client) { void F() { f.CreateClient("dan"); } }' })).toEqual([]);
});
