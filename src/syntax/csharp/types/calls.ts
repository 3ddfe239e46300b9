import type { Place } from '../evaluate/place.ts';
import type { Invocation } from '../invocation.ts';
import { childInRole } from '../node.ts';
import { ownTypesBefore, valueBefore } from './access.ts';
import { extensionsNamed, methodsInSight, methodsOf } from './methods.ts';
import type { TypeReader } from './reader.ts';
import { awaited, isTask } from './tasks.ts';
import { type WrittenType, writtenAt } from './written-type.ts';

/** Calls on a task that give back something with the same result. */
const taskCalls = ['ConfigureAwait', 'WaitAsync', 'AsTask', 'GetAwaiter'];

/** What the app's own methods of the name agree on, or what the library is known to return. */
export function typeOfCall(call: Invocation | null, place: Place, reader: TypeReader): WrittenType | null {
  if (call === null) return null;
  const receiver = call.receiver && valueBefore(call.receiver, place, reader);
  if (receiver && isTask(receiver)) {
    if (taskCalls.includes(call.name)) return receiver;
    if (call.name === 'GetResult') return awaited(receiver);
  }
  const methods = methodsCalled(call, place, reader);
  if (methods.length === 0) return reader.libraryCall(call, place, reader);
  const [first, ...others] = methods.map((method) =>
    // A local function has its type in another role.
    writtenAt(childInRole(method.node, 'returns') ?? childInRole(method.node, 'type'), method),
  );
  return first && others.every((other) => other?.text === first.text) ? first : null;
}

/** The app's own methods that a call may mean. */
export function methodsCalled(call: Invocation, place: Place, reader: TypeReader): readonly Place[] {
  const { receiver } = call;
  if (receiver === null) return methodsInSight(call, place, reader.project);
  const types = ownTypesBefore(receiver, valueBefore(receiver, place, reader), place, reader);
  const own = methodsOf(types, call, reader.project);
  return own.length > 0 ? own : extensionsNamed(call, reader.project);
}
