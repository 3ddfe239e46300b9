import { type CSharpFile, nodesOfKind } from './file.ts';
import { descendantsOfKind, type SyntaxNode, textOf } from './node.ts';
import { byKey, oncePerFile } from './project.ts';

// Of one place many names are asked for.

type ByName = ReadonlyMap<string, readonly SyntaxNode[]>;

const inFile = oncePerFile((file): ByName => byKey(nodesOfKind(file, 'identifier'), (node) => textOf(node, file.text)));

/** The identifiers in any view of a file that are written so, each place once. */
export function identifiersIn(file: CSharpFile, name: string): readonly SyntaxNode[] {
  return inFile(file).get(name) ?? [];
}

const below = new WeakMap<SyntaxNode, ByName>();

/** Those below a node, in its view. */
export function identifiersBelow(scope: SyntaxNode, name: string, text: string): readonly SyntaxNode[] {
  const byName = below.get(scope) ?? byKey([...descendantsOfKind(scope, 'identifier')], (node) => textOf(node, text));
  below.set(scope, byName);
  return byName.get(name) ?? [];
}
