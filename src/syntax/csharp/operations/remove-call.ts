import { lineAt } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import { type CSharpFile, isBrokenAround, isConditional } from '../file.ts';
import { type Invocation, readInvocation } from '../invocation.ts';
import { childInRole, closest, contains, descendantsOfKind, type SyntaxNode } from '../node.ts';
import { type CommentJudge, leadingComments, trailingComment } from './comments.ts';
import { deletion, edits, type Operation, refused } from './operation.ts';
import { onlyAsks } from './purity.ts';
import { removeStatement } from './remove-statement.ts';
import { declarationRemovals, localsUnusedWithout } from './unused-locals.ts';

export interface CallRemoval {
  /** The whole invocation, from its receiver to its closing parenthesis. */
  readonly call: Range;
  /** A static call, `Extensions.Call(receiver, …)`, hands its first argument on. */
  readonly form: 'extension' | 'static';
  readonly judge: CommentJudge;
}

/**
 * Removes a call that returns what it was called on: as a statement, or as one link of a chain that goes on without
 * it. Locals that only the call used go along.
 */
export function removeCall(file: CSharpFile, removal: CallRemoval): Operation {
  const found = findCall(file, removal.call);
  if (found === null) return refused('not-found');
  const { call, root } = found;
  const around =
    closest(call.node, 'expression_statement', 'local_declaration_statement', 'return_statement') ?? call.node;
  if (isConditional(file, around)) return refused('conditional-compilation');
  if (isBrokenAround(call.node)) return refused('syntax-error');
  const unused = localsUnusedWithout(file, root, rangesGone(call, removal.form));
  if (unused.some((local) => local.initializer && !onlyAsks(local.initializer, file.text))) {
    return refused('local-with-effects');
  }
  const going = new Set(unused.map((local) => local.statement));
  const removed = removeFrom(root, file.text, call, removal, going);
  if (removed.kind === 'refused') return removed;
  const outside = unused.filter((local) => !removed.edits.some((edit) => contains(edit, local.statement)));
  return edits(...removed.edits, ...declarationRemovals(root, file.text, outside));
}

function rangesGone(call: Invocation, form: CallRemoval['form']): readonly Range[] {
  if (isWholeStatement(call, form)) return [call];
  return form === 'static' ? call.arguments.slice(1) : [{ start: call.receiver?.end ?? call.start, end: call.end }];
}

function findCall(file: CSharpFile, range: Range): { call: Invocation; root: SyntaxNode } | null {
  for (const { root } of file.views) {
    for (const node of descendantsOfKind(root, 'invocation_expression')) {
      if (node.start !== range.start || node.end !== range.end) continue;
      const call = readInvocation(node, file.text);
      if (call) return { call, root };
    }
  }
  return null;
}

function removeFrom(
  root: SyntaxNode,
  text: string,
  call: Invocation,
  { form, judge }: CallRemoval,
  going: ReadonlySet<SyntaxNode>,
): Operation {
  const statement = call.node.parent;
  if (statement && isWholeStatement(call, form)) return removeStatement(statement, { root, text, judge, going });
  if (form === 'static') return replaceByFirstArgument(call);
  if (call.receiver === null) return refused('value-used');
  if (call.nullConditional) return refused('null-conditional');
  if (leavesNoCall(call)) return refused('expression-body');
  return removeLink(root, text, call, judge);
}

/** What the call was made on is no call itself, so without it nothing is left to do. */
function isWholeStatement(call: Invocation, form: CallRemoval['form']): boolean {
  const before = form === 'static' ? call.arguments[0]?.value : call.receiver;
  return call.node.parent?.kind === 'expression_statement' && before?.kind !== 'invocation_expression';
}

/** `void F(…) => services.Call();` and lambdas: what would remain is no statement, or another value than before. */
function leavesNoCall(call: Invocation): boolean {
  if (call.receiver?.kind === 'invocation_expression') return false;
  const owner = call.node.parent;
  if (owner?.kind === 'lambda_expression') return true;
  return owner?.kind === 'arrow_expression_clause' && returnsVoid(owner.parent);
}

function returnsVoid(member: SyntaxNode | null): boolean {
  const type = member && (childInRole(member, 'returns') ?? childInRole(member, 'type'));
  return type === null || type.kind === 'predefined_type';
}

function replaceByFirstArgument(call: Invocation): Operation {
  const first = call.arguments[0]?.value;
  if (first === undefined) return refused('value-used');
  return edits(deletion({ start: call.start, end: first.start }), deletion({ start: first.end, end: call.end }));
}

function removeLink(root: SyntaxNode, text: string, call: Invocation, judge: CommentJudge): Operation {
  const receiverEnd = call.receiver?.end ?? call.start;
  const between = { start: receiverEnd, end: call.end };
  const comments = [...descendantsOfKind(root, 'comment')].filter((comment) =>
    contains({ start: receiverEnd, end: call.nameNode.start }, comment),
  );
  if (comments.length === 0 && trailingComment(root, text, call.end) === null) return edits(deletion(between));
  return removeLinkLines(root, text, call, receiverEnd, judge);
}

/** The link stands on lines of its own, with comments around it: the lines go, comments about something else stay. */
function removeLinkLines(
  root: SyntaxNode,
  text: string,
  call: Invocation,
  receiverEnd: number,
  judge: CommentJudge,
): Operation {
  const dot = text.lastIndexOf('.', call.nameNode.start);
  const firstLine = lineAt(text, dot);
  const aloneBefore = text.slice(firstLine.start, dot).trim() === '' && firstLine.start > receiverEnd;
  if (!aloneBefore) return refused('comment-in-the-way');
  const endsStatement = text[call.end] === ';';
  const end = endsStatement ? call.end + 1 : call.end;
  const trailing = trailingComment(root, text, end);
  const lastLine = lineAt(text, trailing?.end ?? end);
  if (text.slice(trailing?.end ?? end, lastLine.end).trim() !== '') return refused('comment-in-the-way');
  const lines = { start: firstLine.start, end: lastLine.next };
  // In a chain a comment stands above its own link, whatever follows.
  const leading = leadingComments(root, text, lines, { ...judge, namesIt: judge.isAbout });
  const gone = deletion({ start: leading?.start ?? lines.start, end: lines.end });
  return endsStatement ? edits({ start: receiverEnd, end: receiverEnd, replacement: ';' }, gone) : edits(gone);
}
