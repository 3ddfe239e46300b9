import type { Range } from '../../../location.ts';
import { type CSharpFile, isConditional } from '../file.ts';
import { contains } from '../node.ts';
import type { CommentJudge } from './comments.ts';
import { wholeDeclarations } from './declaration-removal.ts';
import { type DoomedCall, type DoomedCalls, wholeStatementOf } from './doomed-call.ts';
import { type Going, goingWith } from './going.ts';
import { type InsertionBelow, placeBelow } from './insert-below.ts';
import { insert } from './insert-statement.ts';
import { edits, editsOf, isDeletion, type Operation, refused } from './operation.ts';
import { removeFromValue } from './remove-from-value.ts';
import { removeStatement } from './remove-statement.ts';
import { without } from './replacement.ts';
import { isCall, isStatement, type Piece, pieceOf, type Rewrite } from './rewrite.ts';
import type { Surroundings } from './surroundings.ts';
import { takeLocalsAlong } from './take-locals-along.ts';
import { type UnusedVariable, variablesUnusedWithout } from './unused-variables.ts';

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

/** A rewrite that cannot be made is not counted on by the others, so they are worked out anew without it. */
function removeTogether(pieces: readonly Piece[], where: Surroundings, operations: Map<Piece, Operation>): void {
  const attempted = attempt(pieces, where);
  const going = pieces.filter((piece) => attempted.get(piece)?.kind === 'edits');
  for (const piece of pieces) operations.set(piece, attempted.get(piece) ?? refused('not-found'));
  if (going.length < pieces.length) removeTogether(going, where, operations);
}

type Attempt = ReadonlyMap<Piece, Operation>;

/** What waits for others to go, and sees one stay, is left as it is. */
function attempt(pieces: readonly Piece[], where: Surroundings): Attempt {
  const others = pieces.filter((piece) => !waits(piece));
  const first = attemptAll(others, where);
  if (others.length === pieces.length) return first;
  const gone = [...first].flatMap(([piece, operation]) => goneWith(piece, operation));
  const isGone = (range: Range) => gone.some((outer) => contains(outer, range));
  const going = pieces.filter((piece) => !isStatement(piece) || piece.once.every(isGone));
  const left = pieces.filter((piece) => !going.includes(piece));
  return new Map([...attemptAll(going, where), ...left.map((piece) => [piece, edits()] as const)]);
}

function waits(piece: Piece): boolean {
  return isStatement(piece) && piece.once.length > 0;
}

function attemptAll(pieces: readonly Piece[], where: Surroundings): Attempt {
  const doomed = byNode(pieces.filter(isCall));
  const kept = pieces.flatMap((piece) => ('keepsElsewhere' in piece ? piece.keepsElsewhere : []));
  let unused: readonly UnusedVariable[] = [];
  for (;;) {
    const going = goingAmong(pieces, doomed, unused, where.text);
    const operations = new Map(pieces.map((piece) => [piece, operate(piece, pieces, doomed, going, where)]));
    const gone = [...operations].flatMap(([piece, operation]) => goneWith(piece, operation));
    if (gone.length === 0) return operations;
    const next = variablesUnusedWithout(where.file, where.root, gone, kept);
    if (next.length <= unused.length) return withLocals(operations, unused, going, where);
    unused = next;
  }
}

function operate(
  piece: Piece,
  pieces: readonly Piece[],
  doomed: DoomedCalls,
  going: Going,
  where: Surroundings,
): Operation {
  if (isCall(piece)) return removeOne(piece, doomed, going, where);
  switch (piece.kind) {
    case 'statement':
      return ifCertain(removeStatement(piece.statement, going, where), where);
    case 'insertion':
      return insert(piece, going, where);
    case 'insertion-below':
      return placeBelow(piece, followsInsertion(piece, pieces), going, where);
    case 'replacement':
      return edits(...piece.edits);
  }
}

/** Whether another statement comes to stand where it is put in place of one that goes. */
function followsInsertion({ below }: InsertionBelow, pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => !isCall(piece) && piece.kind === 'insertion' && piece.above === below);
}

function goneWith(piece: Piece, operation: Operation): readonly Range[] {
  if (!isCall(piece) && piece.kind === 'replacement') return piece.gone;
  const deleted = editsOf(operation).filter(isDeletion);
  return isStatement(piece) ? deleted.flatMap((range) => without(range, piece.keeps)) : deleted;
}

function goingAmong(
  pieces: readonly Piece[],
  doomed: DoomedCalls,
  unused: readonly UnusedVariable[],
  text: string,
): Going {
  const statements = pieces.flatMap((piece) => {
    if (isStatement(piece)) return [piece.statement];
    return (isCall(piece) && wholeStatementOf(piece, doomed, text)) || [];
  });
  return goingWith([...statements, ...wholeDeclarations(unused)]);
}

function byNode(calls: readonly DoomedCall[]): DoomedCalls {
  return new Map(calls.map((call) => [call.invocation.node, call]));
}

function removeOne(call: DoomedCall, doomed: DoomedCalls, going: Going, where: Surroundings): Operation {
  const statement = wholeStatementOf(call, doomed, where.text);
  return ifCertain(statement ? removeStatement(statement, going, where) : removeFromValue(call, doomed, where), where);
}

/** What goes along, such as the `if` around a statement, may hold a directive too. */
function ifCertain(operation: Operation, where: Surroundings): Operation {
  const isUncertain = editsOf(operation).some((edit) => isDeletion(edit) && isConditional(where.file, edit));
  return isUncertain ? refused('conditional-compilation') : operation;
}

/** Each rewrite takes along the locals and private fields that it, or another such of its, was the use of. */
function withLocals(
  operations: Attempt,
  unused: readonly UnusedVariable[],
  going: Going,
  where: Surroundings,
): Attempt {
  return new Map(
    [...operations].map(([piece, operation]) => {
      return [piece, takeLocalsAlong(operation, goneWith(piece, operation), unused, going, where)];
    }),
  );
}
