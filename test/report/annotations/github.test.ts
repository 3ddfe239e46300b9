import { describe, expect, test } from 'vitest';
import { githubAnnotations } from '../../../src/report/annotations/github.ts';
import { en } from '../../../src/words/en.ts';
import { nb } from '../../../src/words/nb.ts';
import { entry, hostile } from '../entry.ts';

const written = (...entries: Parameters<typeof githubAnnotations>[0]) => githubAnnotations(entries, en);

describe('a finding is a command', () => {
  test('with its place, its rule and what to do', () => {
    expect(written(entry())).toBe(
      '::error file=App/Program.cs,line=3,endLine=3,col=5,endColumn=9,title=config/custom-path::Wrong.%0AMend it.\n',
    );
  });

  test('of three kinds', () => {
    const kinds = (['error', 'warning', 'note'] as const).map((severity) => written(entry({ severity })).split(' ')[0]);
    expect(kinds).toEqual(['::error', '::warning', '::notice']);
  });

  test('without columns over several lines, for which GitHub has none', () => {
    const place = { line: 3, column: 5, endLine: 7, endColumn: 2 };
    expect(written(entry({ place }))).toContain(' file=App/Program.cs,line=3,endLine=7,title=');
  });

  test('without a line about a whole file, and without a file about a path', () => {
    expect(written(entry({ place: null, next: '' }))).toBe(
      '::error file=App/Program.cs,title=config/custom-path::Wrong.\n',
    );
    expect(written(entry({ path: null, place: null, next: '' }))).toBe('::error title=config/custom-path::Wrong.\n');
  });

  test('unless it is suppressed', () => {
    expect(written(entry({ suppressed: { reason: 'r', expires: '2027-01-31' } }))).toBe('');
  });
});

describe('what a file says stays data', () => {
  test.each(hostile)('%j', (text) => {
    const lines = written(entry({ path: text, message: text, next: text })).split('\n');
    expect(lines).toHaveLength(2);
    expect(read(lines[0] ?? '')).toEqual({
      command: 'error',
      properties: { file: text, line: '3', endLine: '3', col: '5', endColumn: '9', title: 'config/custom-path' },
      data: `${text}\n${text}`,
    });
  });
});

describe('of each kind ten are shown', () => {
  const many = (severity: 'error' | 'warning' | 'note', count: number) =>
    Array.from({ length: count }, (_, index) => entry({ severity, message: `${severity} ${index}`, next: '' }));
  const lines = (all: ReturnType<typeof many>, words = en) => githubAnnotations(all, words).trimEnd().split('\n');

  test('and nothing is said where that is all', () => {
    expect(lines([...many('note', 10), ...many('warning', 10), ...many('error', 10)])).toHaveLength(30);
  });

  test('the most severe first, in the order they were found, and the last line tells of the rest', () => {
    const shown = lines([...many('note', 11), ...many('warning', 1), ...many('error', 13)]);
    expect(shown).toHaveLength(22);
    expect(shown[0]).toContain('::error 0');
    expect(shown[9]).toContain('::error 9');
    expect(shown[10]).toContain('::warning 0');
    expect(shown[11]).toContain('::note 0');
    expect(shown.at(-1)).toBe(
      'Left out here: 3 errors, 0 warnings and 1 note. GitHub shows at most 10 of each kind for a step; every other format of audit has them all.',
    );
    expect(lines(many('error', 12), nb).at(-1)).toMatch(/^Utelatt her: 2 feil, 0 advarsler og 0 merknader\. /);
  });
});

/** As the runner reads a line. */
function read(line: string) {
  const [, command = '', pairs = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const inData = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const inProperty = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = Object.fromEntries(
    pairs.split(',').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), inProperty(pair.slice(at + 1))];
    }),
  );
  return { command, properties, data: inData(data) };
}
