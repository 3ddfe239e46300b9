import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { Invocation } from '../../../syntax/csharp/invocation.ts';
import { textOf } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, typesNamed } from '../../../syntax/csharp/project.ts';
import type { Import, Imports } from '../../imports.ts';
import { findCallables } from '../../startup/callable.ts';
import { externalPackage } from '../package-surface.ts';
import { definitionTypes } from './definition-type.ts';

/** What constants, locals and functions are followed through. */
export interface ProjectSources {
  readonly project: CSharpProject;
}

/** What tells whose a name is. */
export interface NameSources extends ProjectSources {
  readonly imports: Imports;
}

/** Whether the file can name what is in the external package. */
export function importsExternal(file: CSharpFile, { imports }: NameSources): boolean {
  return imports.of(file).some(isExternal);
}

function isExternal({ target }: Import): boolean {
  return target === externalPackage || target.startsWith(`${externalPackage}.`);
}

/**
 * Whether a call by the name of one of the package's methods means the package's: other packages have methods of these
 * names without type arguments or with others, and what the app declares itself is read where it leads.
 */
export function isExternalCall(invocation: Invocation, file: CSharpFile, sources: NameSources): boolean {
  const { typeArguments, receiver } = invocation;
  if (typeArguments.length === 0 || findCallables(invocation, file, sources.project).length > 0) return false;
  const named = [...typeArguments, ...(receiver ? [receiver] : [])].map((node) => textOf(node, file.text));
  if (named.some((text) => text.includes(externalPackage))) return true;
  return importsExternal(file, sources) || named.some((name) => isDefinition(name, sources));
}

/** Its name says enough where the import was not found. */
function isDefinition(name: string, { project }: NameSources): boolean {
  return Object.hasOwn(definitionTypes, name) && typesNamed(project, name).length === 0;
}
