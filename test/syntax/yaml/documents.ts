import fc from 'fast-check';

const keys = fc.constantFrom('a', 'b', 'env', 'æ', '"q: k"', "'s'", '😀', '__proto__', 'x-1');
const scalars = fc.constantFrom(
  'x',
  '1.10',
  'true',
  '"d: \\u0041 #"',
  "'s '' # t'",
  'plain text',
  '~',
  '"😀"',
  'http://*:5005',
);
const comments = fc.constantFrom('', '', ' # t', '  # - a: {');
const newlines = fc.constantFrom('\n', '\r\n');
const above = fc.constantFrom('', '', '', '\n', '# - c: "\n', '\n# c 😀\n');

interface Block {
  readonly lines: readonly string[];
}

const indented = ({ lines }: Block, by: string): string[] => lines.map((line) => (line === '' ? '' : by + line));

const { block } = fc.letrec<{ block: Block; map: Block; sequence: Block; inline: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'flow' },
    scalars,
    fc.array(tie('inline'), { minLength: 1, maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .uniqueArray(keys, { minLength: 1, maxLength: 2 })
      .map((names) => `{${names.map((name) => `${name}: 1`).join(', ')}}`),
  ),
  map: fc
    .tuple(
      fc.uniqueArray(keys, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(tie('inline'), tie('block'), fc.nat(3), comments, above, fc.constantFrom(': ', ' : ')), {
        minLength: 4,
        maxLength: 4,
      }),
      fc.constantFrom('  ', '    ', ' '),
    )
    .map(([names, values, step]) => ({
      lines: names.flatMap((name, index) => {
        const [inline, nested, kind, comment, before, colon] = values[index] ?? ['1', { lines: [] }, 0, '', '', ': '];
        const first = index === 0 ? [] : before.split('\n').slice(0, -1);
        if (kind === 0) return [...first, `${name}${colon.trimEnd()}${comment}`, ...indented(nested, step)];
        if (kind === 1) return [...first, `${name}${colon}|${comment}`, `${step}line`, '', `${step}  more # no`];
        return [...first, `${name}${colon}${inline}${comment}`];
      }),
    })),
  sequence: fc
    .tuple(
      fc.array(fc.tuple(tie('inline'), tie('block'), fc.boolean(), comments, above), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(' ', '   '),
    )
    .map(([items, gap]) => ({
      lines: items.flatMap(([inline, nested, deep, comment, before], index) => {
        const first = index === 0 ? [] : before.split('\n').slice(0, -1);
        if (!deep) return [...first, `-${gap}${inline}${comment}`];
        const [head = '', ...rest] = indented(nested, ` ${gap}`);
        return [...first, `-${gap}${head.trimStart()}`, ...rest];
      }),
    })),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    fc.constantFrom({ lines: ['k: v'] }, { lines: ['- v'] }),
    tie('map'),
    tie('sequence'),
  ),
}));

/** Maps and sequences in every layout, with comments, blocks, quotes, flow collections and both line ends. */
export const yamlText = fc
  .tuple(block, newlines, fc.boolean(), fc.constantFrom('', '---\n', '# top\n'))
  .map(([{ lines }, newline, last, head]) => head.replace('\n', newline) + lines.join(newline) + (last ? newline : ''));

const noise = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  "'",
  '|',
  '\t',
  '- ',
  '&a ',
  '*a',
  '\n',
  '\r\n',
  '#',
  '{{',
  '!',
  '%',
  '\0',
  '?',
);

export const mutatedYaml = fc
  .tuple(yamlText, fc.array(fc.tuple(fc.nat(), fc.nat(4), noise), { minLength: 1, maxLength: 3 }))
  .map(([text, changes]) =>
    changes.reduce((changed, [at, length, added]) => {
      const start = at % (changed.length + 1);
      return changed.slice(0, start) + added + changed.slice(start + length);
    }, text),
  );
