import { type CSharpFile, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { closest, type SyntaxNode } from '../../../syntax/csharp/node.ts';
import { typesNamed, wholeWord } from '../../../syntax/csharp/project.ts';
import { dottedName } from '../../../syntax/csharp/using.ts';
import { type Import, onlyKnownLibraries } from '../../imports.ts';
import { meansOwnType } from '../../own-types.ts';
import type { NameSources } from '../external/package-names.ts';

/** A type of the app library or of the external package, which had it in several namespaces over its life. */
export interface LibraryType {
  readonly name: string;
  /** The namespace, or what all of them begin with. */
  readonly namespace: string;
}

/** A place in the code that names a type of a library. */
export interface Mention {
  readonly file: CSharpFile;
  /** The name as written, with what stands before its last dot and with its type arguments. */
  readonly written: SyntaxNode;
}

/** Every place outside usings where the app names the type. */
export function mentionsOf(type: LibraryType, sources: NameSources): readonly Mention[] {
  const { project } = sources;
  const mentioning = project.filesMentioning(type.name, wholeWord(type.name));
  const aliases = new Set(mentioning.flatMap((file) => aliasesFor(type, sources.imports.of(file))));
  const behindAlias = [...aliases].flatMap((alias) => project.filesMentioning(alias, wholeWord(alias)));
  return [...new Set([...mentioning, ...behindAlias])].flatMap((file) => mentionsIn(file, type, sources));
}

function mentionsIn(file: CSharpFile, type: LibraryType, sources: NameSources): readonly Mention[] {
  const imported = sources.imports.of(file);
  const names = [type.name, ...aliasesFor(type, imported)];
  return nodesOfKind(file, 'identifier').flatMap((node) => {
    if (!names.includes(dottedName(node, file.text))) return [];
    const written = wholeName(node);
    if (isDeclared(written) || closest(written, 'using_directive') !== null) return [];
    if (isAppsOwn(written, type, file, sources)) return [];
    return means(dottedName(written, file.text), type, imported) ? [{ file, written }] : [];
  });
}

/** What the app declares under the name is meant where it is in sight, or where no import brings the library's. */
function isAppsOwn(
  written: SyntaxNode,
  type: LibraryType,
  file: CSharpFile,
  { project, imports }: NameSources,
): boolean {
  const isSimple = withoutArguments(dottedName(written, file.text)) === type.name;
  if (!isSimple || typesNamed(project, type.name).length === 0) return false;
  const imported = imports.of(file);
  const isImported = imported.some(({ kind, target }) => kind === 'namespace' && isNamespaceOf(target, type));
  return !isImported || meansOwnType(type.name, written, file, project, imported);
}

const qualified = ['qualified_name', 'alias_qualified_name', 'member_access_expression'];

/** From an identifier to the name that it is a part of, with its type arguments. */
function wholeName(identifier: SyntaxNode): SyntaxNode {
  const named = identifier.parent?.kind === 'generic_name' ? identifier.parent : identifier;
  const { parent } = named;
  return parent && qualified.includes(parent.kind) ? parent : named;
}

const declaring = [
  'variable_declarator',
  'parameter',
  'method_declaration',
  'property_declaration',
  'local_function_statement',
];

function isDeclared({ parent, field }: SyntaxNode): boolean {
  return field === 'name' && declaring.includes(parent?.kind ?? '');
}

/** Whether a name, as written in a file with these imports, stands for the type. */
export function means(written: string, type: LibraryType, imported: readonly Import[]): boolean {
  const [first = '', ...rest] = withoutArguments(written).split(/\.|::/);
  const alias = imported.find((one) => one.alias === first);
  const name = [alias ? withoutArguments(alias.target) : first, ...rest].join('.');
  if (isFullName(name, type)) return true;
  if (name !== type.name) return false;
  return (
    imported.some(({ kind, target }) => kind === 'namespace' && isNamespaceOf(target, type)) ||
    isSpecific(type, imported)
  );
}

const specific = ['IMaskinportenTokenProvider', 'IMaskinportenService', 'MaskinportenExtensions'];

/** Nobody else has a type of this name; the package's settings and classes have namesakes. */
function isSpecific({ name }: LibraryType, imported: readonly Import[]): boolean {
  return specific.includes(name) && onlyKnownLibraries(imported);
}

function isFullName(name: string, type: LibraryType): boolean {
  const dot = name.lastIndexOf('.');
  const namespace = name.slice(0, Math.max(dot, 0));
  if (name.slice(dot + 1) !== type.name) return false;
  // Code in a namespace of Altinn's own may leave out the beginning.
  return isNamespaceOf(namespace, type) || type.namespace.endsWith(`.${namespace}`);
}

function isNamespaceOf(namespace: string, type: LibraryType): boolean {
  return namespace === type.namespace || namespace.startsWith(`${type.namespace}.`);
}

function aliasesFor(type: LibraryType, imported: readonly Import[]): readonly string[] {
  return imported.flatMap(({ alias, target }) =>
    alias !== null && isFullName(withoutArguments(target), type) ? [alias] : [],
  );
}

function withoutArguments(name: string): string {
  return name.replace(/<.*/s, '');
}
