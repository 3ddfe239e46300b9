import { at, type Place } from '../../../syntax/csharp/evaluate/place.ts';
import { signatureOf } from '../../../syntax/csharp/evaluate/signature.ts';
import { type Invocation, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, childOfKind, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { methodsCalled } from '../../../syntax/csharp/types/calls.ts';
import { writtenAt } from '../../../syntax/csharp/types/written-type.ts';
import type { TypeReader } from '../../../syntax/csharp/types.ts';
import { dottedName } from '../../../syntax/csharp/using.ts';
import { findCallables } from '../../startup/callable.ts';
import { type Wanted, wantedBy, wantedByOverloads } from './wanted-result.ts';

/** What is asked of a lambda by the call that it is an argument of. */
export function wantedByCall(argument: Place, types: TypeReader): Wanted {
  const called = argument.node.parent?.parent;
  const { text } = argument.file;
  if (called?.kind === 'object_creation_expression') {
    const type = childInRole(called, 'type');
    return type !== null && /^(System\.)?Lazy<.*\bTask<.+>>$/.test(dottedName(type, text)) ? 'task' : 'unknown';
  }
  const call = called ? readInvocation(called, text) : null;
  if (call === null) return 'unknown';
  const own = methodsCalled(call, at(argument, call.node), types);
  if (own.length > 0) return wantedByOverloads(own.map((method) => wantedByMethod(method, call, argument)));
  // One of the name that is not known to be meant says nothing.
  if (findCallables(call, argument.file, types.project).length > 0) return 'unknown';
  return wantedByLibrary(call, argument);
}

function wantedByMethod({ node, root, file }: Place, call: Invocation, argument: Place): Wanted {
  const signature = signatureOf(node, file.text);
  const index = call.arguments.findIndex(({ start }) => start === argument.node.start);
  const given = call.arguments[index];
  if (!signature || !given) return 'unknown';
  const { parameters, isExtension } = signature;
  const shift = isExtension && call.arguments.length < parameters.length ? 1 : 0;
  const named = parameters.find(({ name }) => name === given.name);
  const parameter = named ?? parameters[index + shift];
  return wantedBy(parameter ? writtenAt(childInRole(parameter.node, 'type'), { node, root, file }) : null);
}

/** Library methods that run what they are given and ask for nothing. */
const running = ['Register', 'ForEach', 'ForEachAsync', 'ForAsync'];
/** Those that hand on what they are given returns, whatever it is. */
const handingOn = /Async$|^(?:GetOrCreate|GetOrAdd|Execute)$/;

function wantedByLibrary({ name, receiver }: Invocation, { node, file }: Place): Wanted {
  if (running.includes(name)) return 'nothing';
  if (handingOn.test(name)) return 'task';
  if (name === 'Run') return receiver && /(^|\.)Task$/.test(dottedName(receiver, file.text)) ? 'task' : 'unknown';
  return /^Map(Get|Post|Put|Delete|Patch|Methods)$/.test(name) && isInjected(node, file.text) ? 'task' : 'unknown';
}

/** An endpoint that takes the client from the framework answers with what it returns. */
function isInjected(argument: SyntaxNode, text: string): boolean {
  const lambda = childOfKind(argument, 'lambda_expression');
  const parameters = lambda && childOfKind(lambda, 'parameter_list');
  return parameters !== null && /\bIMaskinporten/.test(textOf(parameters, text));
}
