import type { Range } from '../../location.ts';
import { childInRole, childOfKind, isNote, namedChildren, nodeAt, type SyntaxNode, textOf } from './node.ts';

export interface Argument extends Range {
  /** The name of a named argument, without the `@` that lets it be a keyword. */
  readonly name: string | null;
  readonly value: SyntaxNode;
}

export interface Invocation extends Range {
  readonly node: SyntaxNode;
  /** Without the `@` that lets it be a keyword. */
  readonly name: string;
  /** The bare name, without type arguments. */
  readonly nameNode: SyntaxNode;
  /** What stands before the dot; null for a call by bare name. */
  readonly receiver: SyntaxNode | null;
  /** Called as `receiver?.Name()`. */
  readonly nullConditional: boolean;
  readonly typeArguments: readonly SyntaxNode[];
  readonly arguments: readonly Argument[];
}

/** null for calls without a name, such as `handlers[0]()`. */
export function readInvocation(node: SyntaxNode, text: string): Invocation | null {
  const callee = childInRole(node, 'function');
  const argumentList = childInRole(node, 'arguments');
  if (node.kind !== 'invocation_expression' || callee === null || argumentList === null) return null;
  const named = readCallee(callee);
  if (named === null) return null;
  const { nameNode, typeArguments } = readName(named.name);
  return {
    node,
    start: node.start,
    end: node.end,
    name: bareName(nameNode, text),
    nameNode,
    receiver: named.receiver,
    nullConditional: named.nullConditional,
    typeArguments,
    arguments: readArguments(argumentList, text),
  };
}

/** The call that covers exactly the range. */
export function invocationAt(root: SyntaxNode, range: Range, text: string): Invocation | null {
  const node = nodeAt(root, range);
  return node.start === range.start && node.end === range.end ? readInvocation(node, text) : null;
}

interface Callee {
  readonly name: SyntaxNode;
  readonly receiver: SyntaxNode | null;
  readonly nullConditional: boolean;
}

function readCallee(callee: SyntaxNode): Callee | null {
  switch (callee.kind) {
    case 'identifier':
    case 'generic_name':
      return { name: callee, receiver: null, nullConditional: false };
    case 'member_access_expression': {
      const name = childInRole(callee, 'name');
      return name && { name, receiver: childInRole(callee, 'expression'), nullConditional: false };
    }
    case 'conditional_access_expression': {
      const binding = childOfKind(callee, 'member_binding_expression');
      const name = binding && childInRole(binding, 'name');
      return name && { name, receiver: childInRole(callee, 'condition'), nullConditional: true };
    }
    default:
      return null;
  }
}

function readName(name: SyntaxNode): { nameNode: SyntaxNode; typeArguments: readonly SyntaxNode[] } {
  const identifier = name.kind === 'generic_name' ? childOfKind(name, 'identifier') : null;
  const list = childOfKind(name, 'type_argument_list');
  return { nameNode: identifier ?? name, typeArguments: list ? namedChildren(list) : [] };
}

export function readArguments(argumentList: SyntaxNode, text: string): readonly Argument[] {
  return namedChildren(argumentList)
    .filter((child) => child.kind === 'argument')
    .flatMap((argument) => {
      const name = childInRole(argument, 'name');
      // `this` is a word to the grammar, not a named node.
      const value = argument.children.findLast((child) => !isNote(child));
      if (value === undefined) return [];
      return [{ name: name && bareName(name, text), value, start: argument.start, end: argument.end }];
    });
}

function bareName(name: SyntaxNode, text: string): string {
  return textOf(name, text).replace(/^@/, '');
}

/** The argument for a parameter, whether it was passed by name or by its place in the list. */
export function argumentFor(args: readonly Argument[], name: string, index: number): Argument | null {
  const byName = args.find((argument) => argument.name === name);
  if (byName) return byName;
  const positional = args[index];
  return positional?.name === null ? positional : null;
}
