import { beforeAll, describe, expect, test } from 'vitest';
import { readTokenUses } from '../../../../src/app/clients/consumers/token-uses.ts';
import { openImports } from '../../../../src/app/imports.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { projectWith, type Sources } from '../../startup/started.ts';

beforeAll(loadCSharp);

const using = 'using Altinn.App.Core.Internal.Maskinporten;\n';

function consumerIn(text: string, others: Sources = {}) {
  const project = projectWith({ 'Own.cs': `${using}${text}`, ...others });
  const [first] = readTokenUses({ project, imports: openImports([], project) }, '.').consumers;
  if (first === undefined) throw new Error(`nobody asks in ${text}`);
  return first;
}

/** What keeps the class of a file from getting its client in another type. */
function obstacles(text: string, others: Sources = {}): readonly string[] {
  const { rewrite } = consumerIn(text, others);
  return rewrite.kind === 'by-hand' ? rewrite.obstacles.map(({ use, line }) => `${use}:${line}`) : [];
}

const injected = 'class Own(IMaskinportenTokenProvider p) { }';
const resolving = 'class Own { void A(S s) { var p = s.GetService<IMaskinportenTokenProvider>(); } }';

describe('a class that is given its client', () => {
  test.each<readonly [what: string, other: string, expected: readonly string[]]>([
    ['is made elsewhere', 'class A { object B(object p) => new Own(p); }', ['made-by-hand:2']],
    ['is made for a member of another', 'class A { void B(H h, object p) { h.Mine = new(p); } }', ['made-by-hand:2']],
    ['is derived from', 'class A(object p) : Own(p);', ['derived-class:2']],
    ['has another part', 'partial class Own { }', ['partial-class:2']],
    ['has a namesake of another kind', 'interface Own { }', []],
    ['is only named', 'class A { Own own; }', []],
    ['is only registered', 'services.AddHttpClient<Own>(c => c.BaseAddress = new(url));', []],
  ])('%s', (_, other, expected) => {
    const holder = 'class H { public Own Mine { get; set; } }';
    expect(obstacles(injected, { 'Other.cs': other, 'Holder.cs': holder })).toEqual(expected);
  });

  test('makes itself', () => {
    expect(obstacles('class Own(IMaskinportenTokenProvider p) { Own Next(object x) => new(x); }')).toEqual([
      'made-by-hand:2',
    ]);
  });

  test('beside another way to come by it', () => {
    const text =
      'class Own {\nvoid A(S s) { var q = s.GetService<IMaskinportenTokenProvider>(); }\npublic Own(IMaskinportenTokenProvider p) { } }';
    expect(obstacles(text, { 'Other.cs': 'var x = new Own(p);' })).toEqual(['made-by-hand:3']);
    expect(consumerIn(text).madeAs).toBe('Own');
  });
});

describe('a class that gets its client itself', () => {
  test.each(['var x = new Own();', 'class A : Own { }', 'class A { Own own = new(p); }'])(
    'may be made: %s',
    (other) => {
      expect(obstacles(resolving, { 'Other.cs': other })).toEqual([]);
      expect(consumerIn(resolving).madeAs).toBeNull();
    },
  );

  test('may not be in parts', () => {
    expect(obstacles(resolving, { 'Other.cs': 'partial class Own { }' })).toEqual(['partial-class:2']);
  });
});

describe('a class with conditional compilation', () => {
  test.each([
    '#if DEBUG\nclass Own(IMaskinportenTokenProvider p) { }\n#endif',
    'class Own(IMaskinportenTokenProvider p)\n{\n#if DEBUG\nvoid A() { }\n#endif\n}',
  ])('%s', (text) => {
    expect(obstacles(text)).toEqual([expect.stringMatching(/^conditional-compilation:/)]);
  });

  test('is not one beside it', () => {
    expect(obstacles(`#if DEBUG\nclass A { }\n#endif\n${injected}\n#if DEBUG\nclass B { }\n#endif`)).toEqual([]);
  });
});

describe('the name of the new client is taken', () => {
  const isTaken = (text: string, others: Sources = {}) => {
    const { rewrite } = consumerIn(text, others);
    return rewrite.kind === 'known' && rewrite.nameTaken;
  };

  test.each([`using Maskinporten.Client;\n${injected}`, `using System;\nusing Own.Maskinporten.Client;\n${injected}`])(
    'by another library: %s',
    (text) => {
      expect(isTaken(text)).toBe(true);
    },
  );

  test.each([
    injected,
    `using Maskinporten.Clients;\n${injected}`,
    `using Maskinporten.Client.Models;\n${injected}`,
    `using MyMaskinporten.Client;\n${injected}`,
  ])('not: %s', (text) => {
    expect(isTaken(text)).toBe(false);
  });

  test('by a type of the app', () => {
    expect(isTaken(injected, { 'Mine.cs': 'interface IMaskinportenClient { }' })).toBe(true);
    expect(isTaken(injected, { 'Mine.cs': 'interface IMaskinportenClients { }' })).toBe(false);
  });
});

describe('what only the client needed goes with it', () => {
  const going = (text: string) => {
    const whole = `using Altinn.ApiClients.Maskinporten.Interfaces;\n${text}`;
    const { rewrite } = consumerIn(whole);
    const source = `${using}${whole}`;
    if (rewrite.kind === 'by-hand') throw new Error(`by hand: ${text}`);
    return {
      parameters: rewrite.parameters.map(({ start, end }) => source.slice(start, end).trim()),
      statements: rewrite.statements.map(({ at }) => source.slice(at.start, at.end).trim()),
    };
  };
  const ask = (key: string) => `(await s.GetToken(${key}, "test", c.Id, "a", null)).AccessToken`;

  test('a parameter, and where it is kept', () => {
    const text = `class Own { IMaskinportenService s; Settings c; Own(IMaskinportenService service, Settings settings) { s = service; c = settings; } async Task<string> A() => ${ask('c.EncodedJwk')}; }`;
    expect(going(text)).toEqual({ parameters: [', Settings settings'], statements: ['c = settings;'] });
  });

  test('a secret that a method of the class reads', () => {
    const text = `class Own(IMaskinportenService s, V v, Settings c) { async Task<string> A() { var k = await Key(); return ${ask('k')}; } async Task<string> Key() => await v.GetSecretAsync("k"); }`;
    expect(going(text)).toEqual({ parameters: [', Settings c'], statements: ['var k = await Key();'] });
  });

  test('not what is used for more', () => {
    const text = `class Own(IMaskinportenService s, Settings c) { async Task<string> A() => ${ask('c.EncodedJwk')} + c.Url; }`;
    expect(going(text)).toEqual({ parameters: [], statements: [] });
  });
});
