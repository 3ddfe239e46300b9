import { indentationAt, lineAt, lineEndAt } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import type { CSharpFile } from '../file.ts';
import { ancestors, nodeAt, type SyntaxNode } from '../node.ts';
import { type Prepared, rootAround, whyNotEdited } from './replacement.ts';

const holders = ['block', 'compilation_unit', 'switch_section', 'declaration_list'];

/** Puts a statement on a line of its own above the one that the range stands in. */
export function insertStatement(file: CSharpFile, range: Range, statement: string): Prepared {
  const root = rootAround(file, range);
  const refusal = whyNotEdited(file, range);
  if (root === null || refusal !== null) return { kind: 'refused', refusal: refusal ?? 'not-found' };
  const next = statementAround(nodeAt(root, range));
  if (next === null) return { kind: 'refused', refusal: 'expression-body' };
  const beginsLine = file.text.slice(lineAt(file.text, next.start).start, next.start).trim() === '';
  const separator = beginsLine ? lineEndAt(file.text, next.start) + indentationAt(file.text, next.start) : ' ';
  const edit = { start: next.start, end: next.start, replacement: statement + separator };
  return { kind: 'replacement', root, edits: [edit], gone: [] };
}

/** The outermost piece of code that stands in a list of statements and holds no function around the node. */
function statementAround(node: SyntaxNode): SyntaxNode | null {
  let inner = node;
  for (const outer of ancestors(node)) {
    if (inner.kind === 'lambda_expression' || inner.kind === 'arrow_expression_clause') return null;
    if (holders.includes(outer.kind)) return isStatement(inner) ? inner : null;
    // Without braces it would stand outside what decides whether the other runs.
    if (isStatement(inner) && outer.kind !== 'global_statement') return null;
    inner = outer;
  }
  return null;
}

function isStatement({ kind }: SyntaxNode): boolean {
  return kind.endsWith('_statement');
}
