import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/files/edits.ts';
import { editProjectFile } from '../../src/migrate/edit-project-file.ts';
import type { ProjectChange } from '../../src/rules/finding.ts';
import { appWith, auditedApp } from '../rules/audited.ts';

const file = 'App/Other.props';

/** What becomes of a file when elements go (their text) or come (beside the first of that text). */
async function edited(text: string, ...changes: readonly (Removal | Insertion)[]) {
  const { app } = await auditedApp(appWith('', { more: { [file]: text } }));
  const outcomes = editProjectFile(
    app,
    file,
    changes.map((change) => changeOf(change, text)),
  );
  const refused = outcomes.find(({ kind }) => kind === 'refused');
  if (refused?.kind === 'refused') return refused.reason;
  return applyEdits(
    text,
    outcomes.flatMap((outcome) => (outcome.kind === 'edits' ? outcome.edits : [])),
  );
}

type Removal = string;
interface Insertion {
  readonly markup: string;
  readonly side: 'before' | 'after';
  readonly of: string;
}

function changeOf(change: Removal | Insertion, text: string): ProjectChange {
  const element = typeof change === 'string' ? change : change.of;
  const start = text.indexOf(element);
  const at = { file, start, end: start + element.length };
  return typeof change === 'string'
    ? { kind: 'remove-element', at }
    : { kind: 'insert-element', at, side: change.side, markup: change.markup };
}

const group = (...lines: readonly string[]) =>
  `<Project>\n  <ItemGroup>\n${lines.map((line) => `    ${line}\n`).join('')}  </ItemGroup>\n\n  <X />\n</Project>\n`;
const empty = '<Project>\n  <X />\n</Project>\n';
const [a, b] = ['<P Include="A" />', '<P Include="B" />'];

describe('an element goes', () => {
  test.each<[string, string, string]>([
    ['with its line', group(a, b), group(b)],
    ['with the comment on its line', group(`${a} <!-- old -->`, b), group(b)],
    ['without the comment above', group('<!-- old -->', a, b), group('<!-- old -->', b)],
    ['with the group that it was all of', group(a), empty],
    ['but not with a comment of the group', group(a, '<!-- why -->'), group('<!-- why -->')],
  ])('%s', async (_, before, after) => {
    expect(await edited(before, a)).toBe(after);
    expect(await edited(before.replaceAll('\n', '\r\n'), a)).toBe(after.replaceAll('\n', '\r\n'));
  });

  test('with the group when others of it go too', async () => {
    expect(await edited(group(a, b), a, b)).toBe(empty);
  });

  test.each([
    ['an element of that place', '<P Include="C" />'],
    ['a whole element', 'Include="A"'],
  ])('only when it is %s', async (_, wanted) => {
    expect(await edited(group(a), wanted)).toEqual({ code: 'refused', refusal: 'not-found' });
  });

  test('not from a file that is no XML', async () => {
    expect(await edited(`<Project>${a}`, a)).toEqual({ code: 'refused', refusal: 'not-found' });
  });
});

describe('an element comes', () => {
  const markup = '<P Include="N" />';

  test.each<[string, Insertion, string, string]>([
    ['after another', { markup, side: 'after', of: a }, group(a, b), group(a, markup, b)],
    ['before another', { markup, side: 'before', of: a }, group(a, b), group(markup, a, b)],
    [
      'past the comment of the other',
      { markup, side: 'after', of: a },
      group(`${a} <!-- a -->`),
      group(`${a} <!-- a -->`, markup),
    ],
    [
      'closed as the other is',
      { markup, side: 'after', of: '<P Include="A"/>' },
      group('<P Include="A"/>'),
      group('<P Include="A"/>', '<P Include="N"/>'),
    ],
    [
      'on the line of the other',
      { markup, side: 'after', of: a },
      `<Project><G>${a}</G></Project>`,
      `<Project><G>${a}${markup}</G></Project>`,
    ],
    ['only once', { markup, side: 'after', of: a }, group(a, markup), group(a, markup)],
  ])('%s', async (_, insertion, before, after) => {
    expect(await edited(before, insertion)).toBe(after);
    expect(await edited(before.replaceAll('\n', '\r\n'), insertion)).toBe(after.replaceAll('\n', '\r\n'));
  });

  test('while another goes', async () => {
    const insertion = { markup, side: 'after', of: b } as const;
    expect(await edited(group(a, b), insertion, a)).toBe(group(b, markup));
  });
});

test('an element that only holds a tag closed without a space is no model for closing one so', async () => {
  const holding = '<P Include="A"><V x="1"/></P>';
  const insertion = { markup: '<P Include="B" />', side: 'after', of: holding } as const;
  expect(await edited(group(holding), insertion)).toBe(group(holding, '<P Include="B" />'));
});
