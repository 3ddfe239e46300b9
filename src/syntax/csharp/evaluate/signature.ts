import { type Argument, argumentFor } from '../invocation.ts';
import { childInRole, childOfKind, hasModifier, namedChildren, type SyntaxNode } from '../node.ts';
import { identifierName } from './bindings.ts';

export interface Parameter {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly defaultValue: SyntaxNode | null;
  /** Filled in by the compiler with something about the caller when it is left out. */
  readonly isCallerInfo: boolean;
}

export interface Signature {
  readonly parameters: readonly Parameter[];
  /** The name of the `params` at the end, which takes any number of arguments. */
  readonly rest: string | null;
  /** Whether a receiver can fill the first parameter. */
  readonly isExtension: boolean;
}

export function signatureOf(owner: SyntaxNode, text: string): Signature | null {
  const list = childInRole(owner, 'parameters') ?? childOfKind(owner, 'parameter_list');
  if (list === null) return null;
  const nodes = list.children.filter((child) => child.kind === 'parameter');
  return {
    parameters: nodes.map((node) => readParameter(node, text)),
    rest: restOf(list, text),
    isExtension: nodes[0] !== undefined && hasModifier(nodes[0], text, 'this'),
  };
}

/** The grammar puts the parts of a `params` parameter straight into the list. */
function restOf(list: SyntaxNode, text: string): string | null {
  const name = childOfKind(list, 'params') && childInRole(list, 'name');
  return name && identifierName(name, text);
}

function readParameter(node: SyntaxNode, text: string): Parameter {
  const name = childInRole(node, 'name');
  const equals = node.children.findIndex((child) => child.kind === '=');
  const defaultValue =
    equals === -1 ? undefined : node.children.slice(equals).find(({ named, kind }) => named && kind !== 'comment');
  const attributes = namedChildren(node).filter((child) => child.kind === 'attribute_list');
  return {
    node,
    name: name ? identifierName(name, text) : '',
    defaultValue: defaultValue ?? null,
    isCallerInfo: attributes.some((attribute) => text.slice(attribute.start, attribute.end).includes('Caller')),
  };
}

/** Whether a call with these arguments can be one of the signature; `skip` parameters are filled by the receiver. */
export function accepts(signature: Signature, args: readonly Argument[], skip: number): boolean {
  const { rest } = signature;
  const parameters = signature.parameters.slice(skip);
  const known = [...parameters.map(({ name }) => name), rest];
  if (args.length > parameters.length && rest === null) return false;
  if (args.some(({ name }) => name !== null && !known.includes(name))) return false;
  return parameters.every(
    (parameter, index) => parameter.defaultValue !== null || argumentFor(args, parameter.name, index) !== null,
  );
}
