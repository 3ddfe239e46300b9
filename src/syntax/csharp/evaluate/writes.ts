import { childInRole, descendants, namedChildren, type SyntaxNode, textOf } from '../node.ts';
import { identifierName } from './bindings.ts';

/** A place that gives a variable, field or property a value. */
export interface Write {
  /** `x`, `this.x`, `Type.x`. */
  readonly target: SyntaxNode;
  readonly name: string;
  /** What a plain `target = value` assigns; null for `+=`, `++`, `ref`, `out` and deconstruction. */
  readonly value: SyntaxNode | null;
  /** The assignment, or what else does the writing. */
  readonly node: SyntaxNode;
}

type Writes = ReadonlyMap<string, readonly Write[]>;

const read = new WeakMap<SyntaxNode, Writes>();
const writingOperators = ['++', '--', '&'];

/** Everywhere under the root where something of this name is written, whatever it belongs to. */
export function writesTo(name: string, root: SyntaxNode, text: string): readonly Write[] {
  const before = read.get(root);
  const writes = before ?? readWrites(root, text);
  if (!before) read.set(root, writes);
  return writes.get(name) ?? [];
}

function readWrites(root: SyntaxNode, text: string): Writes {
  const byName = new Map<string, Write[]>();
  for (const node of descendants(root)) {
    for (const { target, value } of writtenBy(node, text)) {
      const name = nameOfTarget(target, text);
      if (name === null) continue;
      const writes = byName.get(name) ?? [];
      byName.set(name, writes);
      writes.push({ target, name, value, node });
    }
  }
  return byName;
}

interface Target {
  readonly target: SyntaxNode;
  readonly value: SyntaxNode | null;
}

function writtenBy(node: SyntaxNode, text: string): readonly Target[] {
  const has = (...words: readonly string[]) => node.children.some((child) => words.includes(textOf(child, text)));
  const inner = () => namedChildren(node).map((target) => ({ target, value: null }));
  switch (node.kind) {
    case 'assignment_expression':
      return assigned(node, text);
    case 'prefix_unary_expression':
    case 'postfix_unary_expression':
      return has(...writingOperators) ? inner() : [];
    case 'argument':
      return has('ref', 'out') ? inner() : [];
    case 'ref_expression':
      return inner();
    default:
      return [];
  }
}

function assigned(assignment: SyntaxNode, text: string): readonly Target[] {
  const left = childInRole(assignment, 'left');
  const right = childInRole(assignment, 'right');
  const operator = childInRole(assignment, 'operator');
  // `new Settings { Scope = … }` sets a member of the new object, never a variable of that name.
  if (left === null || assignment.parent?.kind === 'initializer_expression') return [];
  if (left.kind === 'tuple_expression') return tupleTargets(left).map((target) => ({ target, value: null }));
  return [{ target: left, value: operator && textOf(operator, text) === '=' ? right : null }];
}

function tupleTargets(tuple: SyntaxNode): readonly SyntaxNode[] {
  const targets: SyntaxNode[] = [];
  for (const node of descendants(tuple)) if (node.parent?.kind === 'argument') targets.push(node);
  return targets;
}

function nameOfTarget(target: SyntaxNode, text: string): string | null {
  if (target.kind === 'identifier') return identifierName(target, text);
  if (target.kind === 'parenthesized_expression') {
    const [inside] = namedChildren(target);
    return inside ? nameOfTarget(inside, text) : null;
  }
  const name = target.kind === 'member_access_expression' ? childInRole(target, 'name') : null;
  return name ? identifierName(name, text) : null;
}
