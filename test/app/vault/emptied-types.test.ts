import { describe, expect, test } from 'vitest';
import { typesEmptiedWithout } from '../../../src/app/vault/emptied-types.ts';
import { rangeIn } from '../../../src/syntax/csharp/evaluate/place.ts';
import type { Files } from '../../rules/audited.ts';
import { appHolding, functionsCalled } from './own-functions.ts';

/** The types that go with every function called `Connect`, each with the namespace and the usings that go along. */
async function emptied(files: Files): Promise<readonly string[]> {
  const app = await appHolding(files);
  const functions = functionsCalled('Connect', app);
  const gone = functions.map(({ file, declaration }) => rangeIn(file, declaration));
  const shown = ({ file, start, end }: { readonly file: string; readonly start: number; readonly end: number }) =>
    `${file} ${/^\s*(?:using )?.*/.exec(app.sources.file(file)?.text.slice(start, end) ?? '')?.[0]}`;
  return typesEmptiedWithout(functions, gone, app).map(({ at, namespace, usings }) =>
    [shown(at), namespace, ...usings.map(shown)].join(', '),
  );
}

const connect = 'public static void Connect(IConfigurationBuilder c) { }';
const own = (members = connect, more = '') =>
  `namespace Skog.Setup;\n\nstatic class Own${more}\n{\n    ${members}\n}\n`;
const whole = 'App/Own.cs static class Own, Skog.Setup';

describe('a class goes with the functions that it holds', () => {
  test.each<[string, Files, readonly string[]]>([
    ['where that is all', { 'App/Own.cs': own() }, [whole]],
    ['where these are all', { 'App/Own.cs': own(`${connect}\n    ${connect.replace('c)', 'c, int i)')}`) }, [whole]],
    [
      'with the usings of its namespace',
      {
        'App/Own.cs': own(),
        'App/A.cs': 'using System;\nusing Skog.Setup;\nclass A;\n',
        'App/B.cs': 'using Skog.SetupTwo;\nusing Skog;\nclass B;\n',
        'App/C.cs': 'global using Skog.Setup;\n',
      },
      [`${whole}, App/A.cs using Skog.Setup;, App/C.cs global using Skog.Setup;`],
    ],
    [
      'whoever has a longer name',
      { 'App/Own.cs': own(), 'App/A.cs': 'class OwnA { MyOwn F; /* Own */ string G = "Own"; }\n' },
      [whole],
    ],
    ['that names itself', { 'App/Own.cs': own('public static void Connect(C c) { Own.Connect(c); }') }, [whole]],
    [
      'that only such a function names',
      { 'App/Own.cs': own(), 'App/Two.cs': 'static class Two { public static void Connect() { Own.Connect(); } }\n' },
      [whole, 'App/Two.cs static class Two { public static void Connect() { Own.Connect(); } }, '],
    ],
    [
      'in no namespace',
      { 'App/Own.cs': `static class Own { ${connect} }` },
      [`App/Own.cs static class Own { ${connect} }, `],
    ],
    [
      'in a namespace with a body',
      {
        'App/Own.cs': `namespace Skog.Setup\n{\n    static class Own { ${connect} }\n}\n`,
        'App/A.cs': 'using Skog.Setup;\n',
      },
      [`App/Own.cs static class Own { ${connect} }, Skog.Setup, App/A.cs using Skog.Setup;`],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await emptied(files)).toEqual(expected);
  });

  test.each<[string, Files]>([
    ['holds a field', { 'App/Own.cs': own(`${connect}\n    const int A = 1;`) }],
    ['holds another function', { 'App/Own.cs': own(`${connect}\n    public static void Other() { }`) }],
    ['has a base', { 'App/Own.cs': own(connect, ' : Base') }],
    ['is no class', { 'App/Own.cs': own().replace('static class', 'struct') }],
    ['is named by other code', { 'App/Own.cs': own(), 'App/A.cs': 'class A { Type F => typeof(Own); }\n' }],
    ['is named beside it in its file', { 'App/Own.cs': `${own()}class A { Type F => typeof(Own); }\n` }],
    [
      'is named at the same place of another file',
      { 'App/Own.cs': own(), 'App/A.cs': `namespace A;\n${' '.repeat(40)}class A { object F = nameof(Own); }\n` },
    ],
  ])('but not one that %s', async (_, files) => {
    expect(await emptied(files)).toEqual([]);
  });
});

describe('its namespace stays', () => {
  const stays = 'App/Own.cs static class Own, ';

  test.each<[string, Files]>([
    ['where another type is in it', { 'App/A.cs': 'namespace Skog.Setup;\nclass A;\n' }],
    ['where another namespace is in it', { 'App/A.cs': 'namespace Skog.Setup.More { class A; }\n' }],
    ['where an interface is in it', { 'App/A.cs': 'namespace Skog { namespace Setup { interface A; } }\n' }],
    [
      'where only one of the types of a file is in it',
      { 'App/A.cs': 'namespace Skog { class A; }\nnamespace Skog.Setup { class B; }\n' },
    ],
    ['where the same file has another type', { 'App/Own.cs': `${own()}class A;\n` }],
  ])('%s', async (_, more) => {
    const using = { 'App/Use.cs': 'using Skog.Setup;\n' };
    expect(await emptied({ 'App/Own.cs': own(), ...using, ...more })).toEqual([stays]);
  });

  test('but not for one that only begins alike', async () => {
    const more = { 'App/A.cs': 'namespace Skog.Setups;\nclass A;\n', 'App/B.cs': 'namespace Skog;\nclass Setup;\n' };
    expect(await emptied({ 'App/Own.cs': own(), ...more })).toEqual([whole]);
  });
});
