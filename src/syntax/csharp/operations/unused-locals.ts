import type { TextEdit } from '../../../files/edits.ts';
import { wholeLines } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import { declaratorsOf, type LocalDeclaration, localsBelow } from '../declaration.ts';
import { type CSharpFile, nodesOfKind } from '../file.ts';
import { childOfKind, contains, type SyntaxNode, textOf } from '../node.ts';
import { trailingComment } from './comments.ts';
import { deletion } from './operation.ts';

/** The locals that nothing uses any more once the ranges are gone, those that only such locals used included. */
export function localsUnusedWithout(
  file: CSharpFile,
  root: SyntaxNode,
  gone: readonly Range[],
): readonly LocalDeclaration[] {
  const locals = localsBelow(root, file.text);
  const names = nodesOfKind(file, 'identifier').filter(isUse);
  const unused: LocalDeclaration[] = [];
  for (;;) {
    const removed = [...gone, ...unused.map((local) => local.declarator)];
    const next = locals.find((local) => becomesUnused(local, names, removed, file.text));
    if (next === undefined) return unused;
    unused.push(next);
  }
}

const namingKinds = ['variable_declarator', 'member_access_expression', 'member_binding_expression', 'argument'];

/** Not the name of a declarator, of a member behind a dot or of a named argument. */
function isUse(node: SyntaxNode): boolean {
  return !(node.field === 'name' && node.parent !== null && namingKinds.includes(node.parent.kind));
}

function becomesUnused(
  local: LocalDeclaration,
  names: readonly SyntaxNode[],
  removed: readonly Range[],
  text: string,
): boolean {
  const isGone = (range: Range) => removed.some((outer) => contains(outer, range));
  const holder = local.statement.parent;
  const scope = holder?.kind === 'global_statement' ? holder.parent : holder;
  if (isGone(local.declarator) || !scope) return false;
  const uses = names.filter((name) => contains(scope, name) && textOf(name, text) === local.name);
  return uses.length > 0 && uses.every(isGone);
}

/** What takes the locals' declarations away: whole statements, or single names of `T a = …, b = …;`. */
export function declarationRemovals(
  root: SyntaxNode,
  text: string,
  locals: readonly LocalDeclaration[],
): readonly TextEdit[] {
  const removals: TextEdit[] = [];
  for (const statement of new Set(locals.map((local) => local.statement))) {
    const variables = childOfKind(statement, 'variable_declaration');
    const all = variables ? declaratorsOf(variables) : [];
    const going = locals.filter((local) => local.statement === statement).map((local) => local.declarator);
    if (going.length === all.length) removals.push(deletion(linesOf(root, text, statement)));
    else removals.push(...going.map((declarator) => deletion(withComma(all, declarator, going))));
  }
  return removals;
}

function linesOf(root: SyntaxNode, text: string, statement: SyntaxNode): Range {
  const end = trailingComment(root, text, statement.end)?.end ?? statement.end;
  return wholeLines(text, { start: statement.start, end }) ?? statement;
}

function withComma(all: readonly SyntaxNode[], declarator: SyntaxNode, going: readonly SyntaxNode[]): Range {
  const index = all.indexOf(declarator);
  const next = all[index + 1];
  if (next) return { start: declarator.start, end: next.start };
  const lastKept = all.findLast((other) => !going.includes(other));
  return { start: lastKept?.end ?? declarator.start, end: declarator.end };
}
