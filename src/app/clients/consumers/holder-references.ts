import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { childInRole, contains, type SyntaxNode } from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';
import type { Holder } from './holder.ts';
import { identifiersNamed } from './identifiers.ts';

/** Where the holder is named below the node, as far as can be told; its declaration aside. */
export function referencesTo(holder: Holder, within: SyntaxNode, file: CSharpFile): readonly SyntaxNode[] {
  return identifiersNamed(holder.name, file).filter((node) => contains(within, node) && stands(node, holder, file));
}

function stands(node: SyntaxNode, holder: Holder, file: CSharpFile): boolean {
  const { parent, field } = node;
  // Of a declaration, an argument or a member; that of `this` is the holder.
  if (field === 'name') {
    const isOfThis = parent?.kind === 'member_access_expression' && childInRole(parent, 'expression')?.kind === 'this';
    return holder.isMember && isOfThis;
  }
  const binding = bindingInScope(holder.name, node, rootOf(node), file.text);
  if (binding === null) return holder.isMember;
  if (binding.kind === 'run-time') return !holder.isMember;
  return (binding.kind === 'local' ? binding.declarator : binding.node).start === holder.declaration.start;
}
