import { beforeAll, describe, expect, test } from 'vitest';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { builtInUse, textAt, tokenCalls } from './facts.ts';

beforeAll(loadCSharp);

const asks = 'client.GetAccessToken(["a:b"]);';
const asked = ['GetAccessToken: a:b'];

describe('a token is asked for by whatever holds the client', () => {
  test.each([
    ['a primary constructor', `class C(IMaskinportenClient client) { Task M() => ${asks} }`],
    ['a constructor', `class C { C(IMaskinportenClient client) { ${asks} } }`],
    ['a field', `class C { readonly IMaskinportenClient client; Task M() => ${asks} }`],
    ['a field of this', `class C { readonly IMaskinportenClient client; Task M() => this.${asks} }`],
    ['a property', 'class C { IMaskinportenClient Client { get; } Task M() => Client.GetAccessToken(["a:b"]); }'],
    ['a parameter of a method', `class C { Task M(IMaskinportenClient client) => ${asks} }`],
    ['an extension method', `static class E { static Task M(this IMaskinportenClient client) => ${asks} }`],
    ['a lambda', `app.MapGet("/", async (IMaskinportenClient client) => await ${asks.replace(';', '')});`],
    ['a local', `var client = services.GetRequiredService<IMaskinportenClient>(); await ${asks}`],
    [
      'a local with its type',
      `IMaskinportenClient client = services.GetService<IMaskinportenClient>()!; await ${asks}`,
    ],
    ['the container', 'await sp.GetRequiredService<IMaskinportenClient>().GetAccessToken(["a:b"]);'],
    ['the container, by a key', 'await sp.GetRequiredKeyedService<IMaskinportenClient>("k").GetAccessToken(["a:b"]);'],
    [
      'the container, by a key if there is one',
      'await sp.GetKeyedService<IMaskinportenClient>("k")!.GetAccessToken(["a:b"]);',
    ],
    ['a record', `record C(IMaskinportenClient client) { Task M() => ${asks} }`],
    ['a struct', `struct C(IMaskinportenClient client) { Task M() => ${asks} }`],
    [
      'one of several in an array',
      'class C(IMaskinportenClient[] all) { Task M() => all[0].GetAccessToken(["a:b"]); }',
    ],
    [
      'what is awaited',
      'class C { Task<IMaskinportenClient> Get() => x; async Task M() => await (await Get()).GetAccessToken(["a:b"]); }',
    ],
    ['a lazy one', 'class C(Lazy<IMaskinportenClient> lazy) { Task M() => lazy.Value.GetAccessToken(["a:b"]); }'],
    ['a base class', `class B { protected IMaskinportenClient client; } class C : B { Task M() => ${asks} }`],
    [
      'its full name',
      `class C(Altinn.App.Core.Features.Maskinporten.IMaskinportenClient client) { Task M() => ${asks} }`,
    ],
    [
      'one that may be null',
      `class C(IMaskinportenClient? client) { async Task M() { await client?.GetAccessToken(["a:b"]); } }`,
    ],
    ['forgiven', 'class C(IMaskinportenClient? client) { Task M() => client!.GetAccessToken(["a:b"]); }'],
    ['#if', `class C(IMaskinportenClient client) {\n#if DEBUG\nTask M() => ${asks}\n#endif\n}`],
  ])('%s', (_, text) => {
    expect(tokenCalls(text)).toEqual(asked);
  });

  test('with exchange', () => {
    const text = 'class C(IMaskinportenClient client) { Task M() => client.GetAltinnExchangedToken(["a:b"], ct); }';
    expect(tokenCalls(text)).toEqual(['GetAltinnExchangedToken: a:b']);
  });

  test('in a class whose client another file declares', () => {
    const others = { 'Base.cs': 'namespace N; public class Base { protected readonly IMaskinportenClient client; }' };
    expect(tokenCalls(`class C : N.Base { Task M() => ${asks} }`, others)).toEqual(asked);
  });

  test('the places are those of the call and of its name', () => {
    const text = `class C(IMaskinportenClient client) { Task M() => ${asks} }`;
    const [call] = builtInUse(text).clients.flatMap(({ calls }) => calls);
    expect(call && textAt(call.call, text)).toBe(asks.replace(';', ''));
    expect(call && textAt(call.name, text)).toBe('GetAccessToken');
  });
});

describe('whose the name is, the imports tell', () => {
  const text = `class C(IMaskinportenClient client) { Task M() => ${asks} }`;
  test.each([
    ['of the file', 'using Altinn.App.Core.Features.Maskinporten;\n', text],
    ['in full', '', text.replace('IMask', 'Altinn.App.Core.Features.Maskinporten.IMask')],
    ['from the outermost namespace', '', text.replace('IMask', 'global::Altinn.App.Core.Features.Maskinporten.IMask')],
    [
      'by an alias',
      'using Own = Altinn.App.Core.Features.Maskinporten.IMaskinportenClient;\n',
      text.replace('IMaskinportenClient', 'Own'),
    ],
    [
      'by an alias of the namespace',
      'using Own = Altinn.App.Core.Features.Maskinporten;\n',
      text.replace('IMask', 'Own.IMask'),
    ],
    ['by an import out of sight, where no other library is imported', 'using Microsoft.Extensions.Http;\n', text],
    [
      'by the namespace around',
      '',
      `namespace Altinn.App.Core { ${text.replace('IMask', 'Features.Maskinporten.IMask')} }`,
    ],
    ['in the namespace itself', '', `namespace Altinn.App.Core.Features.Maskinporten { ${text} }`],
    ['below the namespace', '', `namespace Altinn.App.Core.Features.Maskinporten.Own { ${text} }`],
    ['inside a namespace', '', `namespace N { using Altinn.App.Core.Features.Maskinporten; ${text} }`],
  ])('%s', (_, usings, source) => {
    expect(tokenCalls(source, {}, usings)).toEqual(asked);
  });

  test('of every file of the project', () => {
    const others = { 'Usings.cs': 'global using Altinn.App.Core.Features.Maskinporten;' };
    expect(tokenCalls(text, others, '')).toEqual(asked);
  });

  test.each([
    ['not where another library may have brought it', 'using Nordfelles.Http;\n', text, {}],
    ['not by that of another package', 'using Nordfelles.Maskinporten;\n', text, {}],
    [
      'not where the app has one of its own',
      'using Altinn.App.Core.Features.Maskinporten;\n',
      text,
      { 'Own.cs': 'interface IMaskinportenClient { }' },
    ],
    ['not in a namespace beside it', 'using Nordfelles;\n', `namespace Altinn.App.Core.Features { ${text} }`, {}],
    ['not behind another namespace', 'using Microsoft.Extensions.Http;\n', text.replace('IMask', 'Own.IMask'), {}],
    [
      'not by an alias of something else',
      'using Own = Nordfelles.IMaskinportenClient;\n',
      text.replace('IMaskinportenClient', 'Own'),
      {},
    ],
    ['not by a static import', 'using static Altinn.App.Core.Features.Maskinporten;\nusing Nordfelles;\n', text, {}],
    [
      'not for a longer type',
      'using Altinn.App.Core.Features.Maskinporten;\n',
      text.replace('IMaskinportenClient', 'IMaskinportenClients'),
      {},
    ],
    [
      'not for a type that ends alike',
      'using Altinn.App.Core.Features.Maskinporten;\n',
      text.replace('IMask', 'OurIMask'),
      {},
    ],
    [
      'not for one inside another',
      'using Altinn.App.Core.Features.Maskinporten;\n',
      text.replace('IMask', 'Outer.IMask'),
      {},
    ],
    [
      'not for several of it',
      'using Altinn.App.Core.Features.Maskinporten;\n',
      text.replace('IMaskinportenClient', 'List<IMaskinportenClient>'),
      {},
    ],
    [
      'not for another method',
      'using Altinn.App.Core.Features.Maskinporten;\n',
      text.replace('GetAccessToken', 'GetAccessTokens'),
      {},
    ],
    ['not for another type', 'using Altinn.App.Core.Features.Maskinporten;\n', text.replace('IMask', 'Mask'), {}],
  ])('%s', (_, usings, source, others) => {
    expect(tokenCalls(source, others, usings)).toEqual([]);
  });

  test('but part of the full name counts beside one of the app’s own', () => {
    const part = `namespace Altinn.App.Core { ${text.replace('IMask', 'Features.Maskinporten.IMask')} }`;
    expect(tokenCalls(part, { 'Own.cs': 'interface IMaskinportenClient { }' }, '')).toEqual(asked);
  });

  test('but the full name counts beside one of the app’s own', () => {
    const full = text.replace('IMask', 'Altinn.App.Core.Features.Maskinporten.IMask');
    expect(tokenCalls(full, { 'Own.cs': 'interface IMaskinportenClient { }' }, '')).toEqual(asked);
  });
});

describe('whoever holds the client is a client', () => {
  const clientsIn = (text: string, others = {}) =>
    builtInUse(text, others).clients.map(({ holder, at, calls }) => {
      return `${holder} at ${textAt(at, text, others)}: ${calls.map(({ method }) => method).join(', ')}`;
    });

  test.each([
    [
      'once, where its constructor takes it',
      `class C { readonly IMaskinportenClient client; C(IMaskinportenClient given) { client = given; } Task M() => ${asks} }`,
      ['C at IMaskinportenClient given: GetAccessToken'],
    ],
    [
      'with all that it asks for',
      `class C(IMaskinportenClient client) { Task M() => ${asks} Task N() => client.GetAltinnExchangedToken(["c"]); }`,
      ['C at IMaskinportenClient client: GetAccessToken, GetAltinnExchangedToken'],
    ],
    ['also when it asks for nothing', 'class C(IMaskinportenClient client) { }', ['C at IMaskinportenClient client: ']],
    [
      'in parts',
      `partial class C(IMaskinportenClient client) { } partial class C { Task M() => ${asks} }`,
      ['C at IMaskinportenClient client: GetAccessToken'],
    ],
    [
      'each of its own',
      `class C(IMaskinportenClient client) { Task M() => ${asks} } class D(IMaskinportenClient client) { }`,
      ['C at IMaskinportenClient client: GetAccessToken', 'D at IMaskinportenClient client: '],
    ],
    [
      'at top level, where it is resolved',
      `var client = app.Services.GetRequiredService<IMaskinportenClient>(); await ${asks}`,
      ['Program at app.Services.GetRequiredService<IMaskinportenClient>(): GetAccessToken'],
    ],
    [
      'where its constructor takes it rather than where a method does',
      'class C { void M(IMaskinportenClient a) { } C(IMaskinportenClient given) { } }',
      ['C at IMaskinportenClient given: '],
    ],
    [
      'where it is resolved rather than where a method takes it',
      'class C { void M(IMaskinportenClient a) { } void N() { sp.GetService<IMaskinportenClient>(); } }',
      ['C at sp.GetService<IMaskinportenClient>(): '],
    ],
    [
      'where a method takes it rather than in a member',
      'class C { readonly IMaskinportenClient held; void M(IMaskinportenClient a) { } }',
      ['C at IMaskinportenClient a: '],
    ],
    [
      'in a property',
      'class C { public IMaskinportenClient Held { get; set; } }',
      ['C at public IMaskinportenClient Held { get; set; }: '],
    ],
    [
      'in a class inside another, by itself',
      'class B { class C(IMaskinportenClient client) { } }',
      ['C at IMaskinportenClient client: '],
    ],
    [
      'of one name in two classes',
      'class A { class C(IMaskinportenClient a) { } } class B { class C(IMaskinportenClient b) { } }',
      ['C at IMaskinportenClient a: ', 'C at IMaskinportenClient b: '],
    ],
    [
      'not what another service is asked for',
      'class C(IServiceProvider sp) { void M() { sp.GetServices<IMaskinportenClient>(); } }',
      [],
    ],
    ['not a local function’s look-alike', 'class C(IMaskinportenClients clients) { }', []],
    ['not an interface', 'interface I { Task M(IMaskinportenClient client); }', []],
    ['not a class that is one', 'class Fake : IMaskinportenClient { }', []],
    ['not a registration', 'services.AddSingleton<IMaskinportenClient, Fake>();', []],
  ])('%s', (_, text, clients) => {
    expect(clientsIn(text)).toEqual(clients);
  });

  test('where it asks, if another class hands it over', () => {
    const others = { 'Base.cs': 'namespace N; public class Base { protected readonly IMaskinportenClient client; }' };
    const text = `class C : N.Base { Task M() => ${asks} }`;
    expect(clientsIn(text, others)).toEqual([
      'Base at protected readonly IMaskinportenClient client;: ',
      `C at ${asks.replace(';', '')}: GetAccessToken`,
    ]);
  });

  test('in the order of the files, whatever order they are read in', () => {
    const text = 'class Z(IMaskinportenClient z) { } class Y(IMaskinportenClient y) { }';
    const others = {
      'Before.cs': 'class B(IMaskinportenClient b) { }',
      'After.cs': 'class A(IMaskinportenClient a) { }',
    };
    expect(builtInUse(text, others).clients.map(({ holder }) => holder)).toEqual(['A', 'B', 'Z', 'Y']);
  });

  test('in each program by itself', () => {
    const top = 'await sp.GetService<IMaskinportenClient>().GetAccessToken(["a"]);';
    expect(
      builtInUse(top, { 'Other.cs': top }).clients.map(({ holder, calls }) => `${holder} ${calls.length}`),
    ).toEqual(['Program 1', 'Program 1']);
  });

  test('under an id that stays when lines move', () => {
    const text = `class C(IMaskinportenClient client) { Task M() => ${asks} }`;
    const idsIn = (source: string) => builtInUse(source).clients.map(({ id }) => id);
    expect(idsIn(`\n\n${text.replace(' { ', '\n{\n')}`)).toEqual(idsIn(text));
    expect(new Set(idsIn(`${text} class D(IMaskinportenClient client) { }`)).size).toBe(2);
  });
});

describe('a file may exchange tokens by hand', () => {
  const exchanged = (extra: string) =>
    builtInUse(`class C(IMaskinportenClient client) { Task M() => ${asks} ${extra} }`)
      .clients.flatMap(({ calls }) => calls)
      .map(({ exchangedByHand }) => exchangedByHand);
  test.each([
    ['by a request', 'string U = "authentication/api/v1/exchange/maskinporten?test=true";', true],
    ['by an interpolated one', 'string U => $"{Base}/exchange/maskinporten";', true],
    ['by one put together', 'string U => Base + @"exchange/maskinporten";', true],
    ['by a raw text', 'string U = """authentication/exchange/maskinporten""";', true],
    ['by one in another casing', 'string U = "Exchange/Maskinporten";', true],
    ['not by a longer address', 'string U = "exchange/maskinportenly";', false],
    ['not by one that ends alike', 'string U = "unexchange/maskinporten";', false],
    ['not in a comment', '// exchange/maskinporten', false],
    ['not by another address', 'string U = "exchange/id-porten";', false],
  ])('%s', (_, extra, expected) => {
    expect(exchanged(extra)).toEqual([expected]);
  });
});
