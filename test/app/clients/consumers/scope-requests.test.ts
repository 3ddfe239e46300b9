import { beforeAll, describe, expect, test } from 'vitest';
import { readTokenUses } from '../../../../src/app/clients/consumers/token-uses.ts';
import { openImports } from '../../../../src/app/imports.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { projectWith } from '../../startup/started.ts';

beforeAll(loadCSharp);

/** What a class with these members asks an old client for, and where nobody knows; each with where that is seen. */
function requests(head: string, members: string): readonly string[] {
  const text = `using Altinn.ApiClients.Maskinporten.Interfaces;\nusing Altinn.App.Core.Internal.Maskinporten;\nclass C(${head})\n{\n${members}\n}\n`;
  const project = projectWith({ 'Code.cs': text });
  const [first] = readTokenUses({ project, imports: openImports([], project) }, '.').consumers;
  return (first?.requests ?? []).map((one) => {
    const place = textOf(one.at, text);
    return one.kind === 'asked' ? `${place} ${one.expression}` : `${place} ? ${one.use}`;
  });
}

const ofProvider = (members: string) => requests('IMaskinportenTokenProvider p', members);
const ofService = (members: string) => requests('IMaskinportenService s', members);

describe('the provider is asked for', () => {
  test.each<readonly [members: string, expected: readonly string[]]>([
    ['object A() => p.GetToken("a b");', ['GetToken "a b"']],
    ['object A() => p.GetAltinnExchangedToken(scopes: Scopes.All);', ['GetAltinnExchangedToken Scopes.All']],
    ['object A() => p.GetToken("a"\n        + "b");', ['GetToken "a" + "b"']],
    ['object A() => p.GetToken();', ['GetToken ? unknown-call']],
    ['object A() => p.GetToken("a") ?? p.GetToken("b");', ['GetToken "a"', 'GetToken "b"']],
    ['object A() => F(p);', ['p ? passed-on']],
    ['object A() => F(p.GetToken);', ['p ? method-group']],
    ['object A() => p?.GetToken("a");', ['p ? null-conditional']],
    ['public IMaskinportenTokenProvider P { get; }', ['IMaskinportenTokenProvider ? visible']],
    ['void A() { var t = p.GetToken("a"); }', ['GetToken "a"']],
    ['void A() { p = new Fake(); }', []],
    ['void A() { F(typeof(IMaskinportenTokenProvider)); }', []],
    ['bool A() => p is null;', []],
  ])('%s: %j', (members, expected) => {
    expect(ofProvider(members)).toEqual(expected);
  });
});

describe('the service is asked for', () => {
  test.each<readonly [members: string, expected: readonly string[]]>([
    ['object A() => s.GetToken("k", e, i, "a", null);', ['GetToken "a"']],
    ['object A() => s.GetToken(scope: "a", jwk: k, environment: e, clientId: i, resource: null);', ['GetToken "a"']],
    ['object A() => s.GetToken("k", e, i, "a", r, o, true);', ['GetToken "a"']],
    ['object A() => s.GetToken(definition);', ['GetToken ? definition']],
    ['object A() => s.GetToken(definition, true, null);', ['GetToken ? definition']],
    [
      'object A() => s.GetToken(jwk: k, environment: e, clientId: i, resource: null, consumerOrgNo: o);',
      ['GetToken ? unknown-call'],
    ],
    ['object A() => s.Other("k", e, i, "a", null);', ['Other ? unknown-call']],
    ['object A() => s.ExchangeToAltinnToken(t, e);', []],
    ['object A() => F(s);', ['s ? passed-on']],
  ])('%s: %j', (members, expected) => {
    expect(ofService(members)).toEqual(expected);
  });
});
