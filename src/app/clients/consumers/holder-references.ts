import { membersOf, readType } from '../../../syntax/csharp/declaration.ts';
import { typeKinds } from '../../../syntax/csharp/enclosing.ts';
import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { ancestors, childInRole, closest, contains, type SyntaxNode } from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';
import type { Holder } from './holder.ts';
import { identifiersNamed, plainName } from './identifiers.ts';

/** Where the holder is named below the node, as far as can be told; its declaration aside. */
export function referencesTo(holder: Holder, within: SyntaxNode, file: CSharpFile): readonly SyntaxNode[] {
  return identifiersNamed(holder.name, file).filter((node) => contains(within, node) && stands(node, holder, file));
}

function stands(node: SyntaxNode, holder: Holder, file: CSharpFile): boolean {
  // Of a declaration, an argument or a member; that of `this` is the holder.
  if (node.field === 'name') return holder.isMember && isOfThis(node, holder);
  const binding = bindingInScope(holder.name, node, rootOf(node), file.text);
  if (binding === null) return holder.isMember && !isHidden(node, holder, file);
  if (binding.kind === 'run-time') return !holder.isMember;
  return (binding.kind === 'local' ? binding.declarator : binding.node).start === holder.declaration.start;
}

function isOfThis(node: SyntaxNode, { declaration }: Holder): boolean {
  const { parent } = node;
  const isMember = parent?.kind === 'member_access_expression' && childInRole(parent, 'expression')?.kind === 'this';
  return isMember && closest(node, ...typeKinds) === closest(declaration, ...typeKinds);
}

/** A class within may have a member of the same name. */
function isHidden(node: SyntaxNode, { name, declaration }: Holder, file: CSharpFile): boolean {
  const within = [...ancestors(node)].filter(
    (outer) => typeKinds.includes(outer.kind) && !contains(outer, declaration),
  );
  return within.some((type) => membersOf(readType(type, file)).some((member) => plainName(member.name) === name));
}
