import { ancestors, type SyntaxNode } from '../../syntax/csharp/node.ts';
import type { ClientConfiguration } from './configuration.ts';

/** One of the sections of a `switch`. */
export interface Branch {
  /** Where the `switch` and the section begin in the file. */
  readonly statement: number;
  readonly section: number;
}

/** The sections that lead to a node. */
export function branchesTo(node: SyntaxNode): readonly Branch[] {
  return [...ancestors(node)].flatMap((outer) =>
    outer.kind === 'switch_section' && outer.parent !== null
      ? [{ statement: outer.parent.start, section: outer.start }]
      : [],
  );
}

/** The other configurations that may run in the same start: each binds its section on top of the one before. */
export function stackedWith(
  configuration: ClientConfiguration,
  all: readonly ClientConfiguration[],
): readonly ClientConfiguration[] {
  return all.filter((other) => other !== configuration && !excludes(configuration, other));
}

function excludes(one: ClientConfiguration, other: ClientConfiguration): boolean {
  if (one.call.file !== other.call.file || isRepeated(one) || isRepeated(other)) return false;
  return takesAnotherSection(one, other) || holdsOtherwise(one, other) || holdsOtherwise(other, one);
}

/** What a loop repeats may go another way the next time. */
function isRepeated({ conditions }: ClientConfiguration): boolean {
  return conditions.some(({ text }) => /^(?:for|foreach|while|do)\b/.test(text));
}

function takesAnotherSection(one: ClientConfiguration, other: ClientConfiguration): boolean {
  return one.branches.some(({ statement, section }) =>
    other.branches.some((branch) => branch.statement === statement && branch.section !== section),
  );
}

/** `if (a) one; else other;` and `if (a) { one; return; } other;` */
function holdsOtherwise(one: ClientConfiguration, other: ClientConfiguration): boolean {
  return one.conditions.some(({ text }) => other.conditions.some((condition) => condition.text === `!(${text})`));
}
