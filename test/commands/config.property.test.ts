import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../src/commands/config.ts';
import { isDate } from '../../src/commands/suppressions.ts';
import { WrongUse } from '../../src/commands/wrong-use.ts';
import { en } from '../../src/words/en.ts';
import { projectRoot } from '../end-to-end/binary.ts';
import { emptyFolder, removeRepos } from '../end-to-end/repo.ts';

afterAll(removeRepos);

const schema = JSON.parse(readFileSync(`${projectRoot}schemas/config.schema.json`, 'utf8'));
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
const file = join(emptyFolder(), 'maskinflytt.config.json');

const texts = fc.constantFrom('', ' ', '\t\n', 'a', 'A:b', 'studio', 'own-external', 'en', 'v9', 'never', '*.cs');
const dates = fc.constantFrom(
  '2026-02-28',
  '2026-02-29',
  '2028-02-29',
  '2100-02-29',
  '2000-02-29',
  '2026-2-3',
  '0000-13-01',
);
const words = fc.constantFrom('a', 'A:b', '*.cs', ' æ ');
const wrong = fc.oneof(texts, dates, fc.constantFrom(null, 7, true, {}, [], [''], ['a', ' '], { a: 'studio' }));
const orWrong = <T>(right: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 15, arbitrary: right }, { weight: 1, arbitrary: wrong });

const suppression = fc.record(
  {
    rule: orWrong(fc.constantFrom('config/custom-path', 'secrets/committed-key')),
    path: orWrong(words),
    reason: orWrong(words),
    expires: orWrong(fc.constantFrom('2026-02-28', '2028-02-29')),
  },
  { requiredKeys: ['rule', 'path', 'reason'] },
);
const decisions = fc.dictionary(
  fc.constantFrom('a', 'b:c', '', '__proto__', 'constructor'),
  orWrong(fc.constantFrom('studio', 'own-external', 'own-built-in')),
);
const config = fc.record(
  {
    $schema: orWrong(words),
    decisions: orWrong(decisions),
    suppressions: orWrong(fc.array(orWrong(suppression), { maxLength: 3 })),
    scopes: orWrong(fc.array(orWrong(words), { maxLength: 3 })),
    lang: orWrong(fc.constantFrom('en', 'nb')),
    target: orWrong(fc.constantFrom('v8', 'v9')),
    failOn: orWrong(fc.constantFrom('error', 'warning', 'note', 'never')),
  },
  { requiredKeys: [] },
);

const unfitting = fc.oneof(
  wrong,
  fc.constantFrom(
    { baseline: 'b' },
    { suppressions: [{ rule: 'config/custom-path', path: 'a', reason: 'a', until: '2027-01-01' }] },
    { suppressions: [{ rule: 'config/costum-path', path: 'a', reason: 'a' }] },
    { suppressions: [{ rule: 'config/custom-path', path: 'a' }] },
  ),
);

test('the schema accepts what the tool reads, and nothing else; what the tool refuses it names, with a place', () => {
  let [read, refused] = [0, 0];
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: config }, { weight: 1, arbitrary: unfitting }), (value) => {
      const text = JSON.stringify(value, null, 2);
      const mistake = mistakeIn(text);
      expect(validate(JSON.parse(text))).toBe(mistake === null);
      if (mistake === null) read++;
      else {
        refused++;
        expect(mistake).toMatch(/:\d+: /);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(read, refused)).toBeGreaterThan(100);
});

test('the schema knows every date, and no other', () => {
  const pattern = new RegExp(schema.properties.suppressions.items.properties.expires.pattern);
  const two = (number: number) => String(number).padStart(2, '0');
  for (const year of ['0000', '1900', '2000', '2026', '2027', '2028', '2100', '2400']) {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        const date = `${year}-${two(month)}-${two(day)}`;
        expect([date, pattern.test(date)]).toEqual([date, isDate(date)]);
      }
    }
  }
});

function mistakeIn(text: string): string | null {
  writeFileSync(file, text);
  try {
    readConfig(file, en);
    return null;
  } catch (error) {
    if (error instanceof WrongUse) return error.message;
    throw error;
  }
}
