import { beforeAll, describe, expect, test } from 'vitest';
import { readClientTypeUses } from '../../../src/app/clients/uses.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { projectWith, type Sources } from '../startup/started.ts';

beforeAll(loadCSharp);

function kinds(text: string, others: Sources = {}): readonly string[] {
  const project = projectWith({ 'Client.cs': text, ...others });
  return readClientTypeUses(project.files, project).map(({ kind }) => kind);
}

describe('a client is known by the type that code names', () => {
  test.each([
    ['a constructor parameter', 'class C { public C(IMaskinportenClient client) { } }', ['built-in-direct']],
    ['a primary constructor', 'class C(IMaskinportenService service) { }', ['external-service']],
    ['a field', 'class C { private readonly IMaskinportenTokenProvider _provider; }', ['token-provider']],
    ['a type argument', 'var c = services.GetRequiredService<IMaskinportenClient>();', ['built-in-direct']],
    ['a base', 'class C : IMaskinportenTokenProvider { }', ['token-provider']],
    [
      'a qualified name',
      'class C(Altinn.App.Core.Features.Maskinporten.IMaskinportenClient client) { }',
      ['built-in-direct'],
    ],
    ['nowhere', 'class C(IHttpClientFactory clients) { }', []],
    ['a comment', '// IMaskinportenClient\nclass C { }', []],
    ['a string', 'class C { string s = "IMaskinportenClient"; }', []],
  ])('%s', (_, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  test('an app that declares a type of the name means its own', () => {
    expect(kinds('class C(IMaskinportenClient client) { }', { 'Own.cs': 'interface IMaskinportenClient { }' })).toEqual(
      [],
    );
  });
});
