import { beforeAll, expect, test } from 'vitest';
import { enclosures } from '../../../src/syntax/csharp/enclosing.ts';
import { descendantsOfKind, textOf } from '../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { parsed } from './sources.ts';

beforeAll(loadCSharp);

/** What stands around `F()`, from the inside out, in words. */
function around(source: string): readonly string[] {
  const { text, views } = parsed(source);
  const root = views[0]?.root;
  const calls = root ? [...descendantsOfKind(root, 'invocation_expression')] : [];
  const call = calls.find((node) => textOf(node, text) === 'F()');
  if (call === undefined) throw new Error(`no F() in ${source}`);
  return enclosures(call, text).map((enclosure) => {
    switch (enclosure.kind) {
      case 'if':
        return `if ${enclosure.branch}${enclosure.braces ? ' { }' : ''}`;
      case 'try':
        return `try ${enclosure.part}`;
      case 'function':
        return `${enclosure.local ? 'local ' : ''}function ${enclosure.name}`;
      case 'type':
        return `type ${enclosure.name}`;
      default:
        return enclosure.kind;
    }
  });
}

test.each([
  ['F();', []],
  ['{ F(); }', []],
  ['if (a) F();', ['if then']],
  ['if (a) { F(); }', ['if then { }']],
  ['if (a) /* why */ F();', ['if then']],
  ['if (a) { } else F();', ['if else']],
  ['if (a) { } else { F(); }', ['if else { }']],
  ['if (a) { } else if (b) { F(); }', ['if then { }', 'if else']],
  ['if (F()) { }', []],
  ['if (a) { } else if (F()) { }', ['if else']],
  ['if (a) if (b) F();', ['if then', 'if then']],
  ['switch (a) { case 1: F(); break; }', ['switch']],
  ['switch (a) { case 1: { F(); break; } default: break; }', ['switch']],
  ['switch (F()) { case 1: break; }', []],
  ['foreach (var a in b) F();', ['loop']],
  ['foreach (var a in F()) { }', []],
  ['for (var i = 0; i < 3; i++) { F(); }', ['loop']],
  ['for (var i = F(); i < 3; i++) { }', []],
  ['for (var i = 0; i < F(); i++) { }', ['loop']],
  ['while (a) F();', ['loop']],
  ['while (F()) { }', ['loop']],
  ['do { F(); } while (a);', ['loop']],
  ['try { F(); } catch { }', ['try body']],
  ['try { } catch (E e) when (e.X) { F(); }', ['try catch']],
  ['try { } finally { F(); }', ['try finally']],
  ['var x = a ? F() : b;', ['conditional']],
  ['var x = a ? b : F();', ['conditional']],
  ['var x = F() ? a : b;', []],
  ['var x = a switch { 1 => F(), _ => b };', ['conditional']],
  ['var x = F() switch { 1 => a, _ => b };', []],
  ['var x = a && F();', ['conditional']],
  ['var x = a || F();', ['conditional']],
  ['var x = a ?? F();', ['conditional']],
  ['var x = F() ?? a;', []],
  ['x ??= F();', ['conditional']],
  ['var x = a + F();', []],
  ['Run(() => F());', ['lambda']],
  ['Run(a => { F(); });', ['lambda']],
  ['Run(delegate { F(); });', ['lambda']],
  ['void M() { F(); }', ['local function M']],
  ['void M() => F();', ['local function M']],
  ['class A { void M() { F(); } }', ['function M', 'type A']],
  ['class A { void M() { void N() { F(); } } }', ['local function N', 'function M', 'type A']],
  ['class A { A() { F(); } }', ['function A', 'type A']],
  ['class A { ~A() { F(); } }', ['function A', 'type A']],
  ['class A { int P { get { return F(); } } }', ['function get', 'type A']],
  ['class A { int P => F(); }', ['function P', 'type A']],
  ['class A { int this[int i] => F(); }', ['function ', 'type A']],
  ['class A { public static implicit operator int(A a) => F(); }', ['function ', 'type A']],
  ['class A { int p = F(); }', ['type A']],
  ['class A { int P { get; } = F(); }', ['type A']],
  [
    'namespace N { class A { class B { void M() { if (a) { Run(() => F()); } } } } }',
    ['lambda', 'if then { }', 'function M', 'type B', 'type A'],
  ],
  ['record struct A { void M() { F(); } }', ['function M', 'type A']],
])('%s', (source, expected) => {
  expect(around(source)).toEqual(expected);
});
