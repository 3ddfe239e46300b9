import { type CSharpFile, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { byKey, oncePerFile } from '../../../syntax/csharp/project.ts';

const byName = oncePerFile((file) =>
  byKey(nodesOfKind(file, 'identifier'), (node) => plainName(textOf(node, file.text))),
);

/** Every place in a file that says the name, in whatever view of it. */
export function identifiersNamed(name: string, file: CSharpFile): readonly SyntaxNode[] {
  return byName(file).get(name) ?? [];
}

/** `@event` and `event` are the same name. */
export function plainName(identifier: string): string {
  return identifier.replace('@', '');
}
