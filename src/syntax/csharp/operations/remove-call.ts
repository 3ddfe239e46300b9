import type { TextEdit } from '../../../files/edits.ts';
import type { Range } from '../../../location.ts';
import { type CSharpFile, isBrokenAround, isConditional } from '../file.ts';
import { closest, contains, nodeAt, type SyntaxNode } from '../node.ts';
import type { CommentJudge } from './comments.ts';
import { namesOutOf, wholeDeclarations } from './declaration-removal.ts';
import { type DoomedCall, findCall, type RemovableCall, wholeStatementOf } from './doomed-call.ts';
import { type Going, goingWith } from './going.ts';
import { type Insertion, insert } from './insert-statement.ts';
import { deletion, edits, type Operation, type Refusal, refused } from './operation.ts';
import { namesDeclaredIn, onlyAsks } from './purity.ts';
import { removeFromValue } from './remove-from-value.ts';
import { removeStatement } from './remove-statement.ts';
import { type Prepared, type Replacement, rootAround, whyNotEdited, without } from './replacement.ts';
import type { Surroundings } from './surroundings.ts';
import { type UnusedVariable, variablesUnusedWithout } from './unused-variables.ts';

export type { RemovableCall } from './doomed-call.ts';

/** What is asked of one file: a call or a statement to remove, or a replacement or insertion that was prepared. */
export type Rewrite =
  | { readonly kind: 'remove-call'; readonly call: RemovableCall }
  /** `keeps` are names in it that count as used when it is gone. */
  | { readonly kind: 'remove-statement'; readonly statement: Range; readonly keeps?: readonly Range[] }
  | Insertion
  | Prepared;

/**
 * Removes calls that return what they were called on – as statements, or as links of chains that go on without them –
 * and makes the replacements. Locals and private fields that only they used go along, and so does what would be empty
 * without them. One operation for each rewrite, made for being done together: where two take the same text away, their
 * edits are equal.
 */
export function rewriteTogether(
  file: CSharpFile,
  rewrites: readonly Rewrite[],
  judge: CommentJudge,
  idleTypes: readonly string[] = [],
): readonly Operation[] {
  const operations = new Map<Piece, Operation>();
  const pieces = rewrites.map((rewrite) => pieceOf(rewrite, file, operations));
  const found = pieces.filter((piece) => piece !== null);
  for (const root of new Set(found.map((piece) => piece.root))) {
    const together = found.filter((piece) => piece.root === root && !operations.has(piece));
    removeTogether(together, { file, root, text: file.text, judge, idleTypes }, operations);
  }
  return pieces.map((piece, index) => {
    const rewrite = rewrites[index];
    if (rewrite?.kind === 'refused') return rewrite;
    return (piece && operations.get(piece)) ?? refused('not-found');
  });
}

/** One call, or several, and nothing else. */
export function removeCalls(
  file: CSharpFile,
  calls: readonly RemovableCall[],
  judge: CommentJudge,
): readonly Operation[] {
  const rewrites = calls.map((call) => ({ kind: 'remove-call', call }) as const);
  return rewriteTogether(file, rewrites, judge);
}

export function removeCall(file: CSharpFile, call: RemovableCall, judge: CommentJudge): Operation {
  return removeCalls(file, [call], judge)[0] ?? refused('not-found');
}

type Piece = DoomedCall | DoomedStatement | Replacement | Insertion;

interface DoomedStatement {
  readonly kind: 'statement';
  readonly statement: SyntaxNode;
  readonly keeps: readonly Range[];
  readonly root: SyntaxNode;
}

function isCall(piece: Piece): piece is DoomedCall {
  return 'invocation' in piece;
}

function isStatement(piece: Piece): piece is DoomedStatement {
  return !isCall(piece) && piece.kind === 'statement';
}

function pieceOf(rewrite: Rewrite, file: CSharpFile, operations: Map<Piece, Operation>): Piece | null {
  if (rewrite.kind === 'refused') return null;
  if (rewrite.kind === 'replacement' || rewrite.kind === 'insertion') return rewrite;
  if (rewrite.kind === 'remove-statement') return findStatement(file, rewrite, operations);
  const call = findCall(file, rewrite.call);
  const refusal = call && refusalBefore(call, file);
  if (call && refusal) operations.set(call, refused(refusal));
  return call;
}

function findStatement(
  file: CSharpFile,
  { statement: range, keeps = [] }: Extract<Rewrite, { kind: 'remove-statement' }>,
  operations: Map<Piece, Operation>,
): DoomedStatement | null {
  const root = rootAround(file, range);
  const statement = root && closest(nodeAt(root, range), 'expression_statement', 'local_declaration_statement');
  if (root === null || statement === null) return null;
  const piece = { kind: 'statement', statement, keeps, root } as const;
  const refusal = whyNotEdited(file, statement);
  if (refusal !== null) operations.set(piece, refused(refusal));
  return piece;
}

function refusalBefore({ invocation: { node } }: DoomedCall, file: CSharpFile): Refusal | null {
  const statement = closest(node, 'expression_statement', 'local_declaration_statement', 'return_statement') ?? node;
  if (isConditional(file, statement)) return 'conditional-compilation';
  return isBrokenAround(node) ? 'syntax-error' : null;
}

/** A rewrite that cannot be made is not counted on by the others, so they are worked out anew without it. */
function removeTogether(pieces: readonly Piece[], where: Surroundings, operations: Map<Piece, Operation>): void {
  const attempted = attempt(pieces, where);
  const going = pieces.filter((piece) => attempted.get(piece)?.kind === 'edits');
  for (const piece of pieces) operations.set(piece, attempted.get(piece) ?? refused('not-found'));
  if (going.length < pieces.length) removeTogether(going, where, operations);
}

type Attempt = ReadonlyMap<Piece, Operation>;

function attempt(pieces: readonly Piece[], where: Surroundings): Attempt {
  const calls = pieces.filter(isCall);
  let unused: readonly UnusedVariable[] = [];
  for (;;) {
    const going = goingAmong(pieces, unused, where.text);
    const operations = new Map(pieces.map((piece) => [piece, operate(piece, calls, going, where)]));
    const gone = [...operations].flatMap(([piece, operation]) => goneWith(piece, operation));
    if (gone.length === 0) return operations;
    const next = variablesUnusedWithout(where.file, where.root, gone);
    if (next.length <= unused.length) return withLocals(operations, unused, going, where);
    unused = next;
  }
}

function operate(piece: Piece, calls: readonly DoomedCall[], going: Going, where: Surroundings): Operation {
  if (isCall(piece)) return removeOne(piece, calls, going, where);
  switch (piece.kind) {
    case 'statement':
      return removeStatement(piece.statement, going, where);
    case 'insertion':
      return insert(piece, going, where);
    case 'replacement':
      return edits(...piece.edits);
  }
}

function goneWith(piece: Piece, operation: Operation): readonly Range[] {
  if (!isCall(piece) && piece.kind === 'replacement') return piece.gone;
  const deleted = editsOf(operation).filter(isDeletion);
  return isStatement(piece) ? deleted.flatMap((range) => without(range, piece.keeps)) : deleted;
}

function goingAmong(pieces: readonly Piece[], unused: readonly UnusedVariable[], text: string): Going {
  const calls = byNode(pieces.filter(isCall));
  const statements = pieces.flatMap((piece) => {
    if (isStatement(piece)) return [piece.statement];
    return (isCall(piece) && wholeStatementOf(piece, calls, text)) || [];
  });
  return goingWith([...statements, ...wholeDeclarations(unused)]);
}

function byNode(calls: readonly DoomedCall[]) {
  return new Map(calls.map((call) => [call.invocation.node, call]));
}

function removeOne(call: DoomedCall, calls: readonly DoomedCall[], going: Going, where: Surroundings): Operation {
  const doomed = byNode(calls);
  const statement = wholeStatementOf(call, doomed, where.text);
  const operation = statement ? removeStatement(statement, going, where) : removeFromValue(call, doomed, where);
  const isUncertain = editsOf(operation).some((edit) => isDeletion(edit) && isConditional(where.file, edit));
  return isUncertain ? refused('conditional-compilation') : operation;
}

function editsOf(operation: Operation): readonly TextEdit[] {
  return operation.kind === 'edits' ? operation.edits : [];
}

function isDeletion({ start, end }: TextEdit): boolean {
  return end > start;
}

/** Each rewrite takes along the locals and private fields that it, or another such of its, was the use of. */
function withLocals(
  operations: Attempt,
  unused: readonly UnusedVariable[],
  going: Going,
  where: Surroundings,
): Attempt {
  const result = new Map<Piece, Operation>();
  for (const [piece, operation] of operations) {
    const locals = localsBehind(goneWith(piece, operation), unused);
    const refusal = locals.map((local) => whyToKeep(local, where)).find((reason) => reason !== null);
    const removals = locals.map((local) => removeLocal(local, locals, going, where));
    const stuck = removals.find(({ kind }) => kind === 'refused');
    const made = removals.flatMap(editsOf).filter((edit) => !editsOf(operation).some((outer) => contains(outer, edit)));
    if (operation.kind === 'refused') result.set(piece, operation);
    else if (refusal) result.set(piece, refused(refusal));
    else result.set(piece, stuck ?? edits(...operation.edits, ...made));
  }
  return result;
}

function localsBehind(gone: readonly Range[], unused: readonly UnusedVariable[]): readonly UnusedVariable[] {
  const behind: UnusedVariable[] = [];
  for (let size = -1; size !== behind.length; ) {
    size = behind.length;
    const removed = [...gone, ...behind.map(({ declarator }) => declarator)];
    const isUsedThere = ({ uses }: UnusedVariable) => uses.some((use) => removed.some((range) => contains(range, use)));
    behind.push(...unused.filter((local) => !behind.includes(local) && isUsedThere(local)));
  }
  return behind;
}

function whyToKeep(
  { initializer, statement }: UnusedVariable,
  { file, text, idleTypes }: Surroundings,
): Refusal | null {
  if (isConditional(file, statement)) return 'conditional-compilation';
  if (initializer === null) return null;
  return onlyAsks(initializer, text, idleTypes) && namesDeclaredIn(initializer, text).length === 0
    ? null
    : 'local-with-effects';
}

function removeLocal(
  local: UnusedVariable,
  locals: readonly UnusedVariable[],
  going: Going,
  where: Surroundings,
): Operation {
  if (going.has(local.statement)) return removeStatement(local.statement, going, where);
  return edits(...namesOutOf(local.statement, locals).map(deletion));
}
