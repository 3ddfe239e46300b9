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
    ['a token provider that is added', 'services.AddMaskinportenJwkTokenProvider("name");', ['token-provider']],
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

describe('names that others use too are the external package’s where it is imported', () => {
  const using = 'using Altinn.ApiClients.Maskinporten.Config;\n';
  test.each([
    ['its oldest service', 'class C(IMaskinporten maskinporten) { }', 'external-service'],
    ['its oldest handler', 'b.AddHttpMessageHandler<MaskinportenTokenHandler<D>>();', 'external-service'],
    ['its settings', 'services.Configure<MaskinportenSettings>(section);', 'external-settings'],
    ['its oldest settings', 'services.Configure<MaskinportenSettings<D>>(section);', 'external-settings'],
  ])('%s', (_, text, kind) => {
    expect(kinds(`${using}${text}`)).toEqual([kind]);
    expect(kinds(text, { 'Usings.cs': `global ${using}` })).toEqual([kind]);
    expect(kinds(text)).toEqual([]);
  });

  test('but not settings that are only made or read', () => {
    expect(kinds(`${using}var settings = new MaskinportenSettings();`)).toEqual([]);
  });

  test('also where a field is of that type', () => {
    expect(kinds(`${using}class C { private MaskinportenTokenHandler<D> handler; }`)).toEqual(['external-service']);
  });

  test('nor a function of the app’s own', () => {
    const own =
      'static class Own { public static S AddMaskinportenJwkTokenProvider(this S services, string name) => services; }';
    expect(kinds('services.AddMaskinportenJwkTokenProvider("name");', { 'Own.cs': own })).toEqual([]);
  });
});
