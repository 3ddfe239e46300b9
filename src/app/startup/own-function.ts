import { functionKinds, typeKinds } from '../../syntax/csharp/enclosing.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import {
  ancestors,
  childOfKind,
  closest,
  contains,
  hasModifier,
  type SyntaxNode,
  textOf,
} from '../../syntax/csharp/node.ts';
import { type CSharpProject, wholeWord } from '../../syntax/csharp/project.ts';
import { nameOf } from './callable.ts';

/** The name of the app's own function that a place stands in; null for statements outside all functions. */
export function functionNameAround(place: SyntaxNode, { text }: CSharpFile): string | null {
  const declaration = functionAround(place);
  return declaration && nameOf(declaration, text);
}

function functionAround(place: SyntaxNode): SyntaxNode | null {
  return [...ancestors(place)].find(({ kind }) => functionKinds.includes(kind)) ?? null;
}

interface Mention {
  readonly node: SyntaxNode;
  readonly file: CSharpFile;
}

/** Where else the name of a function stands in code, as far as that may mean it; declarations by the name aside. */
function mentionsOf(declaration: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly Mention[] {
  const name = nameOf(declaration, file.text);
  if (name === '') return [];
  const isLocal = declaration.kind === 'local_function_statement';
  const files = isLocal ? [file] : project.filesMentioning(name, wholeWord(name));
  return files.flatMap((one) =>
    nodesOfKind(one, 'identifier')
      .filter((node) => textOf(node, one.text) === name)
      .filter((node) => !(node.field === 'name' && node.parent && functionKinds.includes(node.parent.kind)))
      .filter((node) => one !== file || !contains(declaration, node))
      .map((node) => ({ node, file: one })),
  );
}

/** Nobody keeps more code that nothing calls. */
const mostDead = 200;

/**
 * Whether nothing can bring the app to a place: a function of its own that no code names, or only code in such functions.
 * The entry point and what the framework calls by its name are not of that kind.
 */
export function isLeftOver(place: SyntaxNode, file: CSharpFile, project: CSharpProject): boolean {
  const dead = new Set<string>();
  const pending: Mention[] = [{ node: place, file }];
  for (const mention of pending) {
    const declaration = functionAround(mention.node);
    if (declaration === null || dead.size > mostDead) return false;
    const key = `${mention.file.path} ${declaration.start}`;
    if (dead.has(key)) continue;
    if (nameOf(declaration, mention.file.text) === '' || mayBeCalledFromOutside(declaration, mention.file.text)) {
      return false;
    }
    dead.add(key);
    pending.push(...mentionsOf(declaration, mention.file, project));
  }
  return true;
}

const calledFromOutside = ['Main', 'ConfigureServices', 'Configure', 'ConfigureContainer', 'CreateHostBuilder'];

/** By the framework: it makes objects, calls what an interface or a base class tells it of, and a few by their names. */
function mayBeCalledFromOutside(declaration: SyntaxNode, text: string): boolean {
  if (declaration.kind === 'local_function_statement') return false;
  if (declaration.kind !== 'method_declaration' || calledFromOutside.includes(nameOf(declaration, text))) return true;
  if (hasModifier(declaration, text, 'static') || hasModifier(declaration, text, 'private')) return false;
  const type = closest(declaration, ...typeKinds);
  return type === null || childOfKind(type, 'base_list') !== null;
}
