import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { chainAround } from '../../../src/syntax/csharp/chain.ts';
import { nodesOfKind } from '../../../src/syntax/csharp/file.ts';
import { contains, descendants, nodeAt, textOf } from '../../../src/syntax/csharp/node.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { parsed } from './sources.ts';

beforeAll(loadCSharp);

const fillers = fc.constantFrom(
  '',
  ' ',
  '\t',
  '\n',
  '  \n\n',
  '/* 😀 æ */',
  '// 😀 "quoted\n',
  '\n/* a\n * b */\n',
  '/*"*/',
);
const literals = fc.constantFrom(
  '"æøå"',
  '"😀"',
  '@"a""\n#if A"',
  '"""\n  😀\n  """',
  '"\\"//"',
  "'\\''",
  '42',
  'x => x',
  '$"a{b}😀"',
);

const links = fc.array(
  fc.record({
    types: fc.constantFrom('', '<T>', '<A.B, C<D>>'),
    values: fc.array(literals, { maxLength: 3 }),
    gaps: fc.array(fillers, { minLength: 6, maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const statements = fc.array(fc.record({ links, symbol: fc.constantFrom(null, null, 'X', 'Y') }), {
  minLength: 1,
  maxLength: 5,
});
const newLines = fc.constantFrom('\n', '\r\n', '\r');

interface Generated {
  readonly source: string;
  /** Every call's name, and every argument, as written and in order. */
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly chains: readonly string[];
}

function write(
  programs: typeof statements extends fc.Arbitrary<infer T> ? T : never,
  newLine: string,
  endsWithNewLine: boolean,
): Generated {
  const names: string[] = [];
  const values: string[] = [];
  const chains: string[] = [];
  const inSource = (text: string) => text.replaceAll('\n', newLine);
  const parts = programs.map(({ links: calls, symbol }) => {
    const chain = calls.map(({ types, values: args, gaps }) => {
      const name = `call${names.length}`;
      names.push(name);
      values.push(...args.map(inSource));
      return `${gaps[0]}.${gaps[1]}${name}${gaps[2]}${types}(${gaps[3]}${args.join(`${gaps[4]},`)}${gaps[5]})`;
    });
    const text = inSource(`receiver${chain.join('')}`);
    chains.push(text);
    return symbol === null ? `${text};` : inSource(`#if ${symbol}\n`) + text + inSource(';\n#endif');
  });
  return { source: parts.join(newLine) + (endsWithNewLine ? newLine : ''), names, values, chains };
}

test('the text at the offsets of every node is what was written', () => {
  fc.assert(
    fc.property(statements, newLines, fc.boolean(), (programs, newLine, endsWithNewLine) => {
      const { source, names, values, chains } = write(programs, newLine, endsWithNewLine);
      const file = parsed(source);
      const slices = (kinds: readonly string[]) => nodesOfKind(file, ...kinds).map((node) => textOf(node, source));
      expect(file.views.every(({ root }) => !root.broken)).toBe(true);
      expect(slices(['argument'])).toEqual(values);
      const calls = nodesOfKind(file, 'invocation_expression');
      const read = calls.map((call) => chainAround(call, source));
      expect([...new Set(read.map((chain) => chain && textOf(chain.node, source)))]).toEqual(chains);
      const found = new Set(
        read.flatMap((chain) => (chain ? chain.links.map((link) => textOf(link.nameNode, source)) : [])),
      );
      expect([...found]).toEqual(names);
    }),
    { numRuns: 300 },
  );
});

test('children lie inside their parent, in order, and the smallest node around a place is found', () => {
  fc.assert(
    fc.property(statements, newLines, (programs, newLine) => {
      const { source } = write(programs, newLine, true);
      for (const { root } of parsed(source).views) {
        for (const node of descendants(root)) {
          expect(node.parent && contains(node.parent, node)).toBe(true);
          for (const [index, child] of node.children.entries()) {
            expect(child.start).toBeGreaterThanOrEqual(node.children[index - 1]?.end ?? node.start);
          }
          const innermost = node.end > node.start ? nodeAt(root, node) : node;
          expect(innermost).toMatchObject({ start: node.start, end: node.end });
        }
      }
    }),
    { numRuns: 40 },
  );
});
