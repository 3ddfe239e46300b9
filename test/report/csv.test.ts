import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/report/csv.ts';
import { entry, hostile } from './entry.ts';

const header =
  '"app_id","app_path","status","rule","severity","phase","fix","file","line","column","message","next","because","suppressed_reason","suppressed_expires","fingerprint"';

test('a row for each finding, also for one that is suppressed, with its reason', () => {
  const suppressed = { reason: 'Waits for "TT02"', expires: '2027-01-31' };
  expect(toCsv([entry(), entry({ app: null, place: null, phase: null, suppressed })])).toBe(
    `\uFEFF${header}\r\n` +
      '"ttd/app",".","legacy","config/custom-path","error","switch","safe","App/Program.cs","3","5","Wrong.","Mend it.","","","","f00d"\r\n' +
      '"","","","config/custom-path","error","","safe","App/Program.cs","","","Wrong.","Mend it.","","Waits for ""TT02""","2027-01-31","f00d"\r\n',
  );
});

test('nothing found leaves the names of the columns', () => {
  expect(toCsv([])).toBe(`\uFEFF${header}\r\n`);
});

describe('a field comes back as it was', () => {
  test.each(hostile.filter((text) => !text.startsWith('=')))('%j', (text) => {
    const [, row] = rowsOf(toCsv([entry({ app: { id: text, path: text, status: 'own' }, path: text, message: text })]));
    expect([row?.[0], row?.[1], row?.[7], row?.[10]]).toEqual([text, text, text, text]);
  });

  test('whatever is in it, and no row has another number of fields', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', '=', '-', '@', 'a', ' ', '\t', '＝') });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const rows = rowsOf(toCsv([entry({ path: one, message: other }), entry()]));
        expect(rows.map(({ length }) => length)).toEqual([16, 16, 16]);
        for (const field of rows.flat()) expect(field).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
      }),
    );
  });
});

describe('a spreadsheet calculates nothing', () => {
  test.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(1)', "'@SUM(1)"],
    ['  =1', "'  =1"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u200b\u202e=1', "'\u200b\u202e=1"],
    ['\uFEFF=1', "'\uFEFF=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠a', "'＠a"],
    ['"=1', '\'"=1'],
    ['a;=1', "a;'=1"],
    ['a; =1;-2', "a;' =1;'-2"],
    ['a=1', 'a=1'],
    ['a-b @c', 'a-b @c'],
    ['a:b; c', 'a:b; c'],
  ])('%j', (text, shown) => {
    expect(rowsOf(toCsv([entry({ message: text })]))[1]?.[10]).toBe(shown);
  });
});

/** As RFC 4180 says that a file is read. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let fields: string[] = [];
  for (const [, text = '', end] of csv.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    fields.push(text.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(fields);
    fields = [];
  }
  return rows;
}
