import type { Range } from '../../../location.ts';
import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { childInRole, childOfKind, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';
import { identifiersNamed, plainName } from './identifiers.ts';

/** Other text for a place; `keeps` are names in it that are still used. */
export interface NewText {
  readonly at: Range;
  readonly text: string;
  readonly keeps: readonly Range[];
}

/** A statement that goes; names in it that go on under another name are still used. */
export interface GoingStatement {
  readonly statement: SyntaxNode;
  readonly keeps: readonly Range[];
}

/** `.AccessToken` on the expression, also behind `?.`: the token. */
export function accessOf(expression: SyntaxNode, text: string): SyntaxNode | null {
  let node = expression;
  while (node.parent?.kind === 'parenthesized_expression' || node.parent?.kind === 'postfix_unary_expression')
    node = node.parent;
  const { parent } = node;
  const holder =
    parent?.kind === 'conditional_access_expression' ? childOfKind(parent, 'member_binding_expression') : parent;
  const name = holder && childInRole(holder, 'name');
  const isAccess = parent?.kind === 'conditional_access_expression' || parent?.kind === 'member_access_expression';
  if (!isAccess || name == null || textOf(name, text) !== 'AccessToken') return null;
  const isWritten = parent.field === 'left' && parent.parent?.kind === 'assignment_expression';
  return isWritten ? null : parent;
}

/** Each `local.AccessToken` as the local by itself; null when the local is used in another way as well. */
export function tokensOf(references: readonly SyntaxNode[], { text }: CSharpFile): readonly NewText[] | null {
  const tokens = references.map((reference) => {
    const access = accessOf(reference, text);
    return access && tokenText(access, reference, textOf(reference, text));
  });
  return tokens.includes(null) ? null : tokens.filter((token) => token !== null);
}

/** Only what follows the name goes, where nothing stands before it. */
export function tokenText(access: SyntaxNode, name: SyntaxNode, text: string): NewText {
  if (access.start === name.start) return { at: { start: name.end, end: access.end }, text: '', keeps: [] };
  return { at: { start: access.start, end: access.end }, text, keeps: [{ start: name.start, end: name.end }] };
}

/** Where the local is named after its declaration. */
export function referencesTo(declarator: SyntaxNode, file: CSharpFile): readonly SyntaxNode[] {
  const nameNode = childInRole(declarator, 'name');
  if (nameNode === null) return [];
  const name = plainName(textOf(nameNode, file.text));
  return identifiersNamed(name, file).filter((node) => {
    if (node.field === 'name') return false;
    const binding = bindingInScope(name, node, rootOf(node), file.text);
    return binding?.kind === 'run-time' || (binding?.kind === 'local' && binding.declarator.start === declarator.start);
  });
}
