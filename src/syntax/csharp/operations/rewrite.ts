import type { Range } from '../../../location.ts';
import { type CSharpFile, isBrokenAround, isConditional } from '../file.ts';
import { closest, nodeAt, type SyntaxNode } from '../node.ts';
import { type DoomedCall, findCall, type RemovableCall } from './doomed-call.ts';
import type { InsertionBelow } from './insert-below.ts';
import type { Insertion } from './insert-statement.ts';
import { type Operation, type Refusal, refused } from './operation.ts';
import { type Prepared, type Replacement, rootAround, whyNotEdited } from './replacement.ts';

/** What is asked of one file: a call or a statement to remove, or a replacement or insertion that was prepared. */
export type Rewrite =
  | { readonly kind: 'remove-call'; readonly call: RemovableCall }
  | RemovableStatement
  | Insertion
  | InsertionBelow
  | Prepared;

export interface RemovableStatement {
  readonly kind: 'remove-statement';
  readonly statement: Range;
  /** Names in it that count as used when it is gone. */
  readonly keeps: readonly Range[];
  /** It goes only when all of these go as well; when one stays, so does the statement. */
  readonly once: readonly Range[];
}

/** A rewrite, found in the tree. */
export type Piece = DoomedCall | DoomedStatement | Replacement | Insertion | InsertionBelow;

export interface DoomedStatement {
  readonly kind: 'statement';
  readonly statement: SyntaxNode;
  readonly keeps: readonly Range[];
  readonly once: readonly Range[];
  readonly root: SyntaxNode;
}

export function isCall(piece: Piece): piece is DoomedCall {
  return 'invocation' in piece;
}

export function isStatement(piece: Piece): piece is DoomedStatement {
  return !isCall(piece) && piece.kind === 'statement';
}

/** null when there is nothing to be found; what must not be touched is refused in `operations`. */
export function pieceOf(rewrite: Rewrite, file: CSharpFile, operations: Map<Piece, Operation>): Piece | null {
  if (rewrite.kind === 'refused') return null;
  if (rewrite.kind === 'remove-statement') return findStatement(file, rewrite, operations);
  if (rewrite.kind !== 'remove-call') return rewrite;
  const call = findCall(file, rewrite.call);
  const refusal = call && refusalBefore(call, file);
  if (call && refusal) operations.set(call, refused(refusal));
  return call;
}

function findStatement(
  file: CSharpFile,
  { statement: range, keeps, once }: RemovableStatement,
  operations: Map<Piece, Operation>,
): DoomedStatement | null {
  const root = rootAround(file, range);
  const statement = root && closest(nodeAt(root, range), 'expression_statement', 'local_declaration_statement');
  if (root === null || statement === null) return null;
  const piece = { kind: 'statement', statement, keeps, once, root } as const;
  const refusal = whyNotEdited(file, statement);
  if (refusal !== null) operations.set(piece, refused(refusal));
  return piece;
}

function refusalBefore({ invocation: { node } }: DoomedCall, file: CSharpFile): Refusal | null {
  const statement = closest(node, 'expression_statement', 'local_declaration_statement', 'return_statement') ?? node;
  if (isConditional(file, statement)) return 'conditional-compilation';
  return isBrokenAround(node) ? 'syntax-error' : null;
}
