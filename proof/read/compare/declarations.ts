import { membersOf, typesIn } from '../../../src/syntax/csharp/declaration.ts';
import type { CSharpFile } from '../../../src/syntax/csharp/file.ts';
import { usingsOf } from '../../../src/syntax/csharp/using.ts';
import { type Compared, compare, type Saying } from '../difference.ts';
import type { SyntaxFacts } from '../facts.ts';
import { aloneWith, area, type OwnView } from '../view.ts';

export function compareDeclarations(view: OwnView, facts: SyntaxFacts): readonly Compared[] {
  const file = aloneWith(view);
  const types = typesIn(file);
  return [
    compared(
      'usings',
      file,
      usingsOf(file).map(({ node, kind, global, alias, target }) => ({
        at: area(node),
        says: `${kind}${global ? ' global' : ''} ${alias} ${target}`,
      })),
      facts.usings.map(({ at, sort, global, alias, target }) => ({
        at,
        says: `${sort}${global ? ' global' : ''} ${alias} ${target}`,
      })),
    ),
    compared(
      'types',
      file,
      types.map(({ node, name, container, bases }) => ({ at: area(node), says: `${container} ${name}: ${bases}` })),
      facts.types.map(({ at, name, container, bases }) => ({ at, says: `${container} ${name}: ${bases}` })),
    ),
    compared(
      'members',
      file,
      types.flatMap(membersOf).map(({ node, name, kind, isStatic, typeName, initializer }) => ({
        at: area(node),
        says: `${kind}${isStatic ? ' static' : ''} ${typeName} ${name} = ${initializer && area(initializer)}`,
      })),
      facts.members.map((member) => ({
        at: member.at,
        says: `${member.sort}${member.static ? ' static' : ''} ${member.type} ${member.name} = ${member.value}`,
      })),
    ),
  ];
}

/** A name in the middle of which `#if` stands is read with all its branches. */
function compared(
  sort: string,
  { path, conditionals }: CSharpFile,
  ours: readonly Saying[],
  theirs: readonly Saying[],
): Compared {
  const isWhole = ({ at: [start, end] }: Saying) => !conditionals.some((one) => start <= one.start && one.end <= end);
  return compare(sort, path, ours.filter(isWhole), theirs.filter(isWhole));
}
