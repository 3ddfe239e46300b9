import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/commands/config.ts';
import { fits, isDate, isExpired } from '../../src/commands/suppressions.ts';
import { WrongUse } from '../../src/commands/wrong-use.ts';
import { en } from '../../src/words/en.ts';
import { emptyFolder, removeRepos } from '../end-to-end/repo.ts';

afterAll(removeRepos);

const file = `${emptyFolder()}/config.json`;

function read(text: string) {
  writeFileSync(file, text);
  return readConfig(file, en);
}

describe('a configuration file', () => {
  test('says what it says, and nothing else', () => {
    const suppression = { rule: 'config/custom-path', path: 'App/*', reason: 'r', expires: '2027-01-31' };
    const whole = {
      decisions: { 'A:B': 'own-external', c0ffee: 'studio' },
      suppressions: [suppression],
      scopes: ['a:b', 'c'],
      lang: 'nb',
      target: 'v9',
      failOn: 'note',
    };
    expect(read(JSON.stringify(whole))).toEqual({
      ...whole,
      file,
      decisions: [
        { client: 'A:B', decision: 'own-external' },
        { client: 'c0ffee', decision: 'studio' },
      ],
    });
    const nothing = { decisions: [], suppressions: [], scopes: [], lang: null, target: null, failOn: null };
    expect(read('{}')).toEqual({ ...nothing, file });
  });

  test('may let a finding stand until someone takes that back', () => {
    const suppression = { rule: 'config/custom-path', path: 'App/*', reason: 'r' };
    const { suppressions } = read(JSON.stringify({ suppressions: [suppression] }));
    expect(suppressions).toEqual([{ ...suppression, expires: null }]);
    expect(suppressions.some((one) => isExpired(one, '9999-12-31'))).toBe(false);
  });

  test.each([
    ['{ "decision": {} }', `${file}:1: unknown key "decision".`],
    ['{ "lang": "se" }', `${file}:1: "lang" must be "en" | "nb".`],
    ['{ "target": 8 }', `${file}:1: "target" must be "v8" | "v9".`],
    ['{ "failOn": null }', `${file}:1: "failOn" must be "error" | "warning" | "note" | "never".`],
    ['{ "scopes": "a:b" }', `${file}:1: "scopes" must be ["scope"].`],
    ['{ "scopes": [7] }', `${file}:1: "scopes" must be ["scope"].`],
    ['{ "decisions": [] }', `${file}:1: "decisions" must be { "<client>": "studio" }.`],
    ['{ "decisions": { "a": "b" } }', `${file}:1: "a" must be "studio" | "own-external" | "own-built-in".`],
    ['{ "suppressions": {} }', `${file}:1: "suppressions" must be [{ "rule", "path", "reason", "expires"? }].`],
    [
      '{ "suppressions": [{ "rule": "config/custom-path", "path": "*", "expires": "2030-01-01" }] }',
      `${file}:1: "suppressions[0].reason" is missing.`,
    ],
    [
      '{ "suppressions": [{ "rule": "config/custom-path", "path": " ", "reason": "r", "expires": "2030-01-01" }] }',
      `${file}:1: "suppressions[0].path" must be "…".`,
    ],
    [
      '{ "suppressions": ["config/custom-path"] }',
      `${file}:1: "suppressions[0]" must be { "rule", "path", "reason", "expires"? }.`,
    ],
    [
      '{ "suppressions": [{ "rule": "x", "path": "*", "reason": "r", "expires": "2030-01-01" }] }',
      `${file}:1: suppressions[0].rule: There is no rule "x".`,
    ],
    [
      '{ "suppressions": [{ "rule": "config/custom-path", "path": "*", "reason": "r", "expires": "2030-13-01" }] }',
      `${file}:1: "suppressions[0].expires" must be YYYY-MM-DD.`,
    ],
    [
      '{ "suppressions": [{ "rule": "config/custom-path", "path": "*", "reason": "r", "expires": null }] }',
      `${file}:1: "suppressions[0].expires" must be "…".`,
    ],
    ['{ "suppressions": [{ "until": "x" }] }', `${file}:1: unknown key "suppressions[0].until".`],
    ['{\n  "$schema": 1\n}', `${file}:2: "$schema" must be "…".`],
    ['{\n  "scopes": [\n    "a",\n    " "\n  ]\n}', `${file}:4: "scopes" must be ["scope"].`],
    [
      '{ "suppressions": [\r\n  { "rule": "config/custom-path", "path": "*", "reason": "r" },\r\n  {\r\n    "rule": "x", "path": "*", "reason": "r" }] }',
      `${file}:4: suppressions[1].rule: There is no rule "x".`,
    ],
    ['{ "lang": "nb",\n "lang": "en" }', `${file}:2: "lang" stands there twice.`],
    ['{ "lang": "nb", "lang": "en" }', `${file}:1: "lang" stands there twice.`],
    ['{ "lang": "nb"', `${file} is not valid JSON from line 1, column 15.`],
    ['', `${file} is not valid JSON from line 1, column 1.`],
  ])('is refused for %s', (text, sentence) => {
    expect(() => read(text)).toThrow(new WrongUse(sentence));
  });
});

describe('a suppression of a path', () => {
  test.each([
    ['App/Program.cs', true],
    ['/App/Program.cs', true],
    ['Program.cs', true],
    ['*.cs', true],
    ['**/*.cs', true],
    ['App/', true],
    ['*', true],
    ['app/Program.cs', false],
    ['src/**', false],
    ['Program', false],
    ['!Program.cs', false],
    ['#', false],
  ])('%s: %s', (path, expected) => {
    const suppression = { rule: 'config/custom-path', path, reason: 'r', expires: '2027-01-31' } as const;
    const at = { file: 'App/Program.cs', start: 0, end: 1 };
    expect(fits(suppression, { rule: 'config/custom-path', at })).toBe(expected);
  });
});

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-2-3', false],
  ['2026-13-01', false],
  ['tomorrow', false],
  ['2026-01-01T00:00:00Z', false],
])('%s is a date: %s', (text, expected) => {
  expect(isDate(text)).toBe(expected);
});
