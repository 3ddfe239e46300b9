import type { FileRange } from '../../location.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import { childInRole, closest, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { wholeWord } from '../../syntax/csharp/project.ts';
import type { App } from '../app.ts';
import { type Callable, calledFunctions, nameOf } from '../startup/callable.ts';

/** Where a function of the app's own is named besides its declaration. */
export type FunctionReference =
  | { readonly kind: 'call'; readonly file: CSharpFile; readonly invocation: Invocation }
  /** Handed to a call as it stands, without being called. */
  | { readonly kind: 'passed'; readonly file: CSharpFile; readonly to: Invocation }
  | { readonly kind: 'other'; readonly at: FileRange };

type Code = Pick<App, 'sources' | 'workspace'>;

export function referencesTo(
  { declaration, file }: Callable,
  { sources, workspace }: Code,
): readonly FunctionReference[] {
  const name = nameOf(declaration, file.text);
  const isLocal = declaration.kind === 'local_function_statement';
  const files = isLocal ? [file] : sources.filesMentioning(name, wholeWord(name));
  const inCode = files.flatMap((one) =>
    nodesOfKind(one, 'identifier')
      .filter((node) => textOf(node, one.text).replace(/^@/, '') === name && !isNameOf(node, declaration, file, one))
      .map((node) => referenceAt(node, one, declaration, sources)),
  );
  if (isLocal) return inCode;
  const own = new Set(sources.paths);
  const candidates = workspace.files.filter((path) => /\.(cs|csx|razor|cshtml)$/i.test(path));
  const outside = workspace.filesWithAny([name], candidates).flatMap((path): readonly FunctionReference[] => {
    // Tests and other projects are no part of the app, and are not followed.
    if (own.has(path) && sources.file(path) !== null) return [];
    const read = workspace.read(path);
    // What cannot be read may call it.
    if (read.kind !== 'text') return [{ kind: 'other', at: { file: path, start: 0, end: 0 } }];
    const found = wholeWord(name).exec(read.source.text);
    return found ? [{ kind: 'other', at: { file: path, start: found.index, end: found.index + name.length } }] : [];
  });
  return [...inCode, ...outside];
}

function isNameOf(node: SyntaxNode, declaration: SyntaxNode, declaring: CSharpFile, file: CSharpFile): boolean {
  return file === declaring && childInRole(declaration, 'name')?.start === node.start;
}

function referenceAt(
  node: SyntaxNode,
  file: CSharpFile,
  declaration: SyntaxNode,
  sources: App['sources'],
): FunctionReference {
  const call = closest(node, 'invocation_expression');
  const invocation = call && readInvocation(call, file.text);
  if (invocation?.nameNode.start === node.start) {
    const [only, ...others] = calledFunctions(invocation, file, sources);
    const isMeant = only?.declaration.start === declaration.start && others.length === 0;
    if (isMeant) return { kind: 'call', file, invocation };
  }
  if (invocation?.arguments.some(({ value }) => value.start === node.start && value.end === node.end)) {
    return { kind: 'passed', file, to: invocation };
  }
  return { kind: 'other', at: { file: file.path, start: node.start, end: node.end } };
}
