import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { childInRole, descendantsOfKind, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';
import { type Holder, plain } from './holder.ts';

/** Where the holder is named below the node, as far as can be told; its declaration aside. */
export function referencesTo(holder: Holder, within: SyntaxNode, file: CSharpFile): readonly SyntaxNode[] {
  return [...descendantsOfKind(within, 'identifier')].filter(
    (node) =>
      plain(textOf(node, file.text)) === holder.name && !isDeclaring(node, holder) && stands(node, holder, file),
  );
}

function isDeclaring(node: SyntaxNode, { declaration }: Holder): boolean {
  return node.parent === declaration && node.field === 'name';
}

function stands(node: SyntaxNode, holder: Holder, file: CSharpFile): boolean {
  const { parent, field } = node;
  if (field === 'name' && parent?.kind === 'member_access_expression') {
    return holder.isMember && childInRole(parent, 'expression')?.kind === 'this';
  }
  if (field === 'name' && parent !== null && naming.includes(parent.kind)) return false;
  const binding = bindingInScope(holder.name, node, rootOf(node), file.text);
  if (binding === null) return holder.isMember;
  if (binding.kind === 'run-time') return !holder.isMember;
  return (binding.kind === 'local' ? binding.declarator : binding.node) === holder.declaration;
}

const naming = [
  'argument',
  'member_binding_expression',
  'variable_declarator',
  'parameter',
  'property_declaration',
  'method_declaration',
];
