import { beforeAll, describe, expect, test } from 'vitest';
import { readAuthorizationUses } from '../../../src/app/clients/authorization.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith, type Sources } from '../startup/started.ts';

beforeAll(loadCSharp);

/** The uses in an app, each by the text it points at, with what it means. */
function uses(program: string, others: Sources = {}): readonly string[] {
  const project = projectWith({ 'Program.cs': program, ...others });
  return readAuthorizationUses(project.files, project, []).map(({ name, exchange, spelling, at }) => {
    const text = project.file(at.file)?.text.slice(at.start, at.end);
    return `${text === name ? name : `misplaced at ${text}`}: ${spelling}${exchange ? ', exchange' : ''}`;
  });
}

describe('both spellings are read, with and without exchange', () => {
  test.each([
    ['client.UseMaskinportenAuthorization("a");', 'UseMaskinportenAuthorization: american'],
    ['client.UseMaskinportenAltinnAuthorization("a", "b");', 'UseMaskinportenAltinnAuthorization: american, exchange'],
    ['client.UseMaskinportenAuthorisation("a");', 'UseMaskinportenAuthorisation: british'],
    ['client.UseMaskinportenAltinnAuthorisation(Scopes.A);', 'UseMaskinportenAltinnAuthorisation: british, exchange'],
    ['client?.UseMaskinportenAuthorisation("a");', 'UseMaskinportenAuthorisation: british'],
    [
      'services.AddHttpClient<A>()\n    .UseMaskinportenAuthorisation("a")\n    .AddPolicyHandler(p);',
      'UseMaskinportenAuthorisation: british',
    ],
    ['Extensions.UseMaskinportenAuthorisation(client, "a");', 'UseMaskinportenAuthorisation: british'],
    ['client.UseMaskinportenAuthorization(scope: "a");', 'UseMaskinportenAuthorization: american'],
    ['client.UseMaskinportenAuthorization("a", ["b", "c"]);', 'UseMaskinportenAuthorization: american'],
    ['client.UseMaskinportenAuthorization(scopes[0]);', 'UseMaskinportenAuthorization: american'],
  ])('%s', (program, use) => {
    expect(uses(program)).toEqual([use]);
  });
});

describe('the name without a call', () => {
  test.each([
    ['a method group', 'clients.ForEach(Extensions.UseMaskinportenAuthorisation);'],
    ['in nameof', 'log(nameof(Extensions.UseMaskinportenAuthorisation));'],
    ['in a local', 'var use = Extensions.UseMaskinportenAuthorisation;'],
    ['of a client', 'Apply(client.UseMaskinportenAuthorisation);'],
    [
      'beside a function of its own that a comment tells of',
      'Apply(client.UseMaskinportenAuthorisation); class Own { /* void UseMaskinportenAuthorisation(string s) */ void M() { } }',
    ],
    ['of two clients', 'Apply(a.b.UseMaskinportenAuthorisation);'],
  ])('counts: %s', (_, program) => {
    expect(uses(program)).toEqual(['UseMaskinportenAuthorisation: british']);
  });
});

describe('look-alikes are left alone', () => {
  test.each([
    ['another package’s, with a collection', 'client.UseMaskinportenAuthorization(["a", "b"]);'],
    ['another package’s, with an array', 'client.UseMaskinportenAuthorization(new[] { "a" });'],
    ['another package’s, with a typed array', 'client.UseMaskinportenAuthorization(new string[] { "a" });'],
    [
      'another package’s, with an array in a local',
      'var scopes = new[] { "a" }; client.UseMaskinportenAuthorization(scopes);',
    ],
    [
      'another package’s, with an array passed on',
      'void F(string[] scopes) { client.UseMaskinportenAuthorization(scopes); }',
    ],
    [
      'another package’s, with a new array in a typed local',
      'string[] scopes = Get(); client.UseMaskinportenAuthorization(scopes);',
    ],
    [
      'another package’s, with a list in a local',
      'List<string> scopes = ["a"]; client.UseMaskinportenAuthorization(scopes);',
    ],
    ['without scopes', 'client.UseMaskinportenAuthorization();'],
    ['a comment', '// client.UseMaskinportenAuthorisation("a");'],
    ['a string', 'log("UseMaskinportenAuthorisation");'],
    ['a name that nobody calls on anything', 'UseMaskinportenAuthorisation = 1;'],
    ['a name that something else has', 'Object.hasOwn.toString.constructor();'],
    ['a member of the name’s', 'Log(UseMaskinportenAuthorisation.Name);'],
    ['a longer name', 'client.UseMaskinportenAuthorisationHeader("a");'],
    [
      'an extension of the app’s own',
      'client.UseMaskinportenAuthorisation("a"); static class Own { public static void UseMaskinportenAuthorisation(this IHttpClientBuilder b, string scope) { } }',
    ],
    [
      'a method group of the app’s own',
      'Apply(Own.UseMaskinportenAuthorisation); static class Own { public static void UseMaskinportenAuthorisation(this IHttpClientBuilder b, string scope) { } }',
    ],
    [
      'nameof the app’s own',
      'log(nameof(Own.UseMaskinportenAuthorisation)); static class Own { public static void UseMaskinportenAuthorisation(string scope) { } }',
    ],
    ['a declaration', 'static class Own { public static void UseMaskinportenAuthorisation(string scope) { } }'],
    ['a static call with a collection', 'Extensions.UseMaskinportenAuthorization(client, ["a"]);'],
  ])('%s', (_, program) => {
    expect(uses(program)).toEqual([]);
  });

  test('but the library’s is found beside one of the app’s own with other parameters', () => {
    const own =
      'static class Own { public static void UseMaskinportenAuthorisation(this IHttpClientBuilder b) { b.UseMaskinportenAuthorisation("a"); } }';
    expect(uses(`client.UseMaskinportenAuthorisation(); ${own}`)).toEqual(['UseMaskinportenAuthorisation: british']);
  });
});
