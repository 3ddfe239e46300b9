import { writesTo } from '../../../syntax/csharp/evaluate/writes.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, closest, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { rootOf, typesNamed } from '../../../syntax/csharp/project.ts';
import { externalNamespaces } from '../package-surface.ts';
import type { SectionPath } from '../section-path.ts';
import type { ProjectSources } from './package-names.ts';

/** Where members that no code sets have their values from: a section, or nowhere, as code made the object. */
export type UnsetMembers = SectionPath | { readonly kind: 'made' };

/** A class of the app's own may have values for them. */
export function unsetMembersOf(creation: SyntaxNode, file: CSharpFile, { project }: ProjectSources): UnsetMembers {
  const declaration = closest(creation, 'variable_declaration');
  const type = childInRole(creation, 'type') ?? (declaration && childInRole(declaration, 'type'));
  const name = type === null ? '' : textOf(type, file.text).replace(/^.*[.:]/s, '');
  return name !== '' && typesNamed(project, name).length > 0 ? { kind: 'unknown' } : { kind: 'made' };
}

const packageMethods = externalNamespaces.flatMap(({ names }) => names);

/** Whether code that this use hands the object to may set more of it, or the use does so itself. */
export function maySetMore(use: SyntaxNode, file: CSharpFile): boolean {
  const { parent } = use;
  if (parent?.kind === 'with_expression') return false;
  if (parent?.kind === 'member_access_expression') return parent.field === 'function' || isWritten(parent, file);
  const call = parent?.kind === 'argument' && parent.parent?.parent;
  const invocation = call ? readInvocation(call, file.text) : null;
  return invocation === null || !packageMethods.includes(invocation.name);
}

function isWritten(access: SyntaxNode, { text }: CSharpFile): boolean {
  const name = childInRole(access, 'name');
  return name !== null && writesTo(textOf(name, text), rootOf(access), text).some(({ target }) => target === access);
}
