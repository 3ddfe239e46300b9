import { beforeAll, describe, expect, test } from 'vitest';
import { readTokenUses } from '../../../../src/app/clients/consumers/token-uses.ts';
import { openImports } from '../../../../src/app/imports.ts';
import { textOf } from '../../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { projectWith, type Sources } from '../../startup/started.ts';

beforeAll(loadCSharp);

const shims = 'using Altinn.App.Core.Internal.Maskinporten;\n';
const external = 'using Altinn.ApiClients.Maskinporten.Config;\n';

function usesIn(text: string, others: Sources = {}) {
  const project = projectWith({ 'Code.cs': text, ...others });
  return readTokenUses({ project, imports: openImports([], project) }, '.');
}

/** How the classes of a file come by old clients, and what keeps them from moving. */
function consumers(text: string, others: Sources = {}): readonly string[] {
  return usesIn(text, others).consumers.map(({ client, how, at, rewrite }) => {
    const obstacles = rewrite.kind === 'by-hand' ? rewrite.obstacles.map(({ use, line }) => ` ${use}:${line}`) : [];
    return `${client} ${how} ${textOf(at, text)}${obstacles.join('')}`;
  });
}

describe('who gets hold of an old client', () => {
  test.each([
    [
      'a constructor',
      `${shims}class C { public C(IMaskinportenTokenProvider p) { } }`,
      ['token-provider injected IMaskinportenTokenProvider'],
    ],
    [
      'a primary constructor',
      `${external}class C(IMaskinportenService s) { }`,
      ['external-service injected IMaskinportenService'],
    ],
    [
      'two constructors',
      `${shims}class C { C(IMaskinportenTokenProvider p) { } C(IMaskinportenTokenProvider p, A a) { } }`,
      ['token-provider injected IMaskinportenTokenProvider', 'token-provider injected IMaskinportenTokenProvider'],
    ],
    [
      'a field beside a constructor',
      `${shims}class C { IMaskinportenTokenProvider _p; C(IMaskinportenTokenProvider p) => _p = p; }`,
      ['token-provider injected IMaskinportenTokenProvider'],
    ],
    [
      'a field by itself',
      `${shims}class C { IMaskinportenTokenProvider _p; }`,
      ['token-provider held IMaskinportenTokenProvider'],
    ],
    [
      'the services',
      `${shims}var p = s.GetRequiredService<IMaskinportenTokenProvider>();`,
      ['token-provider resolved IMaskinportenTokenProvider'],
    ],
    [
      'the services, by a type',
      `${shims}var p = s.GetService(typeof(IMaskinportenTokenProvider));`,
      ['token-provider held IMaskinportenTokenProvider type-used:2'],
    ],
    [
      'a parameter of a method',
      `${shims}class C { void A(IMaskinportenTokenProvider p) { } }`,
      ['token-provider held IMaskinportenTokenProvider passed-on:2'],
    ],
    [
      'a parameter of an action',
      `${shims}class C { void A([FromServices] IMaskinportenTokenProvider p) { } }`,
      ['token-provider injected IMaskinportenTokenProvider'],
    ],
    [
      'a full name',
      'class C(Altinn.App.Core.Internal.Maskinporten.IMaskinportenTokenProvider p) { }',
      ['token-provider injected Altinn.App.Core.Internal.Maskinporten.IMaskinportenTokenProvider'],
    ],
    [
      'the rest of a name',
      'namespace Altinn.App.Own;\nclass C(Core.Internal.Maskinporten.IMaskinportenTokenProvider p) { }',
      ['token-provider injected Core.Internal.Maskinporten.IMaskinportenTokenProvider'],
    ],
    [
      'a namespace by another name',
      'using M = Altinn.App.Core.Internal.Maskinporten;\nclass C(M.IMaskinportenTokenProvider p) { }',
      ['token-provider injected M.IMaskinportenTokenProvider'],
    ],
    [
      'another name',
      `using P = Altinn.App.Core.Internal.Maskinporten.IMaskinportenTokenProvider;\nclass C(P p) { }`,
      ['token-provider injected P'],
    ],
    [
      'two classes',
      `${shims}class C(IMaskinportenTokenProvider p) { }\nclass D(IMaskinportenTokenProvider p) : E(p) { }`,
      [
        'token-provider injected IMaskinportenTokenProvider',
        'token-provider injected IMaskinportenTokenProvider passed-on:3',
      ],
    ],
    ['nobody', `${shims}class C(IHttpClientFactory f) { }`, []],
    [
      'a name that nothing imported could have but Altinn’s',
      'using System;\nclass C(IMaskinportenTokenProvider p) { }',
      ['token-provider injected IMaskinportenTokenProvider'],
    ],
    ['nobody who imports another', 'using Own.Maskinporten;\nclass C(IMaskinportenService s) { }', []],
  ])('%s', (_, text, expected) => {
    expect(consumers(text)).toEqual(expected);
  });

  test('an import for the whole project', () => {
    const text = 'class C(IMaskinportenTokenProvider p) { }';
    expect(consumers(text, { 'Usings.cs': `global ${shims}` })).toHaveLength(1);
  });

  test('not where the app has a type of that name', () => {
    const text = `${shims}class C(IMaskinportenTokenProvider p) { }`;
    expect(consumers(text, { 'Own.cs': 'interface IMaskinportenTokenProvider { }' })).toEqual([]);
  });
});

describe('a class that gets hold of an old client', () => {
  const only = (text: string) => {
    const [first, ...others] = usesIn(text).consumers;
    if (first === undefined || others.length > 0) throw new Error(`${others.length} others`);
    return first;
  };

  test.each([
    [`${shims}class C(IMaskinportenTokenProvider p);`, 'C'],
    [`${shims}class C { IMaskinportenTokenProvider _p; C(IMaskinportenTokenProvider p) => _p = p; }`, 'C'],
    [`${shims}class C { void A([FromServices] IMaskinportenTokenProvider p) { } }`, null],
    [`${shims}class C { void A(S s) { s.GetService<IMaskinportenTokenProvider>(); } }`, null],
    [`${shims}var p = s.GetService<IMaskinportenTokenProvider>();`, null],
  ])('is made with it, or not: %s', (text, name) => {
    expect(only(text).madeAs).toBe(name);
  });

  test('says what it asks with only where it asks the package’s service', () => {
    expect(only(`${shims}class C(IMaskinportenTokenProvider p);`).credentials).toBeNull();
    const asking = `${external}class C(IMaskinportenService s) { object A() => s.GetToken("k", "e", "id", "a", null); }`;
    expect(only(asking).credentials?.ids).toHaveLength(1);
  });

  test('has an id of its own', () => {
    const { consumers } = usesIn(
      `${shims}${external}class C(IMaskinportenTokenProvider p);\nclass D(IMaskinportenTokenProvider p);\nclass E(IMaskinportenService s);`,
    );
    const ids = consumers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain('');
  });
});

describe('what a class asks for', () => {
  test('each call with its scopes and what becomes of the token', () => {
    const text = `${shims}class C(IMaskinportenTokenProvider p)
{
    async Task A()
    {
        var t = await p.GetToken("a b");
        Send(p.GetAltinnExchangedToken(x).Result);
        await p.GetToken("c");
    }
    Task<string> B() => p.GetToken("d");
}`;
    const [only] = usesIn(text).consumers;
    const calls = only?.rewrite.kind === 'known' ? only.rewrite.calls : [];
    expect(
      calls.map(({ exchange, scope, result }) => [exchange, textOf(scope.at, text), scope.parts, result.kind]),
    ).toEqual([
      [false, '"a b"', ['a', 'b'], 'used'],
      [true, 'x', null, 'used'],
      [false, '"c"', null, 'dropped'],
      [false, '"d"', null, 'handed-on'],
    ]);
  });
});

describe('what stands behind the old clients', () => {
  test('the library’s provider, with its secret', () => {
    const read = (call: string) =>
      usesIn(`${shims}${call}`).providerRegistrations.map(({ form, secret }) => [form, secret]);
    expect(read('services.AddMaskinportenJwkTokenProvider("key");')).toEqual([['extension', 'key']]);
    expect(read('MaskinportenExtensions.AddMaskinportenJwkTokenProvider(services, "key");')).toEqual([
      ['static', 'key'],
    ]);
    expect(read('services.AddMaskinportenJwkTokenProvider(Name());')).toEqual([['extension', null]]);
    const elsewhere = usesIn('using Own.Tokens;\nservices.AddMaskinportenJwkTokenProvider("key");');
    expect(elsewhere.providerRegistrations).toEqual([]);
  });

  test('the library’s provider, wherever its name is brought from', () => {
    const count = (text: string, others: Sources = {}) => usesIn(text, others).providerRegistrations.length;
    const add = 'AddMaskinportenJwkTokenProvider';
    const qualified = `Altinn.App.Core.Internal.Maskinporten.MaskinportenExtensions.${add}(services, "key");`;
    expect(count(`services.${add}("key");`)).toBe(1);
    expect(count(`using Own.Tokens;\n${qualified}`)).toBe(1);
    expect(count(`using Own.Tokens;\n${qualified.replace('Altinn', 'Own')}`)).toBe(0);
    expect(count(`${shims}services.${add}();`)).toBe(0);
    expect(count(`${shims}services.${add}("a").${add}("b");`)).toBe(2);
    expect(count(`${shims}services.${add}s("key");`)).toBe(0);
    const own = { 'Own.cs': `static class Own { public static S ${add}(this S services, string name) => services; }` };
    expect(count(`${shims}services.${add}("key");`, own)).toBe(0);
  });

  test('the settings, each with the call as written and an id of its own', () => {
    const text = `${external}services.Configure<MaskinportenSettings>(config.GetSection("A"));\nservices.Configure<MaskinportenSettings>(\n    Find());`;
    const registrations = usesIn(text).settingsRegistrations;
    expect(registrations.map(({ expression }) => expression)).toEqual([
      'Configure<MaskinportenSettings>(config.GetSection("A"))',
      'Configure<MaskinportenSettings>(\n    Find())',
    ]);
    const ids = registrations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(ids).not.toContain('');
  });

  test('the settings, and nothing else that takes their type', () => {
    const count = (text: string) => usesIn(`${external}${text}`).settingsRegistrations.length;
    expect(count('services.Configure<Config.MaskinportenSettings>(x);')).toBe(0);
    expect(count('services.Configure<Altinn.ApiClients.Maskinporten.Config.MaskinportenSettings>(x);')).toBe(1);
    expect(count('services?.Configure<MaskinportenSettings>(x);')).toBe(1);
    expect(count('services.Configure<MaskinportenSettings>();')).toBe(0);
    expect(count('services.PostConfigure<MaskinportenSettings>(x);')).toBe(0);
    expect(count('services.Configure<MaskinportenSettings<SettingsJwkClientDefinition>>(x);')).toBe(0);
    expect(count('F(services.Configure<MaskinportenSettings>);')).toBe(0);
    expect(count('new Configure<MaskinportenSettings>(x);')).toBe(0);
  });

  test('the settings, with their section', () => {
    const read = (call: string) => usesIn(`${external}${call}`).settingsRegistrations.map(({ section }) => section);
    expect(read('services.Configure<MaskinportenSettings>(config.GetSection("A").GetSection("B"));')).toEqual(['A:B']);
    expect(read('services.Configure<MaskinportenSettings>(o => o.ClientId = "x");')).toEqual([null]);
    expect(read('services.Configure<MaskinportenSettings>("name", config.GetSection("A"));')).toEqual([]);
    expect(read('services.Configure<OtherSettings>(config.GetSection("A"));')).toEqual([]);
    expect(usesIn('services.Configure<MaskinportenSettings>(x);').settingsRegistrations).toEqual([]);
  });

  test('who takes the settings', () => {
    const read = (text: string) => usesIn(`${external}${text}`).settingsInjections.length;
    expect(read('class C(IOptions<MaskinportenSettings> o) { IOptions<MaskinportenSettings> _o = o; }')).toBe(1);
    expect(read('class C(IOptionsMonitor<MaskinportenSettings>? o) { }')).toBe(1);
    expect(read('var o = s.GetRequiredService<IOptions<MaskinportenSettings>>();')).toBe(1);
    expect(read('class C(MaskinportenSettings s) { }')).toBe(0);
    expect(read('class C(IOptionsSnapshot<MaskinportenSettings> o) { }')).toBe(1);
    expect(read('class C(Microsoft.Extensions.Options.IOptions<MaskinportenSettings> o) { }')).toBe(1);
    expect(read('class C(MyIOptions<MaskinportenSettings> o) { }')).toBe(0);
    expect(read('class C(IOptionsOf<MaskinportenSettings> o) { }')).toBe(0);
    expect(read('class C(Lazy<MaskinportenSettings> o) { }')).toBe(0);
    expect(read('class C { IOptions<MaskinportenSettings> P { get; } }')).toBe(0);
  });

  test('who takes the settings, by the whole of what is taken', () => {
    const text = `${external}class C(Microsoft.Extensions.Options.IOptions<MaskinportenSettings>? o) { }`;
    expect(usesIn(text).settingsInjections.map((at) => textOf(at, text))).toEqual([
      'Microsoft.Extensions.Options.IOptions<MaskinportenSettings>?',
    ]);
  });

  test('what the app registers', () => {
    const read = (text: string) =>
      usesIn(`${external}${text}`).clientRegistrations.map(({ implementation, removal }) => [
        implementation,
        removal?.kind ?? null,
      ]);
    expect(read('services.AddHttpClient<IMaskinportenService, MaskinportenService>().AddPolicyHandler(p);')).toEqual([
      ['MaskinportenService', 'statement'],
    ]);
    expect(read('var b = services.AddHttpClient<IMaskinportenService, MaskinportenService>();')).toEqual([
      ['MaskinportenService', null],
    ]);
    expect(read('services.A().AddHttpClient<IMaskinportenService, MaskinportenService>();')).toEqual([
      ['MaskinportenService', null],
    ]);
    expect(read('services.AddSingleton<IMaskinportenService>(_ => x);')).toEqual([[null, 'call']]);
    expect(read('services.TryAddTransient<IMaskinportenService, Own.Service>();')).toEqual([['Own.Service', 'call']]);
    expect(read('services.AddHttpClient<IMaskinportenService, MaskinportenService>().AddHttpClient<Other>();')).toEqual(
      [['MaskinportenService', 'statement']],
    );
    expect(read('services.AddSingleton<IOther, Wrapper<IMaskinportenService>>();')).toEqual([]);
    expect(read('services.AddSingleton<IOther, IMaskinportenService>();')).toEqual([]);
    expect(read('services.GetRequiredService<IMaskinportenService>();')).toEqual([]);
  });

  test('the app’s own, the library’s eFormidling, the exception and the oldest API', () => {
    const text = `${shims}${external}class Own : IMaskinportenTokenProvider { }
class D { void A() { services.AddEFormidlingServices<X, Y>(c); services.AddEFormidlingServices<X>(c); } }
class E { void A() { try { } catch (TokenRequestException) { } } }
class F(IMaskinporten m, MaskinportenTokenHandler<X> h) { MaskinportenSettings<X> s; }`;
    const uses = usesIn(text);
    expect(uses.implementations.map(({ client, name }) => [client, name])).toEqual([['token-provider', 'Own']]);
    expect(uses.legacyEformidling).toHaveLength(1);
    expect(uses.exceptions).toHaveLength(1);
    expect(uses.oldest.map(({ name }) => name)).toEqual(['IMaskinporten', 'MaskinportenTokenHandler']);
  });

  test('the oldest API by its own names, and settings only where they are configured', () => {
    const oldest = (code: string) => usesIn(`${external}${code}`).oldest.map(({ name }) => name);
    expect(oldest('services.Configure<MaskinportenSettings<SettingsJwkClientDefinition>>(x);')).toEqual([
      'MaskinportenSettings',
    ]);
    expect(oldest('services.Configure<MaskinportenSettings>(x);')).toEqual([]);
    expect(oldest('services.PostConfigure<MaskinportenSettings<D>>(x);')).toEqual([]);
    expect(oldest('class C(MaskinportenSettings<D> s);')).toEqual([]);
    expect(oldest('class C(Altinn.ApiClients.Maskinporten.Handlers.MaskinportenTokenHandler<A.B> h);')).toEqual([
      'MaskinportenTokenHandler',
    ]);
  });

  test('the app’s own of both clients', () => {
    const text = `${shims}${external}class A : IMaskinportenService { }\nclass B : Base, IMaskinportenTokenProvider { }\nclass D(IMaskinportenService s) { }`;
    expect(usesIn(text).implementations.map(({ client, name, at }) => [client, name, textOf(at, text)])).toEqual([
      ['token-provider', 'B', 'IMaskinportenTokenProvider'],
      ['external-service', 'A', 'IMaskinportenService'],
    ]);
    expect(usesIn(text).consumers).toHaveLength(1);
  });

  test('the class behind the provider', () => {
    const text = `${shims}var p = new MaskinportenJwkTokenProvider(a, "b");\nMaskinportenJwkTokenProviders q;`;
    expect(usesIn(text).directProviders.map((at) => textOf(at, text))).toEqual(['MaskinportenJwkTokenProvider']);
  });

  test('the library’s eFormidling where it takes the package’s service', () => {
    const text = 'services.AddEFormidlingServices<X, Y>(c);\nservices.AddEFormidlingServices2<X, Y>(c);';
    expect(usesIn(text).legacyEformidling.map((at) => textOf(at, text))).toEqual(['AddEFormidlingServices']);
    expect(usesIn('services.AddEFormidlingServices(c);').legacyEformidling).toEqual([]);
    expect(usesIn('services.AddEFormidlingServices<X, Y, Z>(c);').legacyEformidling).toEqual([]);
  });
});
