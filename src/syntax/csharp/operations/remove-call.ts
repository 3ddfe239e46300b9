import type { TextEdit } from '../../../files/edits.ts';
import { type CSharpFile, isBrokenAround, isConditional } from '../file.ts';
import { closest, contains } from '../node.ts';
import type { CommentJudge } from './comments.ts';
import { namesOutOf, wholeDeclarations } from './declaration-removal.ts';
import { type DoomedCall, findCall, type RemovableCall, wholeStatementOf } from './doomed-call.ts';
import { type Going, goingWith } from './going.ts';
import { deletion, edits, type Operation, type Refusal, refused } from './operation.ts';
import { namesDeclaredIn, onlyAsks } from './purity.ts';
import { removeFromValue } from './remove-from-value.ts';
import { removeStatement } from './remove-statement.ts';
import type { Surroundings } from './surroundings.ts';
import { type UnusedVariable, variablesUnusedWithout } from './unused-variables.ts';

export type { RemovableCall } from './doomed-call.ts';

/**
 * Removes calls that return what they were called on: as statements, or as links of chains that go on without them.
 * Locals and private fields that only they used go along, and so does what would be empty without them. One operation for each call, made
 * for being done together: where two take the same text away, their edits are equal.
 */
export function removeCalls(
  file: CSharpFile,
  calls: readonly RemovableCall[],
  judge: CommentJudge,
): readonly Operation[] {
  const operations = new Map<DoomedCall, Operation>();
  const found = calls.map((call) => findCall(file, call));
  const doomed = found.filter((call) => call !== null);
  for (const call of doomed) {
    const refusal = refusalBefore(call, file);
    if (refusal !== null) operations.set(call, refused(refusal));
  }
  for (const root of new Set(doomed.map((call) => call.root))) {
    const together = doomed.filter((call) => call.root === root && !operations.has(call));
    removeTogether(together, { file, root, text: file.text, judge }, operations);
  }
  return found.map((call) => (call && operations.get(call)) ?? refused('not-found'));
}

export function removeCall(file: CSharpFile, call: RemovableCall, judge: CommentJudge): Operation {
  return removeCalls(file, [call], judge)[0] ?? refused('not-found');
}

function refusalBefore({ invocation: { node } }: DoomedCall, file: CSharpFile): Refusal | null {
  const statement = closest(node, 'expression_statement', 'local_declaration_statement', 'return_statement') ?? node;
  if (isConditional(file, statement)) return 'conditional-compilation';
  return isBrokenAround(node) ? 'syntax-error' : null;
}

/** A call that must stay is not counted on by the others, so they are worked out anew without it. */
function removeTogether(
  calls: readonly DoomedCall[],
  where: Surroundings,
  operations: Map<DoomedCall, Operation>,
): void {
  const attempted = attempt(calls, where);
  const going = calls.filter((call) => attempted.get(call)?.kind === 'edits');
  for (const call of calls) operations.set(call, attempted.get(call) ?? refused('not-found'));
  if (going.length < calls.length) removeTogether(going, where, operations);
}

type Attempt = ReadonlyMap<DoomedCall, Operation>;

function attempt(calls: readonly DoomedCall[], where: Surroundings): Attempt {
  let unused: readonly UnusedVariable[] = [];
  for (;;) {
    const going = goingAmong(calls, unused, where.text);
    const operations = new Map(calls.map((call) => [call, removeOne(call, calls, going, where)]));
    const gone = [...operations.values()].flatMap(editsOf);
    if (gone.length === 0) return operations;
    const next = variablesUnusedWithout(where.file, where.root, gone.filter(isDeletion));
    if (next.length <= unused.length) return withLocals(operations, unused, going, where);
    unused = next;
  }
}

function goingAmong(calls: readonly DoomedCall[], unused: readonly UnusedVariable[], text: string): Going {
  const statements = calls.flatMap((call) => wholeStatementOf(call, byNode(calls), text) ?? []);
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

/** Each call takes along the locals and private fields that it, or another such of its, was the use of. */
function withLocals(
  operations: ReadonlyMap<DoomedCall, Operation>,
  unused: readonly UnusedVariable[],
  going: Going,
  where: Surroundings,
): Attempt {
  const result = new Map<DoomedCall, Operation>();
  for (const [call, operation] of operations) {
    const locals = localsBehind(editsOf(operation), unused);
    const refusal = locals.map((local) => whyToKeep(local, where)).find((reason) => reason !== null);
    const removals = locals.map((local) => removeLocal(local, locals, going, where));
    const stuck = removals.find(({ kind }) => kind === 'refused');
    const made = removals.flatMap(editsOf).filter((edit) => !editsOf(operation).some((outer) => contains(outer, edit)));
    if (operation.kind === 'refused') result.set(call, operation);
    else if (refusal) result.set(call, refused(refusal));
    else result.set(call, stuck ?? edits(...operation.edits, ...made));
  }
  return result;
}

function localsBehind(gone: readonly TextEdit[], unused: readonly UnusedVariable[]): readonly UnusedVariable[] {
  const behind: UnusedVariable[] = [];
  for (let size = -1; size !== behind.length; ) {
    size = behind.length;
    const removed = [...gone.filter(isDeletion), ...behind.map(({ declarator }) => declarator)];
    const isUsedThere = ({ uses }: UnusedVariable) => uses.some((use) => removed.some((range) => contains(range, use)));
    behind.push(...unused.filter((local) => !behind.includes(local) && isUsedThere(local)));
  }
  return behind;
}

function whyToKeep({ initializer, statement }: UnusedVariable, { file, text }: Surroundings): Refusal | null {
  if (isConditional(file, statement)) return 'conditional-compilation';
  if (initializer === null) return null;
  return onlyAsks(initializer, text) && namesDeclaredIn(initializer, text).length === 0 ? null : 'local-with-effects';
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
