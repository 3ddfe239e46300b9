import fc from 'fast-check';
import type { JsonNode } from '../../../src/syntax/json/document.ts';
import type { JsonValue } from '../../../src/syntax/json/values.ts';

const trivia = fc.constantFrom(
  '',
  '',
  ' ',
  '\n',
  '\r\n  ',
  '\r\n\r\n\t',
  '/* , } */',
  ' // "a": {, 😀\n',
  '\n  // ,\r\n',
  '\r\n  /* [\r\n */ ',
);
const keys = fc.constantFrom(
  'a',
  'b',
  'Cc',
  'æ',
  '😀',
  '__proto__',
  'constructor',
  'http://*:5005',
  '//',
  '/*',
  '"',
  '',
);
const scalars = fc.oneof(
  fc.constantFrom(
    '"x"',
    '"http://*:5005"',
    '"\\u0041\\n😀"',
    '1',
    '-0.5e3',
    'true',
    'false',
    'null',
    '"// x"',
    '"\\""',
  ),
  fc.integer().map(String),
);

interface Container {
  readonly open: string;
  readonly close: string;
  readonly members: readonly string[];
  readonly gaps: readonly string[];
  readonly trailingComma: boolean;
}

function printed({ open, close, members, gaps, trailingComma }: Container): string {
  const gap = (index: number): string => gaps[index % gaps.length] ?? '';
  const listed = members.map((member, index) => {
    const comma = index < members.length - 1 || trailingComma ? `${gap(index * 2 + 1)},` : '';
    return `${gap(index * 2)}${member}${comma}`;
  });
  return `${open}${listed.join('')}${gap(members.length * 2 + 2)}${close}`;
}

const gaps = fc.array(trivia, { minLength: 1, maxLength: 7 });

const { value } = fc.letrec<{ value: string; object: string; array: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 3, depthIdentifier: 'json' }, scalars, tie('object'), tie('array')),
  object: fc
    .tuple(
      fc.uniqueArray(keys, { maxLength: 4 }),
      fc.array(tie('value'), { minLength: 4, maxLength: 4 }),
      gaps,
      trivia,
      fc.boolean(),
    )
    .map(([names, values, around, colon, trailingComma]) => {
      const members = names.map((name, index) => `${JSON.stringify(name)}${colon}:${colon}${values[index] ?? '0'}`);
      return printed({
        open: '{',
        close: '}',
        members,
        gaps: around,
        trailingComma: trailingComma && members.length > 0,
      });
    }),
  array: fc.tuple(fc.array(tie('value'), { maxLength: 3 }), gaps).map(([members, around]) => {
    return printed({ open: '[', close: ']', members, gaps: around, trailingComma: false });
  }),
}));

/** Objects with comments, trailing commas, every kind of line end and text that looks like syntax. */
export const jsonText = fc
  .tuple(
    trivia,
    fc.uniqueArray(keys, { maxLength: 5 }),
    fc.array(value, { minLength: 5, maxLength: 5 }),
    gaps,
    fc.boolean(),
    trivia,
  )
  .map(([before, names, values, around, trailingComma, after]) => {
    const members = names.map((name, index) => `${JSON.stringify(name)}: ${values[index] ?? '0'}`);
    const object = printed({
      open: '{',
      close: '}',
      members,
      gaps: around,
      trailingComma: trailingComma && members.length > 0,
    });
    return before + object + after;
  });

const noise = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '/*',
  '*/',
  '//',
  '\\',
  '\n',
  '\0',
  '1',
  'x',
  '-',
  '\ud800',
);

export const mutatedJson = fc
  .tuple(jsonText, fc.array(fc.tuple(fc.nat(), fc.nat(4), noise), { minLength: 1, maxLength: 3 }))
  .map(([text, changes]) =>
    changes.reduce((changed, [at, length, added]) => {
      const start = at % (changed.length + 1);
      return changed.slice(0, start) + added + changed.slice(start + length);
    }, text),
  );

/** As pairs, so that the order of keys and `__proto__` count. */
export function meaning(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return { object: node.properties.map((one) => [one.key, meaning(one.value)]) };
    case 'array':
      return { array: node.items.map(meaning) };
    case 'null':
      return null;
    default:
      return node.value;
  }
}

export function meaningOf(value: JsonValue): unknown {
  if (Array.isArray(value)) return { array: value.map(meaningOf) };
  if (typeof value === 'object' && value !== null) {
    return { object: Object.entries(value).map(([key, one]) => [key, meaningOf(one)]) };
  }
  return value;
}
