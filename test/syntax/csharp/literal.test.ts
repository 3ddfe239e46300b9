import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { literal } from '../../../src/syntax/csharp/literal.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { evaluateUse } from './sources.ts';

beforeAll(loadCSharp);

test.each([
  ['altinn:serviceowner/instances.read', '"altinn:serviceowner/instances.read"'],
  ['says "no"', '"says \\"no\\""'],
  ['a\\b', '"a\\\\b"'],
  ['æøå', '"æøå"'],
  ['a\r\n\tb', '"a\\r\\n\\tb"'],
  ['\u0000\u0085\u2028', '"\\u0000\\u0085\\u2028"'],
])('%j is written as C# has it', (text, written) => {
  expect(literal(text)).toBe(written);
});

test('a literal is read as the text that it was made of, and stays on its line', () => {
  const character = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('"', '\\', '\n', '\r', '\u2028'),
  );
  fc.assert(
    fc.property(
      fc.array(character, { maxLength: 8 }).map((all) => all.join('')),
      (text) => {
        expect(evaluateUse(`Use(${literal(text)});`)).toMatchObject({ kind: 'known', value: text });
        expect(literal(text)).not.toMatch(/[\r\n\u0085\u2028\u2029]/);
      },
    ),
  );
});
