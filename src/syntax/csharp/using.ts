import { type CSharpFile, nodesOfKind } from './file.ts';
import { childInRole, namedChildren, type SyntaxNode, textOf } from './node.ts';

export interface UsingDirective {
  readonly node: SyntaxNode;
  readonly kind: 'namespace' | 'static' | 'alias';
  readonly global: boolean;
  /** The alias of `using X = A.B;`, null otherwise. */
  readonly alias: string | null;
  /** What is imported, without spaces and `global::`. */
  readonly target: string;
}

/** Every name that is looked up asks for them. */
const known = new WeakMap<CSharpFile, readonly UsingDirective[]>();

export function usingsOf(file: CSharpFile): readonly UsingDirective[] {
  const usings = known.get(file) ?? readUsings(file);
  known.set(file, usings);
  return usings;
}

function readUsings(file: CSharpFile): readonly UsingDirective[] {
  return nodesOfKind(file, 'using_directive').flatMap((node) => {
    const alias = childInRole(node, 'name');
    const target = namedChildren(node).findLast((child) => child !== alias);
    if (target === undefined) return [];
    const keyword = (word: string) => node.children.some((child) => textOf(child, file.text) === word);
    return [
      {
        node,
        kind: alias ? ('alias' as const) : keyword('static') ? ('static' as const) : ('namespace' as const),
        global: keyword('global'),
        alias: alias && textOf(alias, file.text),
        target: dottedName(target, file.text),
      },
    ];
  });
}

/** `global :: A . B<C>` as `A.B<C>`, whatever comments and directives stand in between. */
export function dottedName(node: SyntaxNode, text: string): string {
  return textOf(node, text)
    .replace(/\/\*.*?(?:\*\/|$)|\/\/[^\n\r]*|(?<=[\n\r])[^\S\n\r]*#[^\n\r]*/gs, '')
    .replace(/\s+/g, '')
    .replace(/^global::/, '');
}
