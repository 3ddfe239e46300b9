import { describe, expect, test } from 'vitest';
import { azureAnnotations } from '../../../src/report/annotations/azure.ts';
import { en } from '../../../src/words/en.ts';
import { nb } from '../../../src/words/nb.ts';
import { entry, hostile } from '../entry.ts';

const written = (...entries: Parameters<typeof azureAnnotations>[0]) => azureAnnotations(entries, en);

describe('an error and a warning are issues of the task', () => {
  test.each(['error', 'warning'] as const)('%s', (severity) => {
    expect(written(entry({ severity }))).toBe(
      `##vso[task.logissue type=${severity};sourcepath=App/Program.cs;linenumber=3;columnnumber=5;code=config/custom-path]Wrong. Mend it.\n`,
    );
  });

  test('without a line about a whole file, and without a file about a path', () => {
    expect(written(entry({ place: null, next: '' }))).toBe(
      '##vso[task.logissue type=error;sourcepath=App/Program.cs;code=config/custom-path]Wrong.\n',
    );
    expect(written(entry({ path: null, place: null, next: '' }))).toBe(
      '##vso[task.logissue type=error;code=config/custom-path]Wrong.\n',
    );
  });

  test('unless suppressed', () => {
    expect(written(entry({ suppressed: { reason: 'r', expires: '2027-01-31' } }))).toBe('');
  });
});

test('a note is a line of the log, in the language of the report', () => {
  expect(written(entry({ severity: 'note' }))).toBe('note config/custom-path App/Program.cs:3:5 Wrong. Mend it.\n');
  expect(azureAnnotations([entry({ severity: 'note', place: null })], nb)).toMatch(/^merknad config\/custom-path App/);
});

describe('what a file says commands nothing', () => {
  test.each(hostile)('%j', (text) => {
    const lines = written(
      entry({ path: text, message: text, next: '' }),
      entry({ severity: 'note', path: text, message: text, next: text }),
    ).split('\n');
    expect(lines).toHaveLength(3);
    const [issue = '', note = ''] = lines;
    const harmless = text.replaceAll('##', '# #');
    expect(read(issue)).toEqual({
      command: 'task.logissue',
      properties: {
        type: 'error',
        sourcepath: harmless,
        linenumber: '3',
        columnnumber: '5',
        code: 'config/custom-path',
      },
      data: harmless,
    });
    expect(issue.match(/##/g)).toHaveLength(1);
    expect(note).not.toMatch(/##(?:vso)?\[/i);
  });

  test('however many marks stand before it', () => {
    expect(written(entry({ severity: 'note', message: '####vso[a]b ##[error]c', next: '' }))).not.toContain('##');
  });
});

test('the most severe come first, and the last line tells which are no issues of the task', () => {
  const many = (severity: 'error' | 'warning' | 'note', count: number) =>
    Array.from({ length: count }, () => entry({ severity }));
  const lines = written(...many('note', 11), ...many('warning', 11), ...many('error', 12))
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(35);
  expect(lines.map((line) => /type=(\w+)/.exec(line)?.[1] ?? line.split(' ')[0])).toEqual([
    ...Array(12).fill('error'),
    ...Array(11).fill('warning'),
    ...Array(11).fill('note'),
    'In',
  ]);
  expect(lines.at(-1)).toBe(
    'In this log only: 2 errors and 1 warning. Azure Pipelines lists the first 10 of each kind for a task.',
  );
  expect(
    written(...many('note', 11), ...many('error', 10))
      .trimEnd()
      .split('\n'),
  ).toHaveLength(21);
});

/** As the agent reads a line. */
function read(line: string) {
  const [, command = '', pairs = '', data = ''] = /##vso\[([\w.]+) ([^\]]*)\](.*)$/.exec(line) ?? [];
  const unescaped = (text: string) =>
    text
      .replaceAll('%3B', ';')
      .replaceAll('%5D', ']')
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%AZP25', '%');
  const properties = Object.fromEntries(
    pairs.split(';').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), unescaped(pair.slice(at + 1))];
    }),
  );
  return { command, properties, data: unescaped(data) };
}
