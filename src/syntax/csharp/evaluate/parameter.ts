import { typeKinds } from '../enclosing.ts';
import { argumentFor } from '../invocation.ts';
import { childInRole, closest, contains, hasModifier, textOf } from '../node.ts';
import { type Binding, identifierName, type ParameterBinding } from './bindings.ts';
import { callsOfConstructor } from './constructor-calls.ts';
import { joinVia, known, type Result, sameValue, unknown } from './evaluation.ts';
import { writesToBinding } from './local.ts';
import { callsOfMethod, type PassedArguments } from './method-calls.ts';
import { at, type Place, type Reader, rangeIn } from './place.ts';
import { bindingInScope } from './scope.ts';
import { type Parameter, type Signature, signatureOf } from './signature.ts';
import { writesTo } from './writes.ts';

/** Known when every call in the app passes one and the same known value. */
export function evaluateParameter(binding: ParameterBinding, place: Place, reader: Reader): Result {
  const { name, scope, node } = binding;
  const { text } = place.file;
  if (isWritten(binding, place)) return unknown({ code: 'reassigned', name });
  const signature = signatureOf(scope, text);
  const index = signature?.parameters.findIndex((parameter) => parameter.node === node) ?? -1;
  const parameter = signature?.parameters[index];
  const isOutput = hasModifier(node, text, 'ref') || hasModifier(node, text, 'out');
  if (!signature || !parameter || isOutput) return unknown({ code: 'parameter', name });
  const calls = callsOf(at(place, scope), signature, reader) ?? [];
  const values = calls.flatMap((call) => valuePassed(call, parameter, index, binding, place, reader));
  return common(values, binding, place);
}

function common(values: readonly Result[], { name, node }: ParameterBinding, place: Place): Result {
  const [first, ...others] = values;
  if (first?.kind !== 'known') return unknown({ code: 'parameter', name });
  const via = [[rangeIn(place.file, node)], first.via];
  let varies = false;
  for (const other of others) {
    if (other.kind === 'unknown') return unknown({ code: 'parameter', name });
    varies ||= !sameValue(first.value, other.value);
    via.push(other.via);
  }
  return varies ? unknown({ code: 'parameter-varies', name }) : known(first.value, joinVia(via));
}

function callsOf(owner: Place, signature: Signature, reader: Reader): readonly PassedArguments[] | null {
  const { node, file } = owner;
  if (node.kind === 'method_declaration' || node.kind === 'local_function_statement') {
    return callsOfMethod(owner, signature, reader.project);
  }
  const type =
    node.kind === 'constructor_declaration' || typeKinds.includes(node.kind) ? closest(node, ...typeKinds) : null;
  const name = type && childInRole(type, 'name');
  return name && callsOfConstructor(owner, identifierName(name, file.text), signature, reader.project);
}

function valuePassed(
  call: PassedArguments,
  parameter: Parameter,
  index: number,
  binding: ParameterBinding,
  declaration: Place,
  reader: Reader,
): readonly Result[] {
  const { place } = call;
  if (index < call.skip) return [receiverValue(call, reader, binding.name)];
  const passed = argumentFor(call.args, parameter.name, index - call.skip);
  if (passed === null) {
    if (parameter.defaultValue === null || parameter.isCallerInfo) {
      return [unknown({ code: 'parameter', name: binding.name })];
    }
    return [reader.evaluate(at(declaration, parameter.defaultValue))];
  }
  if (isItself(passed.value, place, binding)) return [];
  const value = reader.evaluate(at(place, passed.value));
  // A number is an argument of another overload.
  if (isText(parameter, declaration) && value.kind === 'known' && value.value.kind === 'integer') return [];
  return [value.kind === 'known' ? known(value.value, joinVia([[rangeIn(place.file, passed)], value.via])) : value];
}

function receiverValue({ place }: PassedArguments, reader: Reader, name: string): Result {
  const callee = childInRole(place.node, 'function');
  const receiver = callee && (childInRole(callee, 'expression') ?? childInRole(callee, 'condition'));
  return receiver ? reader.evaluate(at(place, receiver)) : unknown({ code: 'parameter', name });
}

/** A method that calls itself with what it was given adds no value. */
function isItself(value: Place['node'], { root, file }: Place, binding: Binding): boolean {
  if (value.kind !== 'identifier') return false;
  return bindingInScope(identifierName(value, file.text), value, root, file.text) === binding;
}

function isText({ node }: Parameter, { file }: Place): boolean {
  const type = childInRole(node, 'type');
  return type !== null && /^string\??$/i.test(textOf(type, file.text));
}

/** A parameter of `class Name(…)` can be written anywhere in the class. */
function isWritten(binding: ParameterBinding, place: Place): boolean {
  if (!typeKinds.includes(binding.scope.kind)) return writesToBinding(binding, place).length > 0;
  const { root, file } = place;
  return writesTo(binding.name, root, file.text).some(
    ({ target, name }) =>
      target.kind === 'identifier' &&
      contains(binding.scope, target) &&
      bindingInScope(name, target, root, file.text) === null,
  );
}
