import type { Range } from '../../../location.ts';
import { bindingInScope } from '../evaluate/scope.ts';
import type { CSharpFile } from '../file.ts';
import { readInvocation } from '../invocation.ts';
import { childInRole, closest, contains, descendantsOfKind, type SyntaxNode, textOf } from '../node.ts';
import { rootOf } from '../project.ts';
import type { PrivateField } from './private-fields.ts';
import { onlyAsks } from './purity.ts';

/** The statements of the constructor that store something in the field; none while something else uses it. */
export function storesOf(field: PrivateField, gone: readonly Range[], file: CSharpFile): readonly SyntaxNode[] {
  const uses = namesIn(field.type, field.name, file).filter((name) => name.start !== field.declarator.start);
  const left = uses.filter((use) => !isWithin(use, gone));
  const stores = left.map((use) => storeOf(use, file.text));
  if (left.length === uses.length || stores.includes(null)) return [];
  return stores.filter((store) => store !== null);
}

function storeOf(name: SyntaxNode, text: string): SyntaxNode | null {
  const target = name.parent?.kind === 'member_access_expression' ? name.parent : name;
  const assignment = target.parent;
  const value = assignment && childInRole(assignment, 'right');
  const statement = assignment?.parent;
  const isStore = target.field === 'left' && assignment?.kind === 'assignment_expression' && value !== null;
  if (!isStore || statement?.kind !== 'expression_statement' || !onlyAsks(value, text)) return null;
  return statement.parent?.parent?.kind === 'constructor_declaration' ? statement : null;
}

/** The statements that only check the parameter; null while something uses it, or when nothing ever did. */
export function checksOf(
  parameter: SyntaxNode,
  lists: readonly SyntaxNode[],
  gone: readonly Range[],
  file: CSharpFile,
): readonly SyntaxNode[] | null {
  const nameNode = parameter.kind === 'parameter' ? childInRole(parameter, 'name') : null;
  const owner = parameter.parent?.parent;
  if (nameNode === null || !owner || !lists.some((list) => list === parameter.parent)) return null;
  const name = textOf(nameNode, file.text);
  const uses = namesIn(owner, name, file).filter((use) => use !== nameNode && means(use, parameter, owner, file));
  const left = uses.filter((use) => !isWithin(use, gone));
  const checks = left.map((use) => checkOf(use, file.text));
  if (left.length === uses.length || checks.includes(null)) return null;
  return checks.filter((check) => check !== null);
}

/** A parameter of the class itself can be used in all of it, except where something else has its name. */
function means(use: SyntaxNode, parameter: SyntaxNode, owner: SyntaxNode, file: CSharpFile): boolean {
  const binding = bindingInScope(textOf(use, file.text), use, rootOf(use), file.text);
  if (owner.kind !== 'constructor_declaration') return binding === null;
  return binding === null || binding.kind !== 'parameter' || binding.node === parameter;
}

/** `ArgumentNullException.ThrowIfNull(parameter);` */
function checkOf(use: SyntaxNode, text: string): SyntaxNode | null {
  const call = closest(use, 'invocation_expression');
  const statement = call?.parent;
  const isCheck = call !== null && readInvocation(call, text)?.name === 'ThrowIfNull';
  return isCheck && statement?.kind === 'expression_statement' ? statement : null;
}

function namesIn(node: SyntaxNode, name: string, file: CSharpFile): readonly SyntaxNode[] {
  return [...descendantsOfKind(node, 'identifier')].filter((identifier) => textOf(identifier, file.text) === name);
}

function isWithin(range: Range, ranges: readonly Range[]): boolean {
  return ranges.some((outer) => contains(outer, range));
}
