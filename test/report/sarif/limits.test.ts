import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fitted, githubLimits } from '../../../src/report/sarif/limits.ts';
import type { SarifLog, SarifResult } from '../../../src/report/sarif/log.ts';
import { en } from '../../../src/words/en.ts';
import { nb } from '../../../src/words/nb.ts';

const severities = ['note', 'error', 'warning'] as const;

function result(index: number, odd: Partial<SarifResult> = {}): SarifResult {
  return {
    ruleId: 'config/custom-path',
    ruleIndex: 0,
    level: severities[index % 3] ?? 'note',
    message: { text: String(index) },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'a', uriBaseId: '%SRCROOT%' } } }],
    partialFingerprints: {},
    suppressions: [],
    properties: {},
    ...odd,
  };
}

const many = (count: number, odd: (index: number) => Partial<SarifResult> = () => ({})) =>
  Array.from({ length: count }, (_, index) => result(index, odd(index)));

/** What is kept, and what is said of the rest. */
function kept(results: readonly SarifResult[], limits: Partial<typeof githubLimits>, words = en) {
  const text = fitted(
    results,
    words,
    { ...githubLimits, ...limits },
    (some, leftOut): SarifLog => ({
      $schema: '',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'maskinflytt', semanticVersion: '1.2.3', language: 'en', rules: [] } },
          language: 'en',
          columnKind: 'utf16CodeUnits',
          newlineSequences: ['\n'],
          redactionTokens: [],
          originalUriBaseIds: {},
          invocations: [
            { executionSuccessful: true, toolExecutionNotifications: leftOut, toolConfigurationNotifications: [] },
          ],
          results: some,
        },
      ],
    }),
  );
  const log: SarifLog = JSON.parse(text);
  const [run] = log.runs;
  const said = run.invocations[0].toolExecutionNotifications.map(({ descriptor, message }) => [
    descriptor.id,
    message.text,
  ]);
  return { text, results: run.results, said };
}

test('all that fits is kept as it is', () => {
  const { results, said } = kept(many(7), { results: 7 });
  expect([results.length, said]).toEqual([7, []]);
});

describe('of too many results', () => {
  test('the least severe are left out, the others stand in their order, and the log counts them', () => {
    const { results, said } = kept(many(9), { results: 4 });
    expect(results.map(({ message }) => message.text)).toEqual(['1', '2', '4', '7']);
    expect(said).toEqual([
      [
        'results-left-out',
        '5 results are left out, the least severe, because GitHub would refuse the file. The other formats of audit have them.',
      ],
    ]);
    expect(kept(many(9), { results: 8 }, nb).said[0]?.[1]).toMatch(/^1 funn er utelatt, /);
  });

  test('those that may stand go first', () => {
    const suppressions = [{ kind: 'external', status: 'accepted', justification: 'r' }] as const;
    const { results } = kept(
      many(3, (index) => (index === 1 ? { suppressions } : {})),
      { results: 2 },
    );
    expect(results.map(({ message }) => message.text)).toEqual(['0', '2']);
  });

  test('as many as GitHub takes are kept by default', () => {
    expect(githubLimits).toEqual({ results: 25_000, bytes: 10_000_000 });
    expect(kept(many(25_001), {}).results).toHaveLength(25_000);
  });
});

describe('of a file that is too large when compressed', () => {
  const noise = (index: number) =>
    Array.from({ length: 40 }, (_, at) => ((index + 7) * (at + 13) * 7919) % 9973).join('');
  const fix = (index: number) => ({
    description: { text: noise(index) },
    properties: { phase: 'switch', tier: 'safe' } as const,
    artifactChanges: [],
  });

  test('fixes go before results', () => {
    const results = many(50, (index) => ({ fixes: [fix(index)] }));
    const { text, results: left, said } = kept(results, { bytes: 4_000 });
    expect(left).toHaveLength(50);
    expect(left.filter(({ fixes }) => fixes !== undefined)).toEqual([]);
    expect(said).toEqual([
      ['fixes-left-out', 'Fixes are left out, because GitHub would refuse the file. maskinflytt fix makes them.'],
    ]);
    expect(gzipSync(text).length).toBeLessThanOrEqual(4_000);
  });

  test('then results, until it fits', () => {
    const { text, results, said } = kept(
      many(200, (index) => ({ message: { text: noise(index) } })),
      { bytes: 6_000 },
    );
    expect(gzipSync(text).length).toBeLessThanOrEqual(6_000);
    expect(results.length).toBeGreaterThan(10);
    expect(said.map(([id]) => id)).toEqual(['results-left-out']);
    expect(said[0]?.[1]).toContain(`${200 - results.length} results are left out`);
  });

  test('and nothing is left in the end where not even the catalogue fits', () => {
    expect(kept(many(5), { bytes: 10 }).results).toEqual([]);
  });
});
