import { beforeAll, describe, expect, test } from 'vitest';
import { type AuthorizationRequest, readAuthorizationUses } from '../../../../src/app/clients/authorization.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { projectWith, type Sources } from '../../startup/started.ts';
import { told } from './facts.ts';

beforeAll(loadCSharp);

function requests(program: string, others: Sources = {}): readonly AuthorizationRequest[] {
  const project = projectWith({ 'Program.cs': program, ...others });
  return readAuthorizationUses(project.files, project, []).flatMap(({ request }) => request ?? []);
}

/** The scopes of the only request, `?` and why for those that cannot be told. */
function asked(program: string, others: Sources = {}): string | undefined {
  const [only] = requests(program, others);
  return only && told(only.asked);
}

describe('the scopes of a client', () => {
  const others = {
    'Scopes.cs':
      'static class Scopes { public const string A = "a b"; public static readonly string[] More = ["c", "d"]; }',
  };
  test.each([
    ['one', 'b.UseMaskinportenAuthorization("a");', 'a'],
    ['several', 'b.UseMaskinportenAltinnAuthorization("a", "b", "c");', 'a, b, c'],
    ['several in a text', 'b.UseMaskinportenAuthorization("a b");', 'a, b'],
    ['a constant', 'b.UseMaskinportenAuthorization(Scopes.A);', 'a, b'],
    ['by name', 'b.UseMaskinportenAuthorization(scope: "a");', 'a'],
    ['by name in another order', 'b.UseMaskinportenAuthorization(additionalScopes: ["b"], scope: "a");', 'b, a'],
    ['an array behind the first', 'b.UseMaskinportenAuthorization("a", Scopes.More);', 'a, c, d'],
    ['a new array behind the first', 'b.UseMaskinportenAuthorization("a", new[] { "b" });', 'a, b'],
    ['from a static call', 'Extensions.UseMaskinportenAuthorization(b, "a");', 'a'],
    [
      'from a static call on a registration',
      'X.Extensions.UseMaskinportenAuthorization(s.AddHttpClient<C>(), "a");',
      'a',
    ],
    ['of a client in a member', 'const string scope = "a"; this.client.UseMaskinportenAuthorization(scope);', 'a'],
    ['of a client of an object', 'const string scope = "a"; options.Client.UseMaskinportenAuthorization(scope);', 'a'],
    ['of a client of a type', 'Own.Client.UseMaskinportenAuthorization("a");', 'a'],
    ['from a static call on a builder', 'Extensions.UseMaskinportenAuthorization(builder, "a", "b");', 'a, b'],
    [
      'an array of a local behind the first',
      'string[] scopes = ["a"]; b.UseMaskinportenAuthorization("a", scopes);',
      'a',
    ],
    ['of a text that is declared', 'string scope = "a"; b.UseMaskinportenAuthorization(scope);', 'a'],
    ['of a text that is passed', 'F("a"); void F(string scope) { b.UseMaskinportenAuthorization(scope); }', 'a'],
    ['of what the app holds', 'class C { const string S = "a"; void M() { b.UseMaskinportenAuthorization(S); } }', 'a'],
    ['from a local', 'const string scope = "a"; s.AddHttpClient<C>().UseMaskinportenAuthorization(scope);', 'a'],
    ['from settings', 'b.UseMaskinportenAuthorization("a", config["Scope"]);', 'a, ? computed'],
    [
      'from a request object',
      'b.UseMaskinportenAuthorization(new MaskinportenTokenRequest { Resource = "x" });',
      '? computed',
    ],
    ['one of two', 'b.UseMaskinportenAuthorization(test ? "a" : "b");', '? conditional'],
  ])('%s', (_, program, expected) => {
    expect(asked(program, others)).toBe(expected);
  });
});

describe('the client that is authorised', () => {
  function clientIn(program: string): string | null {
    const [only] = requests(program);
    const client = only?.client;
    if (client?.kind !== 'named') return client?.types.join(', ') ?? null;
    return client.name.kind === 'known' ? `"${client.name.value}"` : client.expression;
  }
  const use = 'UseMaskinportenAuthorization("a")';

  test.each([
    ['typed', `s.AddHttpClient<C>().${use};`, 'C'],
    ['typed by an interface', `s.AddHttpClient<I, C>(c => c.BaseAddress = x).${use};`, 'I, C'],
    ['named', `s.AddHttpClient("n").${use};`, '"n"'],
    ['named by a constant', `const string name = "n"; s.AddHttpClient(name).${use};`, '"n"'],
    ['named by name', `s.AddHttpClient(configureClient: c => { }, name: "n").${use};`, '"n"'],
    ['named by what is computed', `s.AddHttpClient(config["n"]).${use};`, 'config["n"]'],
    ['further down the chain', `s.AddHttpClient<C>().AddPolicyHandler(p).${use}.AddTypedClient<D>();`, 'C'],
    ['through a local', `var b = s.AddHttpClient<C>(); b.${use};`, 'C'],
    ['of a static call', 'Extensions.UseMaskinportenAuthorization(s.AddHttpClient<C>(), "a");', 'C'],
    ['through a local that goes on', `var b = s.AddHttpClient<C>().AddPolicyHandler(p); b.AddX().${use};`, 'C'],
    ['through two locals', `var a = s.AddHttpClient<C>(); var b = a; b.${use};`, 'C'],
    ['not of one that is only declared', `IHttpClientBuilder b; b.${use};`, null],
    ['not of one by nothing', `s.AddHttpClient().${use};`, null],
    ['not of one further up', `s.AddHttpClient<C>(); s.${use};`, null],
    ['not of a longer name', `s.AddHttpClients<C>().${use};`, null],
    ['not of another registration', `s.AddDanClient(config).${use};`, null],
    ['not of a parameter', `void F(IHttpClientBuilder b) { b.${use}; }`, null],
    ['not of a local of itself', `var b = b; b.${use};`, null],
  ])('%s', (_, program, client) => {
    expect(clientIn(program)).toBe(client);
  });
});

test('the places that ask for it are told', () => {
  const program =
    's.AddHttpClient<C>().UseMaskinportenAuthorization("a"); class C(HttpClient http) { } class D(C client) { }';
  const [only] = requests(program);
  expect(only?.calls.map(({ start, end }) => program.slice(start, end))).toEqual(['C']);
});

test('the call is the whole chain up to there', () => {
  const program = 'services.AddHttpClient<C>().UseMaskinportenAuthorization("a").AddTypedClient<D>();';
  const [only] = requests(program);
  expect(only && program.slice(only.call.start, only.call.end)).toBe(
    'services.AddHttpClient<C>().UseMaskinportenAuthorization("a")',
  );
});

test('the name without a call requests nothing', () => {
  expect(requests('log(nameof(Extensions.UseMaskinportenAuthorization));')).toEqual([]);
});
