import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/report/display-width.ts';
import { policyMatrix } from '../../src/report/policy-matrix.ts';
import { matrixText } from '../../src/report/policy-text.ts';
import { painter } from '../../src/report/style.ts';
import { en } from '../../src/words/en.ts';
import { nb } from '../../src/words/nb.ts';
import type { Words } from '../../src/words/words.ts';
import { conditionAt, granted, inconclusive, missing, reportOf, ruleAt, stateWith } from './policy-facts.ts';

const reads = ruleAt(10, 'urn:altinn:org:ttd:ruleid:1');
const writes = ruleAt(30, null);
const states = [
  stateWith({ kind: 'not-started' }, { read: granted(reads), write: missing }),
  stateWith({ kind: 'task', id: 'Task_1', type: 'data' }, { read: granted(reads), write: granted(reads, writes) }),
  stateWith(
    { kind: 'end-event', id: 'EndEvent_1' },
    { read: inconclusive(conditionAt(12)), write: missing, complete: missing },
  ),
];

function textOf(
  from: Parameters<typeof reportOf>[1],
  { words = en, width = 120, color = false }: { words?: Words; width?: number; color?: boolean } = {},
): string {
  const matrix = policyMatrix(reportOf([reads, writes], from, words), words);
  if (matrix === null) throw new Error('nothing to show');
  return matrixText(matrix, { words, width }, painter(color));
}

describe('the matrix in a terminal', () => {
  test('is a table of states and actions, with the rules behind each answer', () => {
    expect(textOf(states).split('\n')).toEqual([
      '  What the policy lets the service owner ([ORG]) do:',
      '    State of the process  read                            write                               complete',
      '    not started           granted (rule 1, line 10)       missing                             not needed',
      '    task Task_1 (data)    granted (rule 1, line 10)       granted (rule 1, line 10; line 30)  not needed',
      '    end event EndEvent_1  inconclusive (rule 1, line 12)  missing                             missing',
      '    Lines are those of App/config/authorization/policy.xml.',
      '  Inconclusive because:',
      '    - Line 12: A rule that may apply has a Condition, and what that comes to shows only when somebody asks.',
    ]);
  });

  test('speaks Norwegian altogether', () => {
    const text = textOf(states, { words: nb, width: 140 });
    expect(text).toContain('slutthendelse EndEvent_1  uavklart (regel 1, linje 12)');
    expect(text).toContain('oppgave Task_1 (data)     gitt (regel 1, linje 10)');
    expect(text).not.toMatch(/\b(granted|missing|inconclusive|rule|line|task|event|state)\b/i);
  });

  test('is a paragraph for each state where a table is too wide', () => {
    const text = textOf(states, { width: 60 });
    expect(text.split('\n').filter((line) => displayWidth(line) > 60)).toEqual([]);
    expect(text).toContain('    not started – read: granted (rule 1, line 10), write:\n      missing\n');
    expect(text).not.toContain('not needed');
  });

  test('grows downward with the process', () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      stateWith({ kind: 'task', id: `Task_${index}`, type: 'data' }, { read: granted(reads), write: missing }),
    );
    const lines = textOf(many, { width: 80 }).split('\n');
    expect(lines).toHaveLength(1 + 1 + 50 + 1);
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80);
  });

  test('cuts ids that are too long, and says no more rules than there is room for', () => {
    const long = ruleAt(100, `urn:altinn:${'a'.repeat(60)}`);
    const four = [ruleAt(20, 'a:1'), ruleAt(40, 'a:2'), ruleAt(60, 'a/3'), ruleAt(80, 'a:4')];
    const row = stateWith(
      { kind: 'task', id: `Task_${'1'.repeat(90)}`, type: 'data' },
      {
        read: granted(long),
        write: granted(...four),
      },
    );
    const matrix = policyMatrix(reportOf([...four, long], [row], en), en);
    expect(matrix?.rows[0]?.cells.map(({ rules }) => rules)).toEqual([
      [`rule ${'a'.repeat(23)}…, line 100`],
      ['rule 1, line 20', 'rule 2, line 40', 'rule 3, line 60', '1 more'],
    ]);
    const many = Array.from({ length: 33 }, (_, index) => ruleAt(10 * index + 1, `r:${index}`));
    const crowded = policyMatrix(reportOf(many, [stateWith(row.state, { read: granted(...many) })], en), en);
    expect(crowded?.rows[0]?.cells[0]?.rules.at(-1)).toBe('30 more');
    const shown = matrix && matrixText(matrix, { words: en, width: 300 }, painter(false));
    expect(shown).toContain(`task Task_${'1'.repeat(29)}…  granted`);
  });

  test('obeys nothing that a file says', () => {
    const text = textOf([
      stateWith(
        { kind: 'task', id: 'a\u001b[31m\u202e', type: 'b\rc' },
        { 'x\u0007': granted(ruleAt(70, 'r\u009b2J')) },
      ),
    ]);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text).toContain('task a\uFFFD[31m\uFFFD (b\uFFFDc)');
  });

  test('has lines that end where they end, and says in words what it says in colour', () => {
    const painted = textOf(states, { color: true });
    expect(painted).toContain('\u001b[31mmissing');
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(textOf(states));
    expect(textOf(states)).not.toMatch(/ $/m);
  });
});

test('a process that could not be read has its states all the same', () => {
  const text = textOf([
    stateWith({ kind: 'some-task' }, { read: missing }),
    stateWith({ kind: 'some-end-event' }, { read: missing }),
  ]);
  expect(text).toMatch(/any task .*missing\n.*any end event .*missing/);
  expect(text).not.toContain('Lines are');
});
