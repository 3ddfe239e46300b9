import type { Range } from '../../../location.ts';
import { isConditional } from '../file.ts';
import { contains } from '../node.ts';
import { namesOutOf } from './declaration-removal.ts';
import type { Going } from './going.ts';
import { deletion, edits, editsOf, type Operation, type Refusal, refused } from './operation.ts';
import { namesDeclaredIn, onlyAsks } from './purity.ts';
import { removeStatement } from './remove-statement.ts';
import type { Surroundings } from './surroundings.ts';
import type { UnusedVariable } from './unused-variables.ts';

/** The operation with the removal of the variables of which it took away a use; refused when one of them has to stay. */
export function takeLocalsAlong(
  operation: Operation,
  gone: readonly Range[],
  unused: readonly UnusedVariable[],
  going: Going,
  where: Surroundings,
): Operation {
  if (operation.kind === 'refused') return operation;
  const locals = localsBehind(gone, unused);
  const refusal = locals.map((local) => whyToKeep(local, where)).find((reason) => reason !== null);
  if (refusal) return refused(refusal);
  const removals = locals.map((local) => removeLocal(local, locals, going, where));
  const stuck = removals.find(({ kind }) => kind === 'refused');
  const made = removals.flatMap(editsOf).filter((edit) => !operation.edits.some((outer) => contains(outer, edit)));
  return stuck ?? edits(...operation.edits, ...made);
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
