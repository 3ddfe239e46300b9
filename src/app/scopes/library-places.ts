import type { FileRange } from '../../location.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { childInRole, closest, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { typesNamed } from '../../syntax/csharp/project.ts';
import { rangeOf } from '../clients/consumers/services-call.ts';
import type { NameSources } from '../clients/external/package-names.ts';
import { onlyKnownLibraries } from '../imports.ts';
import { meansOwnType } from '../own-types.ts';

/** A type of Altinn's libraries, or one member of it. */
interface LibraryName {
  readonly name: string;
  /** What the namespace of the type begins with. */
  readonly namespace: string;
  readonly member: string | null;
}

/** Where code names it; a comment, a `using` and a type of the app's own by that name do not. */
export function placesNaming(
  library: LibraryName,
  files: readonly CSharpFile[],
  sources: NameSources,
): readonly FileRange[] {
  const places = files.flatMap((file) =>
    nodesOfKind(file, 'identifier')
      .filter((node) => textOf(node, file.text) === library.name && isMeant(node, library, file, sources))
      .map((node) => rangeOf(node, file)),
  );
  return [...new Map(places.map((place) => [`${place.file} ${place.start}`, place])).values()];
}

function isMeant(node: SyntaxNode, library: LibraryName, file: CSharpFile, sources: NameSources): boolean {
  if (closest(node, 'using_directive') !== null || isDeclaration(node)) return false;
  const whole = qualified(node);
  const { parent } = whole;
  const member = parent?.kind === 'member_access_expression' ? childInRole(parent, 'name') : null;
  if (library.member !== null && (member === null || textOf(member, file.text) !== library.member)) return false;
  return isOfLibrary(node, whole, library, file, sources);
}

function isDeclaration({ parent, field }: SyntaxNode): boolean {
  return field === 'name' && parent !== null && /(_declaration|_declarator|^parameter)$/.test(parent.kind);
}

/** With the namespace that stands before it. */
function qualified(node: SyntaxNode): SyntaxNode {
  const { parent, field } = node;
  const isLast = field === 'name' && ['qualified_name', 'member_access_expression'].includes(parent?.kind ?? '');
  return isLast && parent !== null ? parent : node;
}

function isOfLibrary(
  node: SyntaxNode,
  whole: SyntaxNode,
  { name, namespace }: LibraryName,
  file: CSharpFile,
  { project, imports }: NameSources,
): boolean {
  const imported = imports.of(file);
  if (whole !== node) {
    const before = file.text.slice(whole.start, node.start).replace(/^global::|(?<![\s.])[\s.]+$/g, '');
    const alias = imported.find((one) => one.alias === before);
    return isWithin(alias?.target ?? before, namespace);
  }
  const isImported = imported.some(({ kind, target }) => kind === 'namespace' && isWithin(target, namespace));
  const isDeclared = typesNamed(project, name).length > 0;
  if (isDeclared) return isImported && !meansOwnType(name, node, file, project, imported);
  return isImported || onlyKnownLibraries(imported);
}

function isWithin(namespace: string, outer: string): boolean {
  return namespace === outer || namespace.startsWith(`${outer}.`);
}
