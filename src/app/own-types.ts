import { containerOf } from '../syntax/csharp/declaration.ts';
import type { CSharpFile } from '../syntax/csharp/file.ts';
import type { SyntaxNode } from '../syntax/csharp/node.ts';
import { type CSharpProject, typesNamed } from '../syntax/csharp/project.ts';
import type { Import } from './imports.ts';

/**
 * Whether a simple name means a type of the app's own: one of a namespace around the place, whatever is imported, or one
 * that the file imports. One that the app declares elsewhere takes nothing from a library's of the same name.
 */
export function meansOwnType(
  name: string,
  place: SyntaxNode,
  file: CSharpFile,
  project: CSharpProject,
  imported: readonly Import[],
): boolean {
  const around = containerOf(place, file.text);
  const namespaces = imported.flatMap(({ kind, target }) => (kind === 'namespace' ? [target] : []));
  return typesNamed(project, name).some(({ container }) => {
    const isAround = container === '' || around === container || around.startsWith(`${container}.`);
    return isAround || namespaces.includes(container);
  });
}
