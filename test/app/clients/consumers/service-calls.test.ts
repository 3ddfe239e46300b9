import { beforeAll, describe, expect, test } from 'vitest';
import { readTokenUses } from '../../../../src/app/clients/consumers/token-uses.ts';
import { openImports } from '../../../../src/app/imports.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { projectWith } from '../../startup/started.ts';

beforeAll(loadCSharp);

const using = 'using Altinn.ApiClients.Maskinporten.Interfaces;\n';

/** The calls for tokens that a class becomes, as `exchange? scope`; or what keeps it from that. */
function calls(statements: string, parameters = 'IMaskinportenService s'): readonly string[] {
  const text = `${using}class C(${parameters})\n{\n    async Task<string> Ask()\n    {\n${statements}\n    }\n}\n`;
  const project = projectWith({ 'Code.cs': text });
  const [first] = readTokenUses({ project, imports: openImports([], project) }, '.').consumers;
  if (first === undefined) throw new Error(`nobody asks in ${statements}`);
  const { rewrite } = first;
  if (rewrite.kind === 'by-hand') return rewrite.obstacles.map(({ use }) => use);
  return rewrite.calls.map(({ exchange, scope, result }) => {
    return `${exchange ? 'exchanged ' : ''}${textOf(scope.at, text)} ${result.kind}`;
  });
}

describe('what the service signs with', () => {
  const signing = (key: string, parameters: string) =>
    calls(
      `return (await s.GetToken(${key}, e, i, "a", null)).AccessToken;`,
      `IMaskinportenService s${parameters && `, ${parameters}`}`,
    );

  test.each<readonly [key: string, parameters: string]>([
    ['settings.EncodedJwk', ''],
    ['settings.EncodedJwk!', ''],
    ['_options.Value.EncodedJwk', ''],
    ['"key"', ''],
    ['"a" + "b"', ''],
    ['jwk: Key()', ''],
    ['base64EncodedJWK: Key()', ''],
    ['base64EncodedJwk: Key()', ''],
    ['k', 'string k'],
    ['k', 'string? k'],
    ['k', 'String k'],
    ['k', 'System.String k'],
    ['k', 'JsonWebKey k'],
    ['k', 'Microsoft.IdentityModel.Tokens.JsonWebKey k'],
    ['k!', 'string? k'],
    ['new JsonWebKey(x)', ''],
    ['await v.GetSecretAsync("n")', 'ISecretsClient v'],
    ['c["m:EncodedJwk"]', 'IConfiguration c'],
    ['c["m:EncodedJwk"]', 'IConfiguration? c'],
    ['c!["m:EncodedJwk"]!', 'IConfiguration? c'],
    ['c["m:EncodedJwk"]', 'ConfigurationManager c'],
    ['c["m:EncodedJwk"]', 'IConfigurationManager c'],
    ['c["m:EncodedJwk"]', 'IConfigurationSection c'],
    ['c.GetSection("m")["EncodedJwk"]', 'IConfiguration c'],
    ['c.GetRequiredSection("m")["EncodedJwk"]', 'IConfiguration c'],
    ['c.GetValue<string>("m:EncodedJwk")', 'IConfiguration c'],
    ['c.GetSection("m").GetValue<string>("EncodedJwk")!', 'IConfiguration c'],
  ])('may be text or a JWK: %s of %s', (key, parameters) => {
    expect(signing(key, parameters)).toEqual(['"a" used']);
  });

  test.each<readonly [use: string, key: string, parameters: string]>([
    ['certificate', 'cert: c', ''],
    ['certificate', 'c', 'X509Certificate2 c'],
    ['certificate', 'c', 'System.Security.Cryptography.X509Certificates.X509Certificate2 c'],
    ['certificate', 'new X509Certificate2(path)', ''],
    ['certificate', 'LoadCertificate()', ''],
    ['certificate', 'c["a"]', 'Dictionary<string, X509Certificate2> c'],
    ['unknown-key', 'Key()', ''],
    ['unknown-key', 'k', 'SecureString k'],
    ['unknown-key', 'k', 'JsonWebKeySet k'],
    ['unknown-key', 'k', 'MyString k'],
    ['unknown-key', 'k', 'strings k'],
    ['unknown-key', 'settings.Jwk', ''],
    ['unknown-key', 'settings.EncodedJwks', ''],
    ['unknown-key', 'EncodedJwk', ''],
    ['unknown-key', 'c["a"]', 'MyConfiguration c'],
    ['unknown-key', 'c["a"]', 'ConfigurationSections c'],
    ['unknown-key', 'c.GetValue<byte[]>("a")', 'IConfiguration c'],
    ['unknown-key', 'c.GetValue<string>("a")', ''],
    ['unknown-key', 'GetValue<string>("a")', ''],
    ['unknown-key', 'c.GetValues<string>("a")', 'IConfiguration c'],
    ['unknown-key', 'kid: k', ''],
    ['unknown-key', 'oldJwk: k', ''],
  ])('%s: %s of %s', (use, key, parameters) => {
    expect(signing(key, parameters)).toEqual([use]);
  });
});

describe('what else the service is asked for', () => {
  const asking = (args: string) => calls(`return (await s.GetToken(${args})).AccessToken;`);

  test.each([
    '"k", e, i, "a", null',
    '"k", e, i, "a", null!',
    '"k", e, i, "a", default',
    '"k", e, i, "a", ""',
    '"k", e, i, "a", string.Empty',
    '"k", e, i, "a", String.Empty',
    '"k", e, i, "a", System.String.Empty',
    '"k", e, i, "a", null, null',
    '"k", e, i, "a", null, "", false',
    '"k", e, i, "a", null, null, default',
    '"k", e, i, "a", null, disableCaching: false',
    '"k", e, i, scope: "a", resource: null, consumerOrgNo: null',
    'resource: "", scope: "a", clientId: i, environment: e, jwk: k',
  ])('is nothing but scopes: %s', (args) => {
    expect(asking(args)).toEqual(['"a" used']);
  });

  test.each([
    ['resource', '"k", e, i, "a", "r"'],
    ['resource', '"k", e, i, "a", r'],
    ['resource', '"k", e, i, "a", " "'],
    ['resource', '"k", e, i, "a", nullable'],
    ['resource', '"k", e, i, "a", Own.String.Empty'],
    ['resource', '"k", e, i, "a", string.Empty + r'],
    ['resource', 'resource: r, scope: "a", clientId: i, environment: e, jwk: k'],
    ['consumer-org', '"k", e, i, "a", null, "910"'],
    ['consumer-org', '"k", e, i, "a", null, consumerOrgNo: o'],
    ['caching-disabled', '"k", e, i, "a", null, null, true'],
    ['caching-disabled', '"k", e, i, "a", null, null, flag'],
    ['caching-disabled', '"k", e, i, "a", null, disableCaching: true'],
    ['definition', 'definition'],
    ['definition', 'definition, true, null'],
    ['definition', '"k", e, i, "a"'],
    ['unknown-call', 'jwk: k, environment: e, clientId: i, resource: null, consumerOrgNo: null'],
  ])('%s: %s', (use, args) => {
    expect(asking(args)).toEqual([use]);
  });

  test('is something that it does not have', () => {
    expect(calls('return await s.GetTokens("k", e, i, "a", null);')).toEqual(['unknown-call']);
  });
});

const ask = 's.GetToken("k", e, i, "a", null)';

describe('a token that is asked for and exchanged at once', () => {
  const exchange = (args: string) => calls(`return (await s.ExchangeToAltinnToken(${args})).AccessToken;`);

  test.each([
    `await ${ask}, e`,
    `(await ${ask}), e`,
    `${ask}.Result, e`,
    `${ask}.GetAwaiter().GetResult(), e`,
    `tokenResponse: await ${ask}, environment: e`,
    `environment: e, tokenResponse: await ${ask}`,
    `await ${ask}, e, null, null, false, false`,
    `await ${ask}, e, "", string.Empty, default, default`,
    `await ${ask}, e, isTestOrg: false`,
  ])('%s', (args) => {
    expect(exchange(args)).toEqual(['exchanged "a" used']);
  });

  test.each([
    ['enterprise-user', `await ${ask}, e, "n", "p"`],
    ['enterprise-user', `await ${ask}, e, n`],
    ['enterprise-user', `await ${ask}, e, null, "p"`],
    ['enterprise-user', `await ${ask}, e, password: p`],
    ['enterprise-user', `await ${ask}, e, userName: n`],
    ['caching-disabled', `await ${ask}, e, null, null, true`],
    ['caching-disabled', `await ${ask}, e, disableCaching: flag`],
    ['test-org', `await ${ask}, e, null, null, false, true`],
    ['test-org', `await ${ask}, e, isTestOrg: flag`],
    ['response-used', `flag ? await ${ask} : other, e`],
    ['response-used', `Checked(await ${ask}), e`],
    ['commented', `await ${ask} /* first */, e`],
    ['commented', `await ${ask}, /* where */ e`],
  ])('%s: %s', (use, args) => {
    expect(exchange(args)).toEqual([use]);
  });

  test('its task is kept', () => {
    expect(calls(`var t = s.ExchangeToAltinnToken(await ${ask}, e);\nreturn (await t).AccessToken;`)).toEqual([
      'task-kept',
    ]);
  });

  test('and nobody looks at it', () => {
    expect(calls(`await s.ExchangeToAltinnToken(await ${ask}, e);`)).toEqual(['exchanged "a" dropped']);
  });

  test('each by itself', () => {
    const once = `(await s.ExchangeToAltinnToken(await ${ask}, e)).AccessToken`;
    expect(calls(`return ${once} + ${once.replace('"a"', '"b"')} + (await ${ask}).AccessToken;`)).toEqual([
      'exchanged "a" used',
      'exchanged "b" used',
      '"a" used',
    ]);
  });

  test('two of one token, of which one is not of its class', () => {
    expect(
      calls(`var t = (await s.ExchangeToAltinnToken(given, e)).AccessToken;\nreturn (await ${ask}).AccessToken;`),
    ).toEqual(['exchanged-elsewhere']);
  });
});

describe('what is done with the response', () => {
  test.each([
    [`return (await ${ask}).AccessToken;`, '"a" used'],
    [`return (await ${ask})!.AccessToken;`, '"a" used'],
    [`return (await ${ask})?.AccessToken;`, '"a" used'],
    [`return ${ask}.Result.AccessToken;`, '"a" used'],
    [`return (await ${ask}).AccessToken.Trim();`, '"a" used'],
    [`var t = (await ${ask}).AccessToken;`, '"a" used'],
    [`var r = await ${ask};\nreturn r.AccessToken;`, '"a" used'],
    [`TokenResponse r = (await ${ask});\nreturn r?.AccessToken;`, '"a" used'],
    [`TokenResponse? r = await ${ask};\nreturn (r!).AccessToken!.Trim();`, '"a" used'],
    [`Altinn.ApiClients.Maskinporten.Models.TokenResponse r = await ${ask};\nreturn r.AccessToken;`, '"a" used'],
    [`using var r = await ${ask};\nreturn r.AccessToken;`, '"a" used'],
    [`await ${ask};`, '"a" dropped'],
    [`async Task F() => await ${ask};`, '"a" dropped'],
    [`async System.Threading.Tasks.Task F() => await ${ask};`, '"a" dropped'],
    [`async ValueTask F() => await ${ask};`, '"a" dropped'],
    [`async void F() => await ${ask};`, '"a" dropped'],
    [`async Task<TokenResponse> F() => await ${ask};`, 'response-used'],
    [`async MyTask F() => await ${ask};`, 'response-used'],
    [`async Tasks F() => await ${ask};`, 'response-used'],
    [`return (await ${ask}).AccessTokens;`, 'response-used'],
    [`return (await ${ask}).ExpiresIn;`, 'response-used'],
    [`return await ${ask};`, 'response-used'],
    [`var r = await ${ask};`, '"a" used'],
    [`var r = await ${ask};\nreturn r;`, 'response-used'],
    [`var r = await ${ask};\nreturn r.AccessToken + r.Scope;`, 'response-used'],
    [`var r = await ${ask};\nr.AccessToken = "";`, 'response-used'],
    [`var r = await ${ask};\nreturn other.r.AccessToken + r.AccessToken;`, '"a" used'],
    [`var r = await ${ask};\n_t = r.AccessToken;`, '"a" used'],
    [`var r = await ${ask};\nreturn F(AccessToken: r);`, 'response-used'],
    [`var r = await ${ask};\nr = null;\nreturn r.AccessToken;`, 'response-used'],
    [`object r = await ${ask};`, 'response-used'],
    [`MyTokenResponse r = await ${ask};\nreturn r.AccessToken;`, 'response-used'],
    [`TokenResponses r = await ${ask};\nreturn r.AccessToken;`, 'response-used'],
    [`_r = await ${ask};\nreturn _r.AccessToken;`, 'response-used'],
    [`var (r, x) = (await ${ask}, 1);`, 'response-used'],
    [`foreach (var x in await ${ask}) { }`, 'response-used'],
    [`return (/* first */ await ${ask}).AccessToken;`, 'commented'],
    [`return (await ${ask})/* now */.AccessToken;`, 'commented'],
    [`var r = (await ${ask} /* now */);\nreturn r.AccessToken;`, 'commented'],
    [`return (await s.GetToken("k", /* test */ e, i, "a", null)).AccessToken;`, 'commented'],
    [`return (await s.GetToken("k", e, i, "a" + /* b */ "b", null)).AccessToken;`, '"a" + /* b */ "b" used'],
    [`return ${ask}.AccessToken;`, 'task-kept'],
    [`Expression<Func<string>> f = () => ${ask}.Result.AccessToken;`, 'expression-tree'],
  ])('%s: %s', (statements, expected) => {
    expect(calls(statements)).toEqual([expected]);
  });

  test('in another scope the name is another’s', () => {
    const statements = `if (x) { var r = await ${ask}; return r.AccessToken; }\nelse { var r = Other(); return r; }`;
    expect(calls(statements)).toEqual(['"a" used']);
  });
});

describe('a token that is exchanged in a statement of its own', () => {
  const exchange = (statements: string) => calls(`var r = await ${ask};\n${statements}`);
  const call = 's.ExchangeToAltinnToken(r, e)';

  test.each([
    `var t = await ${call};\nreturn t.AccessToken;`,
    `var t = await ${call};`,
    `var t = (await ${call});\nreturn t.AccessToken;`,
    `TokenResponse t = await ${call};\nreturn t?.AccessToken;`,
    `var t = (await ${call}).AccessToken;\nreturn t;`,
    `string t = (await ${call})!.AccessToken;\nreturn t;`,
    `r = await ${call};\nreturn r.AccessToken;`,
    `r = (await ${call});\nreturn r.AccessToken + r.AccessToken;`,
    `return (await ${call}).AccessToken;`,
    `return (await s.ExchangeToAltinnToken(r!, e)).AccessToken;`,
    `return (await s.ExchangeToAltinnToken(environment: e, tokenResponse: r)).AccessToken;`,
    `var t = ${call}.Result;\nreturn t.AccessToken;`,
    `Log();\nvar t = await ${call};\nLog();\nreturn t.AccessToken;`,
    `return F((await ${call}).AccessToken) + "x";`,
    `using (var c = new X((await ${call}).AccessToken)) { }`,
    `if (F((await ${call}).AccessToken)) return "";`,
  ])('%s', (statements) => {
    expect(exchange(statements)).toEqual(['exchanged "a" used']);
  });

  test.each([
    ['response-used', `var t = await ${call};\nreturn t.AccessToken + t.Scope;`],
    ['response-used', `_t = await ${call};`],
    ['response-used', `return await ${call};`],
    ['response-used', `r = await ${call};\nreturn r.AccessToken + r.Scope;`],
    ['response-used', `return (await ${call}).Scope;`],
    ['first-token-used', `var t = await ${call};\nreturn t.AccessToken + r.AccessToken;`],
    ['first-token-used', `F(r.AccessToken);\nvar t = await ${call};\nreturn t.AccessToken;`],
    ['first-token-used', `F(r = await ${call});`],
    ['task-kept', `var t = ${call};\nreturn (await t).AccessToken;`],
    ['enterprise-user', `return (await s.ExchangeToAltinnToken(r, e, "n", "p")).AccessToken;`],
    ['test-org', `return (await s.ExchangeToAltinnToken(r, e, isTestOrg: true)).AccessToken;`],
    ['caching-disabled', `return (await s.ExchangeToAltinnToken(r, e, disableCaching: true)).AccessToken;`],
    ['response-used', `return (await s.ExchangeToAltinnToken(Checked(r), e)).AccessToken;`],
    ['response-used', `return (await s.ExchangeToAltinnToken(other, r)).AccessToken;`],
    ['exchanged-elsewhere', `if (x) { return (await ${call}).AccessToken; }`],
    ['exchanged-elsewhere', `if (x) return (await ${call}).AccessToken;`],
    ['exchanged-elsewhere', `while (x) F((await ${call}).AccessToken);`],
    ['exchanged-elsewhere', `foreach (var x in all) { F((await ${call}).AccessToken); }`],
    ['exchanged-elsewhere', `try { return (await ${call}).AccessToken; } catch { return ""; }`],
    ['exchanged-elsewhere', `return x ? (await ${call}).AccessToken : "";`],
    ['exchanged-elsewhere', `return x switch { 1 => (await ${call}).AccessToken, _ => "" };`],
    ['exchanged-elsewhere', `F(x && Is((await ${call}).AccessToken));`],
    ['exchanged-elsewhere', `F(x || Is((await ${call}).AccessToken));`],
    ['exchanged-elsewhere', `F(x ?? (await ${call}).AccessToken);`],
    ['exchanged-elsewhere', `F(() => ${call}.Result.AccessToken);`],
    ['exchanged-elsewhere', `F(async delegate { return (await ${call}).AccessToken; });`],
  ])('%s: %s', (use, statements) => {
    expect(exchange(statements)).toEqual([use]);
  });

  test.each([
    `F("x" + (await ${call}).AccessToken);`,
    `F((await ${call}).AccessToken == x);`,
    `F(new X { Token = (await ${call}).AccessToken });`,
  ])('each time that the statement runs: %s', (statements) => {
    expect(exchange(statements)).toEqual(['exchanged "a" used']);
  });
});

test('statements of a lambda stand beside each other', () => {
  const pair = `var r = await ${ask}; var t = await s.ExchangeToAltinnToken(r, e); return t.AccessToken;`;
  expect(calls(`F(async () => { ${pair} });`)).toEqual(['exchanged "a" used']);
  expect(calls(`F(x ? async () => { ${pair} } : null);`)).toEqual(['exchanged "a" used']);
});

test('top-level statements stand beside each other', () => {
  const text = `${using}var s = sp.GetRequiredService<IMaskinportenService>();\nvar r = await ${ask};\nvar t = await s.ExchangeToAltinnToken(r, e);\nF(t.AccessToken);\n`;
  const project = projectWith({ 'Program.cs': text });
  const [first] = readTokenUses({ project, imports: openImports([], project) }, '.').consumers;
  expect(first?.rewrite).toMatchObject({ kind: 'known', calls: [{ exchange: true }] });
});
