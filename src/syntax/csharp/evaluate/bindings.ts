import { lambdaKinds } from '../enclosing.ts';
import {
  ancestors,
  childInRole,
  descendants,
  descendantsOfKind,
  hasModifier,
  type SyntaxNode,
  textOf,
} from '../node.ts';

/** What a name stands for inside a method, lambda or top-level program. */
export type Binding =
  | LocalBinding
  | ParameterBinding
  /** A loop, pattern, `out`, `catch` or query variable. */
  | { readonly kind: 'run-time'; readonly name: string; readonly scope: SyntaxNode };

export interface LocalBinding {
  readonly kind: 'local';
  readonly name: string;
  readonly scope: SyntaxNode;
  readonly declarator: SyntaxNode;
  readonly statement: SyntaxNode;
  readonly isConst: boolean;
}

export interface ParameterBinding {
  readonly kind: 'parameter';
  readonly name: string;
  readonly scope: SyntaxNode;
  /** The `parameter`; anything else for those that have no such node (`x => …`, `params`, `value`, `args`). */
  readonly node: SyntaxNode;
}

/** By scope, then by name. */
export type Bindings = ReadonlyMap<SyntaxNode, ReadonlyMap<string, readonly Binding[]>>;

const statementScopes = ['block', 'switch_body', 'compilation_unit'];
const scopeKinds = [
  ...statementScopes,
  ...lambdaKinds,
  'switch_section',
  'switch_expression_arm',
  'for_statement',
  'foreach_statement',
  'while_statement',
  'do_statement',
  'using_statement',
  'lock_statement',
  'fixed_statement',
  'catch_clause',
  'query_expression',
  'arrow_expression_clause',
];
const patternKinds = [
  'declaration_pattern',
  'recursive_pattern',
  'var_pattern',
  'list_pattern',
  'parenthesized_variable_designation',
  'declaration_expression',
  'catch_declaration',
  'from_clause',
  'tuple_pattern',
];
/** Their names are bare identifiers after one of these words. */
const queryKinds = ['let_clause', 'join_clause', 'join_into_clause', 'query_expression'];
const queryWords = ['let', 'join', 'into'];
const parameterListKinds = ['parameter_list', 'bracketed_parameter_list'];
const settingAccessors = ['set', 'init', 'add', 'remove'];

/** `@event` and `event` are the same name. */
export function identifierName(node: SyntaxNode, text: string): string {
  return textOf(node, text).replace(/^@/, '');
}

/** Everything that is bound inside methods, lambdas and the top-level program of a file. */
export function readBindings(root: SyntaxNode, text: string): Bindings {
  const scopes = new Map<SyntaxNode, Map<string, Binding[]>>();
  const add = (binding: Binding) => {
    const names = scopes.get(binding.scope) ?? new Map<string, Binding[]>();
    scopes.set(binding.scope, names);
    const sameName = names.get(binding.name) ?? [];
    names.set(binding.name, sameName);
    sameName.push(binding);
  };
  for (const node of descendants(root)) for (const binding of boundBy(node, text)) add(binding);
  if (root.children.some((child) => child.kind === 'global_statement')) {
    add({ kind: 'parameter', name: 'args', scope: root, node: root });
  }
  return scopes;
}

function boundBy(node: SyntaxNode, text: string): readonly Binding[] {
  const { kind } = node;
  const runTime = (names: readonly SyntaxNode[]): readonly Binding[] =>
    names.map((name) => ({ kind: 'run-time', name: identifierName(name, text), scope: scopeAround(node) }));
  if (kind === 'variable_declarator') return declared(node, text);
  if (kind === 'parameter') return parameter(node, childInRole(node, 'name'), text);
  if (kind === 'implicit_parameter') return parameter(node, node, text);
  if (parameterListKinds.includes(kind)) return parameter(node, childInRole(node, 'name'), text);
  if (kind === 'accessor_declaration') return setterValue(node, text);
  if (patternKinds.includes(kind)) return runTime(node.children.filter((child) => child.field === 'name'));
  if (kind === 'foreach_statement') {
    const left = childInRole(node, 'left');
    return left?.kind === 'identifier' ? [{ kind: 'run-time', name: identifierName(left, text), scope: node }] : [];
  }
  if (queryKinds.includes(kind)) return runTime(namesAfterQueryWords(node));
  if (kind === 'is_expression') return runTime(namesTakenForArguments(node));
  return [];
}

function declared(declarator: SyntaxNode, text: string): readonly Binding[] {
  const nameNode = childInRole(declarator, 'name');
  const statement = declarator.parent?.parent;
  if (nameNode === null || !statement) return [];
  const name = identifierName(nameNode, text);
  if (statement.kind === 'local_declaration_statement') {
    const scope = scopeAround(statement, statementScopes);
    const isConst = hasModifier(statement, text, 'const');
    return [{ kind: 'local', name, scope, declarator, statement, isConst }];
  }
  const isMember = statement.kind === 'field_declaration' || statement.kind === 'event_field_declaration';
  return isMember ? [] : [{ kind: 'run-time', name, scope: scopeAround(declarator) }];
}

function parameter(node: SyntaxNode, name: SyntaxNode | null, text: string): readonly Binding[] {
  const list = parameterListKinds.includes(node.kind) ? node : node.parent;
  const owner = list !== null && parameterListKinds.includes(list.kind) ? list.parent : list;
  if (name === null || owner === null) return [];
  return [{ kind: 'parameter', name: identifierName(name, text), scope: owner, node }];
}

function setterValue(accessor: SyntaxNode, text: string): readonly Binding[] {
  const keyword = childInRole(accessor, 'name');
  if (keyword === null || !settingAccessors.includes(textOf(keyword, text))) return [];
  return [{ kind: 'parameter', name: 'value', scope: accessor, node: accessor }];
}

function namesAfterQueryWords(clause: SyntaxNode): readonly SyntaxNode[] {
  const parts = clause.children.filter((child) => child.kind !== 'comment');
  return parts.filter((part, index) => part.kind === 'identifier' && queryWords.includes(parts[index - 1]?.kind ?? ''));
}

/** `is var (a, b)` is parsed as a call of `is var`. */
function namesTakenForArguments(test: SyntaxNode): readonly SyntaxNode[] {
  const call = test.field === 'function' ? test.parent : null;
  const list = call && childInRole(call, 'arguments');
  return list ? [...descendantsOfKind(list, 'identifier')] : [];
}

function scopeAround(node: SyntaxNode, kinds: readonly string[] = scopeKinds): SyntaxNode {
  let outermost = node;
  for (const above of ancestors(node)) {
    // What a statement of a section declares is in scope in all sections; what its label declares, in this one.
    const isBelowLabel = above.kind === 'switch_section' && outermost.kind.endsWith('_statement');
    if (kinds.includes(above.kind) && !isBelowLabel) return above;
    // In an initializer of a field: the field is as far as the name reaches.
    if (above.kind === 'declaration_list') return outermost;
    outermost = above;
  }
  return outermost;
}
