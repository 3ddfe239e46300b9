import type { Entry } from '../../src/report/entries.ts';

/** An entry in which nothing is odd but what a test says. */
export function entry(odd: Partial<Entry> = {}): Entry {
  return {
    app: { id: 'ttd/app', path: '.', status: 'legacy' },
    rule: 'config/custom-path',
    severity: 'error',
    phase: 'switch',
    fix: 'safe',
    path: 'App/Program.cs',
    place: { line: 3, column: 5, endLine: 3, endColumn: 9 },
    message: 'Wrong.',
    next: 'Mend it.',
    because: '',
    fingerprint: 'f00d',
    suppressed: null,
    ...odd,
  };
}

/** What every text of a report may hold when a file wishes its reader ill. */
export const hostile: readonly string[] = [
  '%0A::error::x',
  '::error file=a::x',
  '##vso[task.setvariable variable=a]b',
  'a;b]c,d:e',
  '%AZP25 %25 %',
  '"quoted", \'too\'',
  `=cmd|' /C calc'!A0`,
  '</script><b>',
  '[x](https://example.no) {0}',
];
