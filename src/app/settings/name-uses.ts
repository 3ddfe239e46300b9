import { type CSharpFile, readCSharp } from '../../syntax/csharp/file.ts';
import { identifiersIn } from '../../syntax/csharp/identifiers.ts';
import { unlessTooDeep } from '../../syntax/csharp/nesting.ts';
import { childInRole, closest, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { typesNamed, wholeWord } from '../../syntax/csharp/project.ts';
import type { App } from '../app.ts';
import { isBelow } from '../msbuild/paths.ts';

/** What code calls by its name. */
interface Named {
  readonly name: string;
  /** The type that it is a static member of; empty for a local. */
  readonly type: string;
  /** Where alone it can be named; null where any code may. */
  readonly file: CSharpFile | null;
}

interface NameUse {
  readonly file: CSharpFile;
  readonly node: SyntaxNode;
}

type Code = Pick<App, 'workspace' | 'location' | 'sources'>;

/** Wherever the name may mean this one; unclear where something else than C# that can be parsed has it. */
export function usesOf(named: Named, code: Code): readonly NameUse[] | 'unclear' {
  if (named.file !== null) return usesIn(named.file, named, code);
  const { name } = named;
  const beside = filesBeside(name, code).map((path) => parsed(path, code));
  if (beside.includes(null)) return 'unclear';
  const files = [...code.sources.filesMentioning(name, wholeWord(name)), ...beside];
  return files.flatMap((file) => (file ? usesIn(file, named, code) : []));
}

/** Tests and tools of the repo; another app has its own. */
function filesBeside(name: string, { workspace, location, sources }: Code): readonly string[] {
  const others = location.neighbours.filter((other) => !isBelow(location.path, other));
  const known = new Set(sources.paths);
  const candidates = workspace.files.filter(
    (path) =>
      /\.(cs|csx|razor|cshtml)$/i.test(path) && !known.has(path) && !others.some((other) => isBelow(path, other)),
  );
  return workspace.filesWithAny([name], candidates).filter((path) => {
    const read = workspace.read(path);
    return read.kind !== 'text' || wholeWord(name).test(read.source.text);
  });
}

function parsed(path: string, { workspace }: Code): CSharpFile | null {
  const read = workspace.read(path);
  return read.kind === 'text' && /\.cs$/i.test(path) ? unlessTooDeep(readCSharp(path, read.source.text)) : null;
}

function usesIn(file: CSharpFile, named: Named, { sources }: Code): readonly NameUse[] {
  const nodes = [...identifiersIn(file, named.name), ...identifiersIn(file, `@${named.name}`)];
  return nodes
    .filter((node) => !isDeclared(node) && !isNamespace(node) && !isOfOther(node, file, named, sources))
    .map((node) => ({ file, node }));
}

/** Whatever is declared under the name, it does not use it. */
function isDeclared({ field, parent }: SyntaxNode): boolean {
  return field === 'name' && /^parameter$|_(declarator|declaration|statement)$/.test(parent?.kind ?? '');
}

/** No using and no namespace names a member. */
function isNamespace(node: SyntaxNode): boolean {
  if (closest(node, 'using_directive')) return true;
  const declaration = closest(node, 'namespace_declaration', 'file_scoped_namespace_declaration');
  const name = declaration && childInRole(declaration, 'name');
  return name !== null && name.start <= node.start && node.end <= name.end;
}

/** `Other.Name`, where that is another type of the app, and inherits from none. */
function isOfOther(
  { field, parent }: SyntaxNode,
  file: CSharpFile,
  { type }: Named,
  sources: Code['sources'],
): boolean {
  const holder = parent?.kind === 'member_access_expression' && field === 'name' ? parent : null;
  const expression = holder && childInRole(holder, 'expression');
  const last = expression && /(?<!\w)\w+$/.exec(textOf(expression, file.text))?.[0];
  if (!last || type === '') return false;
  const types = typesNamed(sources, last);
  return last !== type && types.length > 0 && types.every(({ bases }) => bases.length === 0);
}
