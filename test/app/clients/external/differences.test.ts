import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import type { Sources } from '../../startup/started.ts';
import { externalClients } from './facts.ts';

beforeAll(loadCSharp);

/** What each call of the package has beside it that the built-in client would treat otherwise, and where. */
function differences(program: string, others: Sources = {}): readonly (readonly string[])[] {
  const { registrations, handlers } = externalClients(program, { others });
  const clients = registrations.flatMap((one) => (one.kind === 'external-http-client' ? [one] : []));
  return [...clients, ...handlers].map((one) => one.differences.map(({ code, at }) => `${code} in ${at.file}`));
}

const typed = 'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, DanClient>(config.GetSection("A"))';
const named = 'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>("dan", config.GetSection("A"))';
const header = 'http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);';
const clientWith = (body: string, bases = '') => ({
  'DanClient.cs': `class DanClient${bases} { private readonly HttpClient http; async Task Get(string token) { ${body} } }`,
});

describe('a typed client that sets the header itself', () => {
  test.each([
    ['by assigning it', header],
    ['on a request', 'request.Headers.Authorization = new("Bearer", token);'],
    ['by adding it', 'http.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");'],
    ['by adding it in another casing', 'request.Headers.Add("authorization", token);'],
    ['without validation', 'request.Headers.TryAddWithoutValidation("Authorization", token);'],
    ['by the framework’s constant', 'request.Headers.Add(HeaderNames.Authorization, token);'],
    [
      'by the framework’s constant in full',
      'request.Headers.Add(Microsoft.Net.Http.Headers.HeaderNames.Authorization, token);',
    ],
    ['by its own constant', 'request.Headers.Add(Name, token); } const string Name = "Authorization"; void X() {'],
    ['by an extension', 'http.SetBearerToken(token);'],
    [
      'in an initializer',
      'var request = new HttpRequestMessage { Headers = { Authorization = new("Bearer", token) } };',
    ],
    ['by an indexer', 'headers["Authorization"] = token;'],
  ])('%s', (_, body) => {
    expect(differences(`${typed};`, clientWith(body))).toEqual([['sets-authorization in DanClient.cs']]);
  });

  test.each([
    ['another header', 'http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", key);'],
    ['the header that it takes away', 'http.DefaultRequestHeaders.Remove("Authorization");'],
    ['the header that it reads', 'Log(request.Headers.Authorization);'],
    ['the header in a comment', '// request.Headers.Authorization = token;'],
    ['nothing', 'await http.GetAsync("/");'],
  ])('but not %s', (_, body) => {
    expect(differences(`${typed};`, clientWith(body))).toEqual([[]]);
  });

  test('in its base class, also of a base class', () => {
    const others = {
      ...clientWith('', ' : Base<Dan>, IDan'),
      'Base.cs': 'abstract class Base<T> : Root { }',
      'Root.cs': `class Root { protected void Send(string token) { ${header} } }`,
    };
    expect(differences(`${typed};`, others)).toEqual([['sets-authorization in Root.cs']]);
  });

  test('in a part of it in another file', () => {
    const others = {
      'A.cs': 'partial class DanClient { }',
      'B.cs': `partial class DanClient { void F() { ${header} } }`,
    };
    expect(differences(`${typed};`, others)).toEqual([['sets-authorization in B.cs']]);
  });

  test('behind its interface', () => {
    const byInterface =
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, IDan, DanClient>(config.GetSection("A"));';
    expect(differences(byInterface, clientWith(header))).toEqual([['sets-authorization in DanClient.cs']]);
  });

  test('not in another client', () => {
    const others = { 'Other.cs': `class OtherClient { void F() { ${header} } }` };
    expect(differences(`${typed};`, others)).toEqual([[]]);
  });
});

describe('the chain sets the header', () => {
  test.each([
    ['in a lambda', `${typed}.ConfigureHttpClient(http => ${header.replace(/;$/, '')});`],
    ['in a block of a lambda', `${typed}.ConfigureHttpClient((sp, http) => { ${header} });`],
    [
      'in the typed client that it makes',
      `${typed}.AddTypedClient<IDan>(http => { ${header} return new DanClient(http); });`,
    ],
  ])('%s', (_, program) => {
    expect(differences(program)).toEqual([['sets-authorization in Program.cs']]);
  });

  test.each([
    ['by a handler of the app', `${typed}.AddHttpMessageHandler<TokenHandler>();`],
    ['by a handler that it makes', `${typed}.AddHttpMessageHandler(() => new TokenHandler());`],
    ['by a handler that it gets', `${typed}.AddHttpMessageHandler(sp => sp.GetRequiredService<TokenHandler>());`],
  ])('%s', (_, program) => {
    const others = {
      'TokenHandler.cs': 'class TokenHandler : DelegatingHandler { void F() { request.Headers.Authorization = x; } }',
    };
    expect(differences(program, others)).toEqual([['sets-authorization in TokenHandler.cs']]);
  });

  test('not in another chain of the file', () => {
    expect(differences(`${typed}; services.AddHttpClient("x").ConfigureHttpClient(http => { ${header} });`)).toEqual([
      [],
    ]);
  });
});

describe('a named client’s header is set where the client is asked for', () => {
  const user = (name: string) => ({
    'Dan.cs': `class Dan(IHttpClientFactory factory) { void F(string token) { var http = factory.CreateClient(${name}); ${header} } }`,
  });
  test.each([
    ['by its name', '"dan"', [['sets-authorization in Dan.cs']]],
    ['by a constant', 'Names.Dan', [['sets-authorization in Dan.cs']]],
    ['by what the app computes', 'config["x"]', [['sets-authorization in Dan.cs']]],
    ['not by another', '"other"', [[]]],
  ])('%s', (_, name, expected) => {
    const others = { ...user(name), 'Names.cs': 'static class Names { public const string Dan = "dan"; }' };
    expect(differences(`${named};`, others)).toEqual(expected);
  });

  test('and not in a file that only makes other clients', () => {
    expect(differences(`${named};`, { 'Other.cs': `class Other { void F() { ${header} } }` })).toEqual([[]]);
  });
});

describe('two Maskinporten handlers on one client', () => {
  const handler = '.AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("key", d => { })';
  test('are said of both', () => {
    const program = `services.AddHttpClient("x")${handler}${handler};`;
    expect(differences(program)).toEqual([['two-handlers in Program.cs'], ['two-handlers in Program.cs']]);
  });

  test.each([
    [
      'one behind a client that has one',
      `${typed}${handler};`,
      [['two-handlers in Program.cs'], ['two-handlers in Program.cs']],
    ],
    ['one of the built-in client', `${typed}.UseMaskinportenAuthorization("b");`, [['two-handlers in Program.cs']]],
    ['one in another chain', `${typed}; services.AddHttpClient("x")${handler};`, [[], []]],
  ])('%s', (_, program, expected) => {
    expect(differences(program)).toEqual(expected);
  });
});

describe('an exception of the package that the app catches', () => {
  const catching = 'class Dan { void F() { try { } catch (TokenRequestException e) { } } }';
  test('is said of every client', () => {
    expect(differences(`${typed}; ${named};`, { 'Dan.cs': catching })).toEqual([
      ['catches-token-exception in Dan.cs'],
      ['catches-token-exception in Dan.cs'],
    ]);
  });

  test('also by its full name, where nothing is imported', () => {
    const caught = catching.replace('TokenRequest', 'Altinn.ApiClients.Maskinporten.Models.TokenRequest');
    const program = `${typed};`.replace('<Settings', '<Altinn.ApiClients.Maskinporten.Services.Settings');
    const { registrations } = externalClients(program, { others: { 'Dan.cs': caught }, usings: '' });
    expect(registrations).toMatchObject([{ differences: [{ code: 'catches-token-exception' }] }]);
  });

  test.each([
    ['when the app’s own', `${catching} class TokenRequestException : Exception { }`],
    ['when only a comment names it', '// TokenRequestException'],
  ])('not %s', (_, text) => {
    expect(differences(`${typed};`, { 'Dan.cs': text })).toEqual([[]]);
  });
});

test('handlers of a chain that sets up a class of the app look into that class', () => {
  const program =
    'services.AddHttpClient<DanClient>().AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("key", d => { });';
  expect(differences(program, clientWith(header))).toEqual([['sets-authorization in DanClient.cs']]);
});

test('a handler on a named client looks to where that client is asked for', () => {
  const program =
    'services.AddHttpClient("dan").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("key", d => { });';
  const others = { 'Dan.cs': `class Dan { void F() { var http = factory.CreateClient("dan"); ${header} } }` };
  expect(differences(program, others)).toEqual([['sets-authorization in Dan.cs']]);
});
