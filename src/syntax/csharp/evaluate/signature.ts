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
  readonly takesMore: boolean;
  readonly isExtension: boolean;
}

export function signatureOf(owner: SyntaxNode, text: string): Signature | null {
  const list = childInRole(owner, 'parameters') ?? childOfKind(owner, 'parameter_list');
  if (list === null) return null;
  const nodes = list.children.filter((child) => child.kind === 'parameter');
  return {
    parameters: nodes.map((node) => readParameter(node, text)),
    takesMore:
      list.children.some((child) => child.kind === 'params') || nodes.some((n) => hasModifier(n, text, 'params')),
    isExtension: nodes[0] !== undefined && hasModifier(nodes[0], text, 'this'),
  };
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
  const parameters = signature.parameters.slice(skip);
  const names = args.flatMap(({ name }) => (name === null ? [] : [name]));
  if (args.length > parameters.length && !signature.takesMore) return false;
  if (names.some((name) => !parameters.some((parameter) => parameter.name === name))) return false;
  return parameters.every(
    (parameter, index) => parameter.defaultValue !== null || argumentFor(args, parameter.name, index) !== null,
  );
}
