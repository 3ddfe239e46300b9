import fc from 'fast-check';
import { expect, test } from 'vitest';
import { registerClient, unmasked } from './masked.ts';
import { type Held, held, type Making, makings, programOf, shown } from './token-programs.ts';

interface Statement {
  readonly before: string;
  readonly after: string;
  readonly masks: boolean;
}

const one: fc.Arbitrary<Held> = fc.constantFrom(...held);

/** How a text that is made gets into the program's result. */
const uses: readonly ((text: string) => string)[] = [
  (text) => `texts.Add(${text});`,
  (text) => `texts.Add((${text}));`,
  (text) => `texts.Add(\n            ${text} // the text\n        );`,
  (text) => `{ var text = ${text}; logger.LogDebug("Made it"); texts.Add(text); }`,
  (text) => `if (flag)\n            texts.Add(${text});`,
  (text) => `texts.AddRange([${text}]);`,
];

const made: fc.Arbitrary<Statement> = fc
  .tuple(one, fc.constantFrom<Making>(...makings), fc.constantFrom(...uses))
  .map(([token, { before, after, masks }, use]) => ({ before: use(before(token)), after: use(after(token)), masks }));

const onlyShown: fc.Arbitrary<Statement> = fc
  .tuple(one, fc.constantFrom(...shown))
  .map(([token, show]) => ({ before: `${show(token)};`, after: `${show(token)};`, masks: false }));

const programs = fc.record({
  statements: fc.array(fc.oneof({ weight: 3, arbitrary: made }, { weight: 1, arbitrary: onlyShown }), { maxLength: 8 }),
  lineEnd: fc.constantFrom('\n', '\r\n'),
});

function inLines(texts: readonly string[], lineEnd: string): string {
  return programOf(texts).replaceAll('\n', lineEnd);
}

test('every text that masks a token is found and gets the value, every other stays as it is', async () => {
  await fc.assert(
    fc.asyncProperty(programs, async ({ statements, lineEnd }) => {
      const texts = statements.map(({ before }) => before);
      const { found, after } = await unmasked(inLines(texts, lineEnd));
      const masking = statements.filter(({ masks }) => masks);
      expect(found.map((one) => one.replace(/:\d+/, ''))).toEqual(
        masking.map(() => `${registerClient} warning any review, full-token`),
      );
      const expected = statements.map((statement) => statement.after);
      expect(after).toBe(inLines(expected, lineEnd));
    }),
    { numRuns: 200 },
  );
});

test('whatever holds the token and whatever makes text of it', async () => {
  const all = held.flatMap((token) => makings.map((making) => ({ token, making })));
  const { found, after } = await unmasked(
    programOf(all.map(({ token, making }) => `texts.Add(${making.before(token)});`)),
  );
  expect(found).toHaveLength(all.filter(({ making }) => making.masks).length);
  expect(after).toBe(programOf(all.map(({ token, making }) => `texts.Add(${making.after(token)});`)));
});
