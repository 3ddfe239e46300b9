import { describe, expect, test } from 'vitest';
import { gitlabCodeQuality } from '../../../src/report/annotations/gitlab.ts';
import { entry, hostile } from '../entry.ts';

interface Issue {
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: unknown;
}

const written = (...entries: Parameters<typeof gitlabCodeQuality>[0]): readonly Issue[] =>
  JSON.parse(gitlabCodeQuality(entries));

test('a finding is an issue with its place, its rule and what to do', () => {
  expect(written(entry({ place: { line: 3, column: 5, endLine: 7, endColumn: 1 } }))).toEqual([
    {
      description: 'Wrong. Mend it.',
      check_name: 'config/custom-path',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'major',
      location: { path: 'App/Program.cs', lines: { begin: 3, end: 7 } },
    },
  ]);
});

test('the most severe comes first, and what is suppressed does not come', () => {
  const suppressed = { reason: 'r', expires: '2027-01-31' };
  const all = written(
    entry({ severity: 'note' }),
    entry({ severity: 'error', suppressed }),
    entry({ severity: 'warning' }),
    entry({ severity: 'error' }),
  );
  expect(all.map(({ severity }) => severity)).toEqual(['major', 'minor', 'info']);
});

test('nothing found is an empty list', () => {
  expect(gitlabCodeQuality([])).toBe('[]\n');
});

describe('a fingerprint is there once', () => {
  const prints = (...entries: Parameters<typeof gitlabCodeQuality>[0]) =>
    new Set(written(...entries).map(({ fingerprint }) => fingerprint)).size;

  test('for the same finding in two apps, in a file of each or in one that they share', () => {
    expect(prints(entry({ path: 'a/App/Program.cs' }), entry({ path: 'b/App/Program.cs' }))).toBe(2);
    expect(prints(entry(), entry())).toBe(2);
  });

  test('and stays when lines move and words change', () => {
    const [before] = written(entry());
    const [after] = written(
      entry({ place: { line: 9, column: 1, endLine: 9, endColumn: 2 }, message: 'Galt.', next: '' }),
    );
    expect(after?.fingerprint).toBe(before?.fingerprint);
  });
});

test('about a whole file, or no file, it stands on the first line', () => {
  expect(written(entry({ place: null }))[0]?.location).toEqual({ path: 'App/Program.cs', lines: { begin: 1, end: 1 } });
  expect(written(entry({ path: null, place: null }))[0]?.location).toEqual({ path: '.', lines: { begin: 1, end: 1 } });
});

test.each(hostile)('what a file says stays text: %j', (text) => {
  const [issue] = written(entry({ path: text, message: text, next: '' }));
  expect(issue).toMatchObject({ description: text, location: { path: text } });
});
