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
    ['by the logger of its class', typed, 'class User(ILogger<Client> log) { }'],
    ['in a comment', typed, '// class User(Client client) { }'],
  ])('not %s', (_, program, text) => {
    expect(uses(program, { 'User.cs': text })).toEqual([]);
  });
});
