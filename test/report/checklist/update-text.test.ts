import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Checklist, Entry } from '../../../src/report/checklist/checklist.ts';
import { shortKeys } from '../../../src/report/checklist/short-keys.ts';
import { type Updated, updatedText } from '../../../src/report/checklist/update-text.ts';
import { en } from '../../../src/words/en.ts';
import { nb } from '../../../src/words/nb.ts';
import { checklists as anyChecklists, checklistOf } from './checklists.ts';

function updated(text: string, made: readonly Checklist[], limit = 1_000_000, words = en): Updated {
  return updatedText(text, made, { words, limit, bom: false, command: 'maskinflytt checklist' });
}

function textOf(result: Updated): string {
  if (result.kind !== 'text') throw new Error(result.kind);
  return result.text;
}

const [begin, end] = ['<!-- maskinflytt:checklist -->', '<!-- /maskinflytt:checklist -->'];
/** A start as the tool writes it. */
const start = '<!-- maskinflytt:checklist( [a-z0-9]+)* -->';
/** What people write around it, with no markers of ours. */
const prose = fc
  .array(
    fc.oneof(
      fc.lorem(),
      fc.constantFrom('', '\n', '\r\n', '- [x] mine', '```\ncode\n```', '<!-- note -->', 'æøå 🚀', '\t'),
    ),
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((lineEnd) => lines.join(lineEnd)));

/** All of the same app. */
const checklists = anyChecklists.map((made) =>
  made.map((one): Checklist => ({ ...one, title: [{ look: 'plain', text: 'Checklist' }] })),
);

const tick = (text: string, says: string) => text.replace(`- [ ] ${says}`, `- [x] ${says}`);

describe('what stands around the checklist', () => {
  test('stays as it is, to the byte, and a second run changes nothing', () => {
    fc.assert(
      fc.property(prose, prose, checklists, checklists, (before, after, first, second) => {
        const old = textOf(updated('', first)).trimEnd();
        const lineEnd = before.includes('\r\n') || after.includes('\r\n') ? '\r\n' : '\n';
        const text = `${before}${lineEnd}${old}${lineEnd}${after}`;
        const once = textOf(updated(text, second));
        expect(once.startsWith(`${before}${lineEnd}`)).toBe(true);
        expect(once.slice(before.length + lineEnd.length)).toMatch(new RegExp(`^${start}${lineEnd}`));
        expect(once.endsWith(`${end}${lineEnd}${after}`)).toBe(true);
        expect(textOf(updated(once, second))).toBe(once);
      }),
    );
  });

  test('is all there when the checklist is new: it comes last', () => {
    fc.assert(
      fc.property(prose, checklists, (text, made) => {
        const once = textOf(updated(text, made));
        expect(once.startsWith(text)).toBe(true);
        expect(textOf(updated(once, made))).toBe(once);
      }),
    );
  });

  test('has the line ends that the text has', () => {
    const made = checklistOf({ key: 'aaaaaa', says: 'Do it.', done: false });
    expect(textOf(updated('Hei\r\n', made))).not.toMatch(/(?<!\r)\n/);
    expect(textOf(updated('Hei\n', made))).not.toContain('\r');
    expect(textOf(updated('Hei', made))).toMatch(new RegExp(`^Hei\n\n${start}\n`));
  });

  test('counts as text that needs room', () => {
    const made = checklistOf({ key: 'aaaaaa', says: 'Do it.', done: false });
    const text = `${'x'.repeat(400)}\n`;
    const size = textOf(updated(text, made)).length;
    expect(textOf(updated(text, made, size))).toHaveLength(size);
    const withBom = { words: en, limit: size, bom: true, command: 'maskinflytt checklist' };
    expect(updatedText(text, made, withBom)).not.toMatchObject({ text: textOf(updated(text, made)) });
    expect(updated(text, made, 450)).toEqual({ kind: 'no-room' });
  });
});

describe('boxes that people ticked', () => {
  const made = checklistOf(
    { key: 'aaaaaa', says: 'Add the scopes.', done: false },
    { key: 'bbbbbb', says: 'Deploy.', done: false },
    { key: 'cccccc', says: 'Rights are there.', done: true },
  );

  test('stay ticked, in other words and in another order too', () => {
    const old = tick(textOf(updated('Hei\n', made)), 'Add the scopes.');
    const other = checklistOf(
      { key: 'bbbbbb', says: 'Publiser.', done: false },
      { key: 'aaaaaa', says: 'Legg til scopene.', done: false },
    );
    const result = updated(old, other, 1_000_000, nb);
    expect(textOf(result)).toContain('- [ ] Publiser. <!--mf-bbbbbb-->\n- [x] Legg til scopene. <!--mf-aaaaaa-->\n');
    expect(result).toMatchObject({ isNew: false, boxes: { kept: 1, unticked: [], changed: [], gone: 0 } });
  });

  test.each([
    '- [X] Deploy.',
    '* [x] Deploy.',
    '+ [x] Deploy.',
    '    - [x] Deploy.',
    '\t* [X] Deploy.',
    '1. [x] Deploy.',
    '12) [x] Deploy.',
    '> - [x] Deploy.',
    '- - [x] Deploy.',
    '- [x]\tDeploy.',
    '-   [x]   Deploy.',
    '- [x]',
  ])('are known as platforms and editors write them: %s', (box) => {
    const old = textOf(updated('', made)).replace('- [ ] Deploy.', box);
    expect(textOf(updated(old, made))).toContain('- [x] Deploy. <!--mf-bbbbbb-->');
  });

  test('stay ticked where somebody wrote behind them, and the note is told of', () => {
    const old = tick(textOf(updated('', made)), 'Deploy.').replace('bbbbbb-->', '$& done by Kari');
    const result = updated(old, made);
    expect(textOf(result)).toContain('- [x] Deploy. <!--mf-bbbbbb-->\n');
    expect(result).toMatchObject({ boxes: { kept: 1, lost: ['Deploy. done by Kari'] } });
  });

  test('stay ticked where one of two copies of a line is ticked', () => {
    const line = '- [ ] Deploy. <!--mf-bbbbbb-->';
    const old = textOf(updated('', made)).replace(line, `${line.replace(' ]', 'x]')}\n${line}`);
    expect(textOf(updated(old, made))).toContain('- [x] Deploy. <!--mf-bbbbbb-->');
  });

  test('stay ticked once the tool has seen it too', () => {
    const old = tick(textOf(updated('', made)), 'Deploy.');
    const seen = checklistOf({ key: 'bbbbbb', says: 'Deploy.', done: true });
    expect(textOf(updated(old, seen))).toContain('- [x] Deploy. <!--mf+bbbbbb-->');
  });

  test('are unticked when they are about something else now, and that is said', () => {
    const scopes = (cover: string) => checklistOf({ key: `aaaaaa:${cover}`, says: 'Add the scopes.', done: false });
    const old = tick(textOf(updated('', scopes('1a2b'))), 'Add the scopes.');
    expect(textOf(updated(old, scopes('1a2b')))).toContain('- [x] Add the scopes. <!--mf-aaaaaa:1a2b-->');
    const result = updated(old, scopes('3c4d'));
    expect(textOf(result)).toContain('- [ ] Add the scopes. <!--mf-aaaaaa:3c4d-->');
    expect(result).toMatchObject({ boxes: { kept: 0, changed: ['Add the scopes.'], gone: 0 } });
  });

  test('do not pass from one item to another that is just like it', () => {
    const item = { key: 'try', says: 'Try the call.', done: false };
    const [one, two] = [shortKeys(checklistOf(item)), shortKeys(checklistOf(item, item))];
    const old = tick(textOf(updated('', two)), 'Try the call.');
    expect(updated(old, two)).toMatchObject({ text: old, boxes: { kept: 1 } });
    expect(textOf(updated(old, one))).not.toContain('- [x]');
    expect(updated(old, one)).toMatchObject({ boxes: { kept: 0, gone: 1 } });
    const single = tick(textOf(updated('', one)), 'Try the call.');
    expect(updated(single, two)).toMatchObject({ boxes: { kept: 0, gone: 1 } });
  });

  test('are told of when they are no longer there', () => {
    const old = tick(textOf(updated('', made)), 'Deploy.');
    const less = checklistOf({ key: 'aaaaaa', says: 'Add the scopes.', done: false });
    expect(updated(old, less)).toMatchObject({ boxes: { kept: 0, gone: 1 } });
  });
});

describe('boxes that the tool ticked', () => {
  const held = checklistOf({ key: 'cccccc', says: 'Rights are there.', done: true });
  const lost = checklistOf({ key: 'cccccc', says: 'Rights are there.', done: false });

  test('are unticked when it is no longer so, and that is said', () => {
    const result = updated(textOf(updated('', held)), lost);
    expect(textOf(result)).toContain('- [ ] Rights are there. <!--mf-cccccc-->');
    expect(result).toMatchObject({ boxes: { unticked: ['Rights are there.'] } });
  });

  test('are ticked again when somebody unticked them and it is still so', () => {
    const old = textOf(updated('', held)).replace('- [x]', '- [ ]');
    expect(textOf(updated(old, held))).toContain('- [x] Rights are there.');
  });
});

describe('lines between the markers that people wrote', () => {
  const made = checklistOf(
    { key: 'aaaaaa', says: 'Add the scopes.', done: false },
    { key: 'bbbbbb', says: 'Deploy.', done: false },
  );
  const later = checklistOf({ key: 'cccccc', says: 'Remove the old client.', done: false });
  const old = textOf(updated('Hei\n', made));

  test.each(['\n', '\r\n'])('are told of: they go', (lineEnd) => {
    const text = old.replace('- [ ] Deploy.', '- [ ] Ask Ola\n\n  Ola is ill.\n$&').replaceAll('\n', lineEnd);
    expect(updated(text, made)).toMatchObject({ boxes: { lost: ['Ask Ola', 'Ola is ill.'] } });
  });

  test('are not thought to be there when nobody wrote any, whatever the new one says', () => {
    const ticked = tick(old, 'Deploy.').replace('- [ ] Add', '1. [X] Add');
    expect(updated(ticked, later)).toMatchObject({ boxes: { lost: [] } });
    expect(updated(ticked.replaceAll('\n', '\r\n'), made, 1_000_000, nb)).toMatchObject({ boxes: { lost: [] } });
  });
});

test.each([
  ['one marker', `a\n${begin}\nb\n`],
  ['the other marker', `a\n${end}\nb\n`],
  ['the wrong way round', `${end}\n${begin}\n`],
  ['two of them', `${begin}\n${end}\n${begin}\n${end}\n`],
  ['one within the other', `${begin}\n${begin}\n${end}\n`],
])('a text with markers that say nothing clear is left alone: %s', (_, text) => {
  expect(updated(text, checklistOf())).toEqual({ kind: 'damaged' });
});

describe('a checklist that is shown in a code fence', () => {
  const made = checklistOf({ key: 'aaaaaa', says: 'Do it.', done: false });
  const shown = `${begin}\n\n- [x] Do it. <!--mf-aaaaaa-->\n${end}\n`;

  test.each([
    ['```', '```'],
    ['````md', '`````'],
    ['  ~~~ md `x`', '   ~~~~'],
    ['- ```', '  ```'],
    ['~~~~\n```\n~~~', '~~~~'],
    ['```\n```x', '```'],
    ['``` `not` one\n```', '```'],
  ])('is none: %s', (opened, closed) => {
    const text = `Hei\n${opened}\n${shown}${closed}\n`;
    const once = textOf(updated(text, made));
    expect(once.startsWith(text)).toBe(true);
    expect(once.slice(text.length)).toContain('- [ ] Do it.');
    expect(textOf(updated(once, made))).toBe(once);
  });

  test.each(['```\n```', '    ```', '> ```', '``', '``` `not` one'])('is one where the fence is none: %s', (line) => {
    expect(updated(`${line}\n${shown}${line}\n`, made)).toMatchObject({ isNew: false, boxes: { kept: 1 } });
  });

  test.each(['```', '~~~~ md', '- ```'])('does not swallow a new one where nobody closed it: %s', (opened) => {
    const text = `Hei\n${opened}\ncode\n`;
    const once = textOf(updated(text, made));
    const [fence = ''] = /[`~]+/.exec(opened) ?? [];
    expect(once.startsWith(`${text}${fence}\n\n<!-- maskinflytt:checklist `)).toBe(true);
    expect(textOf(updated(once, made))).toBe(once);
  });
});

test('what is to be copied is no box, whatever it says', () => {
  const [first] = checklistOf(
    { key: 'aaaaaa', says: 'Do it.', done: false },
    { key: 'bbbbbb', says: 'B.', done: false },
  );
  const made = [first].flatMap((one) => (one === undefined ? [] : [withCopy(one, '- [x] y <!--mf-bbbbbb-->')]));
  const text = textOf(updated('', made));
  expect(text).toContain('\n  - [x] y <!--mf-bbbbbb-->\n');
  expect(textOf(updated(text, made))).toBe(text);
});

function withCopy(checklist: Checklist, copied: string): Checklist {
  const copying = (entry: Entry): Entry => (entry.kind === 'task' ? { ...entry, copy: [copied] } : entry);
  const sections = checklist.sections.map((section) => ({ ...section, entries: section.entries.map(copying) }));
  return { ...checklist, sections };
}

test.each([
  '   <!-- maskinflytt:checklist -->',
  '<!--maskinflytt:checklist-->',
  '<!--  maskinflytt:checklist  abcde  -->',
])('a marker is known as people and editors leave it: %s', (first) => {
  const text = `Hei\n${first}\n- [x] Do it. <!--mf-aaaaaa-->\n  <!--/maskinflytt:checklist-->  \nHa det\n`;
  const result = updated(text, checklistOf({ key: 'aaaaaa', says: 'Do it.', done: false }));
  expect(result).toMatchObject({ isNew: false, boxes: { kept: 1 } });
  expect(textOf(result)).toMatch(new RegExp(`^Hei\n${start}\n[^]*\n${end}\nHa det\n$`));
});

test('a marker in the middle of a line is none', () => {
  const text = `> ${begin}\n\`${end}\`\n`;
  expect(textOf(updated(text, checklistOf({ key: 'aaaaaa', says: 'x', done: false }))).startsWith(text)).toBe(true);
});

describe('a checklist of another app', () => {
  const named = (name: string, key: string): readonly Checklist[] =>
    checklistOf({ key, says: 'Deploy.', done: false }).map((one) => ({
      ...one,
      title: [
        { look: 'plain', text: 'Checklist: ' },
        { look: 'code', text: name },
      ],
    }));
  const old = textOf(updated('', named('ttd/one', 'aaaaaa')));

  test('is not replaced', () => {
    expect(updated(old, named('ttd/two', 'bbbbbb'))).toEqual({ kind: 'of-another' });
  });

  test('is one of this app where the name is the same, or an item', () => {
    expect(updated(old, named('ttd/one', 'bbbbbb')).kind).toBe('text');
    expect(updated(old, named('ttd/new-name', 'aaaaaa')).kind).toBe('text');
    expect(updated(old, [...named('ttd/two', 'bbbbbb'), ...named('ttd/one', 'cccccc')]).kind).toBe('text');
  });
});
