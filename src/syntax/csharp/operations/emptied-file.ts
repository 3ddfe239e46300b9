import { readCSharp } from '../file.ts';
import { childInRole, namedChildren, type SyntaxNode } from '../node.ts';

/** Whether nothing is left of a file but usings, namespaces and comments, and it held more than that before. */
export function isEmptiedFile(path: string, before: string, after: string): boolean {
  return isBare(path, after) && !isBare(path, before);
}

function isBare(path: string, text: string): boolean {
  const file = readCSharp(path, text);
  return file?.conditionals.length === 0 && file.views.every(({ root }) => !root.broken && holdsNothing(root));
}

function holdsNothing(node: SyntaxNode): boolean {
  return namedChildren(node).every((child) => {
    if (child.kind === 'using_directive') return true;
    if (child.kind === 'namespace_declaration') return holdsNothing(childInRole(child, 'body') ?? child);
    return child.kind === 'file_scoped_namespace_declaration';
  });
}
