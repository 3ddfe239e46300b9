import { ancestors, childInRole, childOfKind, namedChildren, type SyntaxNode, textOf } from '../node.ts';
import { dottedName } from '../using.ts';
import { identifierName } from './bindings.ts';
import { agreed, knownText, type Result, readThrough, unknown } from './evaluation.ts';
import { excerpt, type Place, type Reader, rangeIn } from './place.ts';
import { aliasCalled, namespaceOf, placeOf, simpleName, type Type, typesCalled } from './type-lookup.ts';

const runtimeNames = new Map(
  Object.entries({
    bool: 'Boolean',
    byte: 'Byte',
    char: 'Char',
    decimal: 'Decimal',
    double: 'Double',
    float: 'Single',
    int: 'Int32',
    long: 'Int64',
    object: 'Object',
    sbyte: 'SByte',
    short: 'Int16',
    string: 'String',
    uint: 'UInt32',
    ulong: 'UInt64',
    ushort: 'UInt16',
    void: 'Void',
  }),
);

/** `nameof(a.b.C<T>)` is `C`. */
export function evaluateNameof(argument: SyntaxNode, place: Place): Result {
  let named = argument;
  for (;;) {
    const inner =
      childInRole(named, 'name') ?? (named.kind === 'generic_name' ? childOfKind(named, 'identifier') : null);
    if (inner === null) break;
    named = inner;
  }
  if (named.kind === 'identifier') return knownText(identifierName(named, place.file.text));
  return unknown({ code: 'computed', expression: excerpt(place) });
}

/** `typeof(X).Name` and `typeof(X).FullName`. */
export function evaluateTypeName(typeofExpression: SyntaxNode, property: string, place: Place, reader: Reader): Result {
  const computed = unknown({ code: 'computed', expression: excerpt(place) });
  const type = childInRole(typeofExpression, 'type');
  if (type === null) return computed;
  const { text } = place.file;
  if (type.kind === 'predefined_type') {
    const name = runtimeNames.get(textOf(type, text));
    return name === undefined ? computed : knownText(property === 'Name' ? name : `System.${name}`);
  }
  const written = dottedName(type, text);
  if (!isPlainName(written) || isTypeParameter(written, place)) return computed;
  const types = typesCalled(written, place, reader.project);
  const [only] = types;
  if (only === undefined) return property === 'Name' ? externalName(written, place, reader) : computed;
  return agreed(
    types.map((declared) => declaredName(declared, property, place)),
    { code: 'ambiguous', name: written },
  );
}

function declaredName(type: Type, property: string, place: Place): Result {
  const [part] = type;
  if (part === undefined || childOfKind(part.node, 'type_parameter_list')) {
    return unknown({ code: 'computed', expression: excerpt(place) });
  }
  const name = property === 'Name' ? part.name : runtimeFullName(type);
  return readThrough(knownText(name), rangeIn(part.file, part.node));
}

/** With a `+` before what is nested in another type. */
export function runtimeFullName([part]: Type): string {
  if (part === undefined) return '';
  const namespace = namespaceOf(placeOf(part)).join('.');
  const nested = namespace === '' ? part.fullName : part.fullName.slice(namespace.length + 1);
  return (namespace === '' ? '' : `${namespace}.`) + nested.replaceAll('.', '+');
}

/** A type from a package: its name is what is written, unless an alias hides it. */
function externalName(written: string, place: Place, reader: Reader): Result {
  const alias = aliasCalled(written, place.file, reader.project);
  const name = alias?.target ?? written;
  // The name of a generic type also tells how many arguments it takes, that of a tuple hides them.
  if (!isPlainName(name)) return unknown({ code: 'computed', expression: excerpt(place) });
  return knownText(simpleName(name));
}

function isPlainName(written: string): boolean {
  return /^[\p{L}\p{N}_.@:]+$/u.test(written);
}

function isTypeParameter(name: string, place: Place): boolean {
  for (const outer of ancestors(place.node)) {
    const list = childOfKind(outer, 'type_parameter_list');
    const names = list ? namedChildren(list).map((parameter) => childInRole(parameter, 'name')) : [];
    if (names.some((node) => node !== null && textOf(node, place.file.text) === name)) return true;
  }
  return false;
}
