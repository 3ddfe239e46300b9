import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskinflytt, projectRoot } from './binary.ts';
import { fixtureNames } from './fixture.ts';
import { emptyFolder, removeRepos, repoOfFixture } from './repo.ts';

const ajv = new Ajv2020({ allErrors: false, allowUnionTypes: true });
const validate = ajv.compile(JSON.parse(readFileSync(`${projectRoot}schemas/report.schema.json`, 'utf8')));

afterAll(removeRepos);

describe('every JSON report over all fixtures keeps to the schema', () => {
  const paths = fixtureNames().map((name) => `fixtures/${name}/app`);

  test.each([
    ['as they are', []],
    ['aiming at v9', ['--target', 'v9']],
    ['in Norwegian', ['--lang', 'nb']],
    ['with decisions', ['--decide', 'husbygg:MaskinportenSettings=own-built-in']],
  ])('%s', async (_, options) => {
    const { stdout } = await maskinflytt(projectRoot, ['audit', '--format', 'json', ...options, ...paths, 'docs']);
    const report = JSON.parse(stdout);
    expect(errorsOf(report)).toBe('');
    expect(report.apps.length).toBeGreaterThan(40);
    expect(report.notAnalysed.length).toBeGreaterThan(1);
  });
});

describe('the schema refuses', () => {
  let text = '';

  beforeAll(async () => {
    const repo = repoOfFixture('custom-path-literal');
    const suppression = { rule: 'config/custom-path', path: '*.cs', reason: 'Moves in May', expires: '2999-12-31' };
    writeFileSync(join(repo, 'maskinflytt.config.json'), JSON.stringify({ suppressions: [suppression] }));
    text = (await maskinflytt(repo, ['audit', '--format', 'json'])).stdout;
  });

  test('nothing of the report that is changed below', () => {
    expect(errorsOf(JSON.parse(text))).toBe('');
    expect(JSON.parse(text).apps[0].findings[0].suppressed.expires).toBe('2999-12-31');
  });

  test('a report from which any field is missing, at any depth', () => {
    const accepted = fieldPaths(JSON.parse(text)).filter((path) => {
      const changed = JSON.parse(text);
      delete parentOf(changed, path)[path.at(-1) ?? ''];
      return errorsOf(changed) === '';
    });
    // What differs by rule, by what was counted or by what the app needs may be absent.
    const optional = /\.data\.|^summary\.by(Rule|Status)\.|\.actions\.[^.]+$/;
    expect(accepted.map((path) => path.join('.')).filter((path) => !optional.test(path))).toEqual([]);
  });

  test('a report with a field too many, at any depth', () => {
    const accepted = [[], ...fieldPaths(JSON.parse(text))].filter((path) => {
      const changed = JSON.parse(text);
      const place = path.reduce((inner, key) => inner[key], changed);
      if (typeof place !== 'object' || place === null || Array.isArray(place)) return false;
      place.surplus = 'x';
      return errorsOf(changed) === '';
    });
    expect(accepted.map((path) => path.join('.')).filter((path) => !/\.data(\.|$)/.test(path))).toEqual([]);
  });

  test.each([
    ['another version of the format', (report) => (report.schemaVersion = 2)],
    ['a status that does not exist', (report) => (report.apps[0].status = 'fine')],
    ['a rule that does not exist', (report) => (report.apps[0].findings[0].rule = 'config/nonsense')],
    ['a severity that does not exist', (report) => (report.apps[0].findings[0].severity = 'fatal')],
    ['lines that count from 0', (report) => (report.apps[0].findings[0].location.line = 0)],
    ['a column that is a text', (report) => (report.apps[0].findings[0].location.column = '3')],
    ['a client of an unknown kind', (report) => (report.apps[0].clients[0].kind = 'other')],
    ['a decision that nobody can make', (report) => (report.apps[0].clients[0].decision = 'own')],
    [
      'an identity that is not hashed',
      (report) => report.apps[0].identities.push({ hash: '1234', section: 'A', environment: 'all' }),
    ],
    ['a provider of an unknown kind', (report) => report.apps[0].providers.push({ kind: 'magic', location: null })],
    [
      'a winner that is no provider',
      (report) => report.apps[0].precedence.push({ key: 'Jwk', winner: 'me', reason: '' }),
    ],
    ['an answer that nobody gives', (report) => (report.apps[0].policy.actions.read = 'perhaps')],
    [
      'a state that no process has',
      (report) => report.apps[0].policy.states.push({ state: 'x', id: null, type: null, actions: {} }),
    ],
    [
      'a rule behind an answer without its line',
      (report) => report.apps[0].policy.states[0].actions.read.rules.push({ rule: null }),
    ],
    [
      'more rules behind an answer than are ever named',
      (report) => (report.apps[0].policy.states[0].actions.read.rules = Array(21).fill({ rule: null, line: 1 })),
    ],
    ['a count by a rule that does not exist', (report) => (report.summary.byRule['config/nonsense'] = 1)],
    ['an expiry that is no date', (report) => (report.apps[0].findings[0].suppressed.expires = 'soon')],
    // biome-ignore lint/suspicious/noExplicitAny: a report is broken on purpose
  ] satisfies readonly (readonly [string, (report: any) => unknown])[])('%s', (_, spoil) => {
    const report = JSON.parse(text);
    spoil(report);
    expect(errorsOf(report)).not.toBe('');
  });
});

function errorsOf(report: unknown): string {
  return validate(report) ? '' : ajv.errorsText(validate.errors);
}

function fieldPaths(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) ? [] : [[...path, key]]),
    ...fieldPaths(inner, [...path, key]),
  ]);
}

// biome-ignore lint/suspicious/noExplicitAny: any place of any JSON
function parentOf(report: any, path: readonly string[]): any {
  return path.slice(0, -1).reduce((inner, key) => inner[key], report);
}

test('an empty folder is no place for a report', async () => {
  const { code, stdout } = await maskinflytt(emptyFolder(), ['audit', '--format', 'json']);
  expect([code, stdout]).toEqual([2, '']);
});
