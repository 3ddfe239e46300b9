import type { Range } from '../../../location.ts';
import { declaratorsOf, type VariableDeclaration } from '../declaration.ts';
import { childOfKind, type SyntaxNode } from '../node.ts';

/** The declarations of which every name goes. */
export function wholeDeclarations(locals: readonly VariableDeclaration[]): readonly SyntaxNode[] {
  return [...new Set(locals.map(({ statement }) => statement))].filter(
    (statement) => declaratorsIn(statement).length === declaratorsGoing(statement, locals).length,
  );
}

/** The ranges that take single names out of `T a = …, b = …;`, each with one comma. */
export function namesOutOf(statement: SyntaxNode, locals: readonly VariableDeclaration[]): readonly Range[] {
  const all = declaratorsIn(statement);
  const going = declaratorsGoing(statement, locals);
  const firstKept = all.findIndex((declarator) => !going.includes(declarator));
  return all.flatMap((declarator, index) => {
    if (!going.includes(declarator)) return [];
    const neighbour = all[index < firstKept ? index + 1 : index - 1];
    if (neighbour === undefined) return [];
    return index < firstKept
      ? [{ start: declarator.start, end: neighbour.start }]
      : [{ start: neighbour.end, end: declarator.end }];
  });
}

function declaratorsIn(statement: SyntaxNode): readonly SyntaxNode[] {
  const variables = childOfKind(statement, 'variable_declaration');
  return variables ? declaratorsOf(variables) : [];
}

function declaratorsGoing(statement: SyntaxNode, locals: readonly VariableDeclaration[]): readonly SyntaxNode[] {
  return locals.filter((local) => local.statement === statement).map((local) => local.declarator);
}
