import { indentationAt, lineAt, lineEndAt } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import { startsItsLine } from '../../white-space.ts';
import type { CSharpFile } from '../file.ts';
import { ancestors, namedChildren, nodeAt, type SyntaxNode } from '../node.ts';
import { type Going, topmost } from './going.ts';
import { edits, type Operation, refused } from './operation.ts';
import { removeStatement } from './remove-statement.ts';
import { type Prepared, rootAround, whyNotEdited } from './replacement.ts';
import type { Surroundings } from './surroundings.ts';

const holders = ['block', 'compilation_unit', 'switch_section', 'declaration_list'];

/** A statement that is to stand above another. */
export interface Insertion {
  readonly kind: 'insertion';
  readonly root: SyntaxNode;
  readonly above: SyntaxNode;
  readonly text: string;
}

/** Puts a statement on a line of its own above the one that the range stands in. */
export function insertStatement(
  file: CSharpFile,
  range: Range,
  text: string,
): Insertion | Extract<Prepared, { kind: 'refused' }> {
  const root = rootAround(file, range);
  const refusal = whyNotEdited(file, range);
  if (root === null || refusal !== null) return { kind: 'refused', refusal: refusal ?? 'not-found' };
  const above = statementAround(nodeAt(root, range));
  return above ? { kind: 'insertion', root, above, text } : { kind: 'refused', refusal: 'expression-body' };
}

/** Where the statement below it goes, it takes the place of that. */
export function insert({ above, text: statement }: Insertion, going: Going, where: Surroundings): Operation {
  const { text } = where;
  const [lineEnd, indentation] = [lineEndAt(text, above.start), indentationAt(text, above.start)];
  if (!going.has(above)) {
    const separator = startsItsLine(text, above.start) ? lineEnd + indentation : ' ';
    return edits({ start: above.start, end: above.start, replacement: statement + separator });
  }
  if (topmost(above, going) !== above) return refused('only-statement');
  return inPlaceOf(above, indentation + statement, going, where);
}

/** Lines of code where a statement goes. */
export function inPlaceOf(gone: SyntaxNode, written: string, going: Going, where: Surroundings): Operation {
  const { text } = where;
  const removal = removeStatement(gone, going, where);
  if (removal.kind === 'refused') return removal;
  const end = Math.max(...removal.edits.map((edit) => edit.end));
  const isLine = lineAt(text, end).start === end;
  return edits({ start: end, end, replacement: isLine ? written + lineEndAt(text, gone.start) : `${written.trim()} ` });
}

/** The outermost piece of code that stands in a list of statements and holds no function around the node. */
function statementAround(node: SyntaxNode): SyntaxNode | null {
  let inner = node;
  for (const outer of ancestors(node)) {
    if (inner.kind === 'lambda_expression' || inner.kind === 'arrow_expression_clause') return null;
    if (holders.includes(outer.kind)) return statementIn(inner);
    // Without braces it would stand outside what decides whether the other runs.
    if (isStatement(inner) && outer.kind !== 'global_statement') return null;
    inner = outer;
  }
  return null;
}

function statementIn(node: SyntaxNode): SyntaxNode | null {
  if (node.kind === 'global_statement') return namedChildren(node)[0] ?? null;
  return isStatement(node) ? node : null;
}

function isStatement({ kind }: SyntaxNode): boolean {
  return kind.endsWith('_statement');
}
