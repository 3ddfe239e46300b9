import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { childInRole, contains, type SyntaxNode } from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';
import type { Holder } from './holder.ts';
import { identifiersNamed } from './identifiers.ts';

/** Where the holder is named below the node, as far as can be told; its declaration aside. */
export function referencesTo(holder: Holder, within: SyntaxNode, file: CSharpFile): readonly SyntaxNode[] {
  return identifiersNamed(holder.name, file).filter(
    (node) => contains(within, node) && !isDeclaring(node, holder) && stands(node, holder, file),
  );
}

function isDeclaring({ parent, field }: SyntaxNode, { declaration }: Holder): boolean {
  return field === 'name' && parent?.start === declaration.start && parent.kind === declaration.kind;
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
  return (binding.kind === 'local' ? binding.declarator : binding.node).start === holder.declaration.start;
}

const naming = [
  'argument',
  'member_binding_expression',
  'variable_declarator',
  'parameter',
  'property_declaration',
  'method_declaration',
];
