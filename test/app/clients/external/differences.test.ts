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
    ['in a list of an initializer', 'var r = new HttpRequestMessage { Headers = { { "Authorization", token } } };'],
    ['in a list of another casing', 'var r = new HttpRequestMessage { Headers = { { "authorization", token } } };'],
    ['by an indexer', 'headers["Authorization"] = token;'],
    ['by an indexer in another casing', 'request.Headers["AUTHORIZATION"] = token;'],
    ['by an indexer and the framework’s constant', 'headers[HeaderNames.Authorization] = token;'],
    ['by adding to it', 'http.DefaultRequestHeaders.Authorization ??= new("Bearer", token);'],
    ['under a condition', `if (token != null) { ${header} }`],
    ['by setting it', 'headers.SetCommaSeparatedValues("Authorization", token);'],
  ])('%s', (_, body) => {
    expect(differences(`${typed};`, clientWith(body))).toEqual([['sets-authorization in DanClient.cs']]);
  });

  test.each([
    ['another header', 'http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", key);'],
    ['the header that it takes away', 'http.DefaultRequestHeaders.Remove("Authorization");'],
    ['the header that it reads', 'Log(request.Headers.Authorization);'],
    ['the header in a comment', '// request.Headers.Authorization = token;'],
    ['the header that it looks up', 'var known = headers["Authorization"];'],
    ['the header that it asks for', 'if (request.Headers.Contains("Authorization")) { return; }'],
    ['a header by an indexer', 'headers["X-Correlation"] = token;'],
    ['a header whose constant begins alike', 'request.Headers.Add(HeaderNames.AuthorizationInfo, token);'],
    ['a constant of its own of another header', 'request.Headers.Add(MyHeaderNames.Authorization, token);'],
    ['a header whose name begins alike', 'request.Headers.Add("Authorization-Info", token);'],
    ['a header that it computes', 'request.Headers.Add(name, token);'],
    ['a member whose name begins alike', 'request.Options.AuthorizationScheme = token;'],
    ['a member of what carries the name', 'context.Authorization.Level = 3;'],
    ['a method whose name only ends so', 'cache.GetOrAdd("Authorization", token);'],
    ['a method that is given nothing', 'counter.Add();'],
    ['the name as something else than the header', 'audit.Add(token, "Authorization");'],
    ['another header in a list', 'var r = new HttpRequestMessage { Headers = { { "Accept", "Authorization" } } };'],
    ['a list that only names it', 'string[][] all = { new[] { "Authorization" }, new[] { "Accept" } };'],
    ['nothing', 'await http.GetAsync("/");'],
  ])('but not %s', (_, body) => {
    expect(differences(`${typed};`, clientWith(body))).toEqual([[]]);
  });

  test.each([
    ['by an extension of the app’s own', 'await http.WithToken(token).GetAsync("/");'],
    ['by one that leads to it', 'await http.Prepared(token).GetAsync("/");'],
    ['by a static function', 'Headers.Set(http, token);'],
  ])('%s', (_, body) => {
    const set = `static void Set(HttpClient http, string token) { ${header} }`;
    const withToken =
      'static HttpClient WithToken(this HttpClient http, string token) { Set(http, token); return http; }';
    const prepared = 'static HttpClient Prepared(this HttpClient http, string token) => http.WithToken(token);';
    const others = { ...clientWith(body), 'Headers.cs': `static class Headers { ${set} ${withToken} ${prepared} }` };
    expect(differences(`${typed};`, others)).toEqual([['sets-authorization in Headers.cs']]);
  });

  test('by the last of very many functions', () => {
    const own = Array.from({ length: 3000 }, (_, at) => `void F${at}() { F${at + 1}(); }`).join(' ');
    const others = { 'DanClient.cs': `class DanClient { ${own} void F3000() { ${header} } }` };
    expect(differences(`${typed};`, others)).toEqual([['sets-authorization in DanClient.cs']]);
  });

  test('not by functions that call each other', () => {
    const others = {
      ...clientWith('http.A();'),
      'Own.cs':
        'static class Own { static void A(this HttpClient x) => x.B(); static void B(this HttpClient x) => x.A(); }',
    };
    expect(differences(`${typed};`, others)).toEqual([[]]);
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

describe('what is said to the client elsewhere counts as well', () => {
  const setting = `.ConfigureHttpClient(http => { ${header} })`;
  const handler = 'AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("key")';
  test.each([
    ['through the local that holds its builder', `var b = ${typed}; b${setting};`],
    ['through a local that says its type', `IHttpClientBuilder b = ${typed}; b${setting};`],
    ['deeper, and behind another link', `var b = ${typed}; if (x) { b.AddPolicyHandler(p)${setting}; }`],
    ['where the local is made', `var b = services.AddHttpClient("x")${setting}; b.${handler};`],
    ['between', `var b = services.AddHttpClient("x"); b${setting}; b.${handler};`],
    ['after it', `var b = services.AddHttpClient("x"); b.${handler}; b${setting};`],
    ['where it is registered again', `${typed}; services.AddHttpClient<DanClient>(http => { ${header} });`],
    ['where it is registered again, in a chain', `${typed}; services.AddHttpClient<DanClient>()${setting};`],
    ['where its name is registered again', `${named}; services.AddHttpClient("dan", http => { ${header} });`],
    ['where its name is registered by a constant', `${named}; services.AddHttpClient(Names.Dan)${setting};`],
  ])('%s', (_, program) => {
    const others = { 'Names.cs': 'static class Names { public const string Dan = "dan"; }' };
    expect(differences(program, others)).toEqual([['sets-authorization in Program.cs']]);
  });

  test('in another file, for the interface or the class', () => {
    const byInterface = 'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, IDan, DanClient>(s);';
    const again = (types: string) => ({
      'Setup.cs': `static class Setup { static void Add(IServiceCollection services) { services.AddHttpClient<${types}>()${setting}; } }`,
    });
    for (const types of ['IDan', 'DanClient', 'IDan, DanClient'])
      expect(differences(byInterface, again(types))).toEqual([['sets-authorization in Setup.cs']]);
    expect(differences(byInterface, again('IDanOther'))).toEqual([[]]);
  });

  test.each([
    ['to the builder of another', `var b = ${typed}; var other = services.AddHttpClient("x"); other${setting};`],
    [
      'to the builder of another, in a local of the same name',
      `void F() { var b = ${typed}; } void G() { var b = services.AddHttpClient("x"); b${setting}; }`,
    ],
    ['to a client of another type', `${typed}; services.AddHttpClient<OtherClient>()${setting};`],
    ['to a client of another name', `${named}; services.AddHttpClient("other")${setting};`],
    ['to a client whose name is only looked up', `${named}; services.AddHttpClient(config["x"])${setting};`],
    ['to a field of the name', `class K { IHttpClientBuilder b; void F() { var c = ${typed}; b${setting}; } }`],
  ])('but not what is said %s', (_, program) => {
    expect(differences(program)).toEqual([[]]);
  });

  test('and the builder’s other handler is another', () => {
    expect(differences(`var b = ${typed}; b.${handler};`)).toEqual([
      ['two-handlers in Program.cs'],
      ['two-handlers in Program.cs'],
    ]);
  });
});

describe('a context that the app sets for each request', () => {
  const setting = 'class Dan { void F() { request.SetMaskinportenRequestContext(context); } }';
  test('is said of the client', () => {
    expect(differences(`${typed};`, { 'Dan.cs': setting })).toEqual([['request-context in Dan.cs']]);
  });

  test.each([
    ['a method of a longer name', setting.replace('Context(', 'Contexts(')],
    ['a comment', '// request.SetMaskinportenRequestContext(context);'],
  ])('but not %s', (_, text) => {
    expect(differences(`${typed};`, { 'Dan.cs': text })).toEqual([[]]);
  });

  test('nor a method of that name where the package is not imported', () => {
    const { registrations } = externalClients(
      'services.AddMaskinportenHttpClient<Altinn.ApiClients.Maskinporten.Services.SettingsJwkClientDefinition, C>(s);',
      { others: { 'Dan.cs': setting }, usings: '' },
    );
    expect(registrations).toMatchObject([{ differences: [] }]);
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
    ['not by a name in another casing', '"Dan"', [[]]],
  ])('%s', (_, name, expected) => {
    const others = { ...user(name), 'Names.cs': 'static class Names { public const string Dan = "dan"; }' };
    expect(differences(`${named};`, others)).toEqual(expected);
  });

  test.each([
    ['in debug builds', `#if DEBUG\n${header}\n#endif\n`],
    ['in all others', `#if DEBUG\nTrace();\n#else\n${header}\n#endif\n`],
  ])('%s only', (_, body) => {
    const text = `class Dan {\nvoid F() {\nvar http = factory.CreateClient("dan");\n${body}}\n}`;
    expect(differences(`${named};`, { 'Dan.cs': text })).toEqual([['sets-authorization in Dan.cs']]);
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
    ...['Authorisation', 'AltinnAuthorization', 'AltinnAuthorisation'].map((name): [string, string, string[][]] => [
      `one of the built-in client: ${name}`,
      `${typed}.UseMaskinporten${name}("b");`,
      [['two-handlers in Program.cs']],
    ]),
    [
      'one in what the chain is given',
      `${typed}.AddHttpMessageHandler(sp => Own(${handler.slice(1)}));`,
      [['two-handlers in Program.cs'], []],
    ],
    ['one of a name that begins alike', `${typed}.UseMaskinportenAuthorizationHere("b");`, [[]]],
    ['one in another chain', `${typed}; services.AddHttpClient("x")${handler};`, [[], []]],
  ])('%s', (_, program, expected) => {
    expect(differences(program)).toEqual(expected);
  });
});

test('a client that two files register in the very same words has two handlers', () => {
  const setup = (name: string) => `class ${name} { void Add() { ${typed}; } }`;
  expect(differences('', { 'A.cs': setup('A'), 'B.cs': setup('B') })).toEqual([
    ['two-handlers in B.cs'],
    ['two-handlers in A.cs'],
  ]);
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

  test('and a request’s context by the full name of the function that sets it', () => {
    const call =
      'Altinn.ApiClients.Maskinporten.Extensions.HttpRequestMessageExtensions.SetMaskinportenRequestContext(request, x);';
    const program = `${typed};`.replace('<Settings', '<Altinn.ApiClients.Maskinporten.Services.Settings');
    const { registrations } = externalClients(program, { others: clientWith(call), usings: '' });
    expect(registrations).toMatchObject([{ differences: [{ code: 'request-context' }] }]);
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
