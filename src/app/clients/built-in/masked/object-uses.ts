import type { Binding } from '../../../../syntax/csharp/evaluate/bindings.ts';
import { at, type Place } from '../../../../syntax/csharp/evaluate/place.ts';
import { bindingInScope } from '../../../../syntax/csharp/evaluate/scope.ts';
import { type Parameter, signatureOf } from '../../../../syntax/csharp/evaluate/signature.ts';
import { type Argument, type Invocation, readInvocation } from '../../../../syntax/csharp/invocation.ts';
import { childInRole, type SyntaxNode } from '../../../../syntax/csharp/node.ts';
import { methodsCalled } from '../../../../syntax/csharp/types/calls.ts';
import { dottedName } from '../../../../syntax/csharp/using.ts';
import type { CodeTypes } from '../code-types.ts';
import { isException, isLog, isOnlyShown } from './destination.ts';
import { usesOf } from './variable-uses.ts';

/** What becomes of a token that is held as an `object`: text of it masks itself. */
export type ObjectUse = 'text' | 'nothing' | 'unknown';

/** What the app's own method does with an argument that it takes as an `object`; null for every other argument. */
export function useByMethod(call: Invocation, argument: Argument, place: Place, code: CodeTypes): ObjectUse | null {
  const methods = methodsCalled(call, at(place, call.node), code.types);
  const uses = methods.flatMap((method) => {
    const parameter = parameterFor(call, argument, method);
    const isTaken = parameter && isObject(childInRole(parameter.node, 'type'), method);
    return isTaken ? [useInMethod(method, parameter)] : [];
  });
  // Where an overload takes a string, that one is called.
  return methods.length === 0 || uses.length < methods.length ? null : worst(uses);
}

function parameterFor(call: Invocation, argument: Argument, { node, file }: Place): Parameter | null {
  const signature = signatureOf(node, file.text);
  if (signature === null) return null;
  const { parameters, isExtension } = signature;
  const named = parameters.find(({ name }) => name === argument.name);
  const shift = isExtension && call.arguments.length < parameters.length ? 1 : 0;
  return named ?? parameters[call.arguments.indexOf(argument) + shift] ?? null;
}

export function isObject(type: SyntaxNode | null, { file }: Place): boolean {
  return type !== null && /^(?:object|Object|System\.Object)\??$/.test(dottedName(type, file.text));
}

function useInMethod(method: Place, parameter: Parameter): ObjectUse {
  const body = childInRole(method.node, 'body');
  if (body === null) return 'unknown';
  const binding = bindingInScope(parameter.name, body, method.root, method.file.text);
  return binding?.kind === 'parameter' ? useOfVariable(binding, method) : 'unknown';
}

export function useOfVariable(binding: Binding, place: Place): ObjectUse {
  return worst(usesOf(binding, place).map(useOf));
}

function worst(uses: readonly ObjectUse[]): ObjectUse {
  return uses.find((use) => use === 'text') ?? uses.find((use) => use === 'unknown') ?? 'nothing';
}

/** Calls that make text of what they are given. */
const writing = /^(?:Format|AppendFormat|Append|Concat|Join|ToString|Insert)$/;

function useOf(name: Place): ObjectUse {
  const { parent } = name.node;
  const asText = (text: SyntaxNode): ObjectUse => (isOnlyShown(at(name, text)) ? 'nothing' : 'text');
  switch (parent?.kind) {
    case 'interpolation':
      return asText(parent);
    case 'binary_expression':
      return useInOperation(parent, asText);
    case 'is_pattern_expression':
      return /^is (?:not )?null$/.test(patternText(parent, name)) ? 'nothing' : 'unknown';
    case 'member_access_expression':
    case 'conditional_access_expression':
      return isToString(parent, name) && parent.parent ? asText(parent.parent) : 'unknown';
    case 'argument':
      return useByCall(parent, name, asText);
    default:
      return 'unknown';
  }
}

function useInOperation(operation: SyntaxNode, asText: (text: SyntaxNode) => ObjectUse): ObjectUse {
  const operator = childInRole(operation, 'operator')?.kind;
  if (operator === '+') return asText(operation);
  return operator === '==' || operator === '!=' ? 'nothing' : 'unknown';
}

function patternText(test: SyntaxNode, { node, file }: Place): string {
  return file.text.slice(node.end, test.end).replace(/\s+/g, ' ').trim();
}

function isToString(access: SyntaxNode, { node, file }: Place): boolean {
  const call = access.parent && readInvocation(access.parent, file.text);
  return call?.name === 'ToString' && call.receiver === node;
}

function useByCall(argument: SyntaxNode, { file }: Place, asText: (text: SyntaxNode) => ObjectUse): ObjectUse {
  const called = argument.parent?.parent;
  if (!called) return 'unknown';
  if (called.kind === 'object_creation_expression') {
    return isException(childInRole(called, 'type'), file.text) ? 'nothing' : 'unknown';
  }
  const call = readInvocation(called, file.text);
  if (call === null) return 'unknown';
  if (isLog(call, file.text)) return 'nothing';
  return writing.test(call.name) ? asText(called) : 'unknown';
}
