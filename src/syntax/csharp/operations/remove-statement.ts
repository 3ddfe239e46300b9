import { wholeLines } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import { ancestors, childInRole, contains, descendants, type SyntaxNode, textOf } from '../node.ts';
import { leadingComments, trailingComment, withDocumentation } from './comments.ts';
import { type Going, holdsOnly, runAround, topmost } from './going.ts';
import { deletion, edits, type Operation, type Refusal, refused } from './operation.ts';
import { namesDeclaredIn, onlyAsks } from './purity.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Takes a statement away together with what would be empty without it: its own line, an `if` around it that holds
 * nothing else, the `else` that it was all of.
 */
export function removeStatement(statement: SyntaxNode, going: Going, where: Surroundings): Operation {
  const top = topmost(statement, going);
  const around = [...ancestors(top)].find((outer) => going.has(outer));
  // In a lambda of a statement that goes as well.
  if (around) return removeStatement(around, going, where);
  const refusal = whyToKeep(statement, top, going, where);
  return refusal === null ? removeTop(top, going, where) : refused(refusal);
}

/** What is lost with the `if`s that go, besides the statement. */
function whyToKeep(statement: SyntaxNode, top: SyntaxNode, going: Going, where: Surroundings): Refusal | null {
  for (const outer of statement === top ? [] : [...ancestors(statement)].filter((node) => contains(top, node))) {
    const condition = outer.kind === 'if_statement' ? childInRole(outer, 'condition') : null;
    if (condition && (!onlyAsks(condition, where.text) || declaresForOthers(condition, outer, where))) {
      return 'condition-with-effects';
    }
  }
  return statement !== top && losesComment(top, going, where) ? 'comment-in-the-way' : null;
}

/** What a condition declares is in scope after the `if` as well. */
function declaresForOthers(condition: SyntaxNode, statement: SyntaxNode, { root, text }: Surroundings): boolean {
  const names = namesDeclaredIn(condition, text);
  if (names.length === 0) return false;
  const scope = statement.parent?.kind === 'global_statement' ? root : (statement.parent ?? root);
  return [...descendants(scope)].some(
    (node) => node.kind === 'identifier' && !contains(statement, node) && names.includes(textOf(node, text)),
  );
}

/** Comments and directives that stand in what goes, but not in one of the statements, and are about something else. */
function losesComment(top: SyntaxNode, going: Going, { text, judge }: Surroundings): boolean {
  const statements = [...going].filter((node) => node.kind !== 'block' && node.kind !== 'if_statement');
  return [...descendants(top)].some((node) => {
    const isDirective = node.kind.startsWith('preproc_') && node.parent?.kind.startsWith('preproc_') !== true;
    if (node.kind !== 'comment' && !isDirective) return false;
    if (statements.some((statement) => contains(statement, node))) return false;
    return isDirective || !judge.isAbout(textOf(node, text));
  });
}

const mayBeEmpty = [
  'method_declaration',
  'local_function_statement',
  'constructor_declaration',
  'lambda_expression',
  'anonymous_method_expression',
];

function removeTop(top: SyntaxNode, going: Going, where: Surroundings): Operation {
  const { parent } = top;
  switch (parent?.kind) {
    case 'global_statement':
      return removeTop(parent, going, where);
    case 'if_statement':
      return removeBranch(top, parent, where);
    case 'block':
      return holdsOnly(parent, going) && !mayBeEmpty.includes(parent.parent?.kind ?? '')
        ? refused('only-statement')
        : removeLines(top, going, where);
    case 'compilation_unit':
    case 'declaration_list':
    case 'switch_section':
      return removeLines(top, going, where);
    default:
      return refused('only-statement');
  }
}

/** One branch of an `if` whose other branch stays: an `else` goes by itself. */
function removeBranch(branch: SyntaxNode, statement: SyntaxNode, { root, text, judge }: Surroundings): Operation {
  const consequence = childInRole(statement, 'consequence');
  if (branch.field !== 'alternative' || consequence === null) return refused('if-with-else');
  const between = text.slice(consequence.end, branch.start);
  if (between.trim() !== 'else') return refused('comment-in-the-way');
  const start = consequence.end + between.indexOf('else');
  const trailing = trailingComment(root, text, branch.end);
  const goesToo = trailing !== null && (branch.kind !== 'block' || judge.isAbout(textOf(trailing, text)));
  const lines = wholeLines(text, { start, end: goesToo ? trailing.end : branch.end });
  if (lines !== null) return edits(deletion(lines));
  // A comment that stays keeps the line for itself.
  const isOnItsLine = /[\r\n]/.test(between);
  return edits(
    deletion(isOnItsLine ? { start, end: trailing?.start ?? branch.end } : { start: consequence.end, end: branch.end }),
  );
}

function removeLines(statement: SyntaxNode, going: Going, { root, text, judge }: Surroundings): Operation {
  const run = runAround(statement, going, text);
  const trailing = trailingComment(root, text, run.end);
  const lines = wholeLines(text, { start: run.start, end: trailing?.end ?? run.end });
  if (lines === null) return edits(deletion(withSpaceBeside(text, run)));
  const leading = leadingComments(
    root,
    text,
    { start: lines.start, end: endOfGoingLines(lines.end, going, root, text) },
    statement.kind === 'field_declaration' ? withDocumentation(judge) : judge,
  );
  return edits(deletion({ start: leading?.start ?? lines.start, end: lines.end }));
}

/** Past the statements on the following lines that go as well. */
function endOfGoingLines(offset: number, going: Going, root: SyntaxNode, text: string): number {
  const starting = startsOf(going);
  let end = offset;
  for (;;) {
    const indented = end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0);
    const next = starting.get(indented);
    const comment = next && trailingComment(root, text, next.end);
    const lines = next && wholeLines(text, { start: next.start, end: comment?.end ?? next.end });
    if (!lines || lines.end <= end) return end;
    end = lines.end;
  }
}

const starts = new WeakMap<Going, ReadonlyMap<number, SyntaxNode>>();

/** The first of those that go, by where it starts. */
function startsOf(going: Going): ReadonlyMap<number, SyntaxNode> {
  const known = starts.get(going) ?? new Map([...going].reverse().map((node) => [node.start, node]));
  starts.set(going, known);
  return known;
}

/** On a line that it shares, a statement takes one of the spaces around it along; all at the end of the line. */
function withSpaceBeside(text: string, { start, end }: Range): Range {
  let before = 0;
  while (start > before && ' \t'.includes(text.charAt(start - before - 1))) before++;
  if (/^[ \t]*(\r|\n|$)/.test(text.slice(end, end + 200))) return { start: start - before, end };
  return text[end] === ' ' ? { start, end: end + 1 } : { start: start - Math.min(before, 1), end };
}
