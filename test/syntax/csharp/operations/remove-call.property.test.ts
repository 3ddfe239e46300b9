import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { applyTidily } from '../../../../src/files/blank-lines.ts';
import { applyEdits } from '../../../../src/files/edits.ts';
import { enclosures } from '../../../../src/syntax/csharp/enclosing.ts';
import {
  childInRole,
  descendants,
  descendantsOfKind,
  type SyntaxNode,
  textOf,
} from '../../../../src/syntax/csharp/node.ts';
import { removeCalls } from '../../../../src/syntax/csharp/operations/remove-call.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';
import { parsed } from '../sources.ts';
import { program } from './programs.ts';
import { doomedCalls, judge, removable } from './removal.ts';

beforeAll(loadCSharp);

const legitimateRefusals = ['only-statement', 'if-with-else', 'comment-in-the-way'];

test('removed calls leave everything else in its order, under its conditions, and nothing empty behind', () => {
  fc.assert(
    fc.property(program, (before) => {
      const file = parsed(before);
      expect(file.views[0]?.root.broken, before).toBe(false);
      const calls = doomedCalls(file);
      const operations = removeCalls(file, calls.map(removable(before)), judge);
      const edits = operations.flatMap((operation) => (operation.kind === 'edits' ? operation.edits : []));
      const refused = operations.filter(({ kind }) => kind === 'refused').length;
      for (const operation of operations) {
        if (operation.kind === 'refused') expect(legitimateRefusals).toContain(operation.refusal);
      }
      const after = applyTidily(before, edits);
      const [was, is] = [before, after].map(survey);
      expect(is?.broken, after).toBe(false);
      expect(is?.doomed, after).toBe(refused);
      expect(is?.kept, after).toEqual(was?.kept);
      expect(is?.notes, after).toEqual(was?.notes);
      expect(is?.emptyIfs, after).toBe(0);
      expect(is?.unusedLocals, after).toEqual([]);
      expect(is?.awkwardBlanks, after).toBe(0);
      expect(isLeftOf(after, before), after).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test('each call can also go alone, and then the others stay', () => {
  fc.assert(
    fc.property(program, (before) => {
      const file = parsed(before);
      for (const call of doomedCalls(file)) {
        const [operation] = removeCalls(file, [removable(before)(call)], judge);
        if (operation?.kind !== 'edits') continue;
        const after = applyTidily(before, operation.edits);
        expect(survey(after).doomed, after).toBe(doomedCalls(file).length - 1);
        expect(survey(after).kept, after).toEqual(survey(before).kept);
        expect(survey(after).emptyIfs, after).toBe(0);
        expect(survey(after).broken, after).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

test('tidying takes empty lines only', () => {
  fc.assert(
    fc.property(program, (before) => {
      const file = parsed(before);
      const edits = removeCalls(file, doomedCalls(file).map(removable(before)), judge).flatMap((operation) =>
        operation.kind === 'edits' ? operation.edits : [],
      );
      const withContent = (text: string) => linesOf(text).filter((line) => line.trim() !== '');
      expect(withContent(applyTidily(before, edits))).toEqual(withContent(applyEdits(before, edits)));
    }),
    { numRuns: 200 },
  );
});

/** What of a program must be the same before and after, and what must not be there. */
function survey(text: string) {
  const root = parsed(text).views[0]?.root;
  if (root === undefined) throw new Error('no view');
  const calls = [...descendantsOfKind(root, 'invocation_expression')];
  return {
    broken: root.broken,
    doomed: calls.filter((call) => nameOf(call, text) === 'Doomed').length,
    kept: calls.filter((call) => nameOf(call, text).startsWith('Keep')).map((call) => withConditions(call, text)),
    notes: [...descendants(root)]
      .filter(({ kind }) => kind === 'comment')
      .map((node) => textOf(node, text))
      .filter(isNote),
    emptyIfs: [...descendantsOfKind(root, 'if_statement')].filter(hasEmptyBranch).length,
    unusedLocals: [...text.matchAll(/\b(p\d+) =/g)].flatMap(([, name = '']) =>
      text.split(new RegExp(`\\b${name}\\b`)).length > 2 ? [] : [name],
    ),
    awkwardBlanks: [...text.matchAll(/\{\r?\n[ \t]*\r?\n|\n[ \t]*\r?\n[ \t]*\r?\n|\n[ \t]*\r?\n[ \t]*\}/g)].length,
  };
}

/** About neither the call nor its subject: such a comment stays. */
function isNote(comment: string): boolean {
  return comment.includes('note');
}

function nameOf(call: SyntaxNode, text: string): string {
  const callee = childInRole(call, 'function');
  const name = callee && (childInRole(callee, 'name') ?? callee);
  return name ? textOf(name, text) : '';
}

function withConditions(call: SyntaxNode, text: string): string {
  const around = enclosures(call, text).map((enclosure) => {
    if (enclosure.kind !== 'if') return enclosure.kind;
    const condition = childInRole(enclosure.node, 'condition');
    return `${enclosure.branch} of ${condition ? textOf(condition, text) : '?'}`;
  });
  return [nameOf(call, text), ...around].join(' in ');
}

function hasEmptyBranch(statement: SyntaxNode): boolean {
  return statement.children.some(
    ({ field, kind, children }) =>
      (field === 'consequence' || field === 'alternative') &&
      kind === 'block' &&
      children.filter(({ named }) => named).every((child) => child.kind === 'comment'),
  );
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

/** Whether the text is the original with some of it gone: only a semicolon may have come nearer. */
function isLeftOf(text: string, original: string): boolean {
  let next = 0;
  for (const character of text) {
    const found = original.indexOf(character, next);
    if (found === -1 && character !== ';') return false;
    if (found !== -1 && (character !== ';' || found < original.indexOf('\n', next))) next = found + 1;
  }
  return true;
}
