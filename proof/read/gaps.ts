import { firstBroken, isBrokenAround } from '../../src/syntax/csharp/file.ts';
import { descendantsOfKind, textOf } from '../../src/syntax/csharp/node.ts';
import { read } from './view.ts';

/** C# that the grammar does not know. A file that holds it must count as partly parsed, and nothing near it may be edited. */
export const gaps: readonly { readonly what: string; readonly code: string }[] = [
  { what: 'an interpolated verbatim string that ends in a quote', code: 'var text = $@"{a}""";' },
  { what: 'an interpolated verbatim string between quotes', code: 'var text = $@"""{a}""";' },
  { what: 'an assignment to what may be null', code: 'a?.B = 1;' },
  { what: 'a modifier without a type in a lambda', code: 'var f = (ref x) => x;' },
  { what: 'a spread of a declared variable', code: 'if (a is [.. var rest]) return;' },
  { what: '`async` for a name', code: 'if (async) { Other(); } else { Other(); }' },
  { what: 'an attribute target for a collection', code: 'List<Type> types = [type];' },
];

/** A program that Roslyn must read without an error, with a call beside the gap. */
export function programWith(code: string): string {
  return `class A\n{\n    void M(S s, bool async)\n    {\n        ${code}\n        s.Near();\n    }\n}\n`;
}

/** What we do with a gap that we should not do; null when all is as it must be. */
export function faultIn(code: string): string | null {
  const file = read('Gap.cs', programWith(code));
  const [deployed] = file.views;
  if (deployed === undefined || firstBroken(deployed.root) === null) return 'read without an error: no gap any more';
  const near = [...descendantsOfKind(deployed.root, 'invocation_expression')].find(
    (node) => textOf(node, file.text) === 's.Near()',
  );
  return near === undefined || isBrokenAround(near) ? null : 'the statement beside it may be edited';
}
