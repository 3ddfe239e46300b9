import { ancestors, type SyntaxNode } from '../../syntax/csharp/node.ts';
import type { ClientConfiguration } from './configuration.ts';

/** One of several ways through an `if` or a `switch`. */
export interface Branch {
  /** Where the statement begins in the file. */
  readonly statement: number;
  readonly way: string;
}

/** The ways that lead to a node. */
export function branchesTo(node: SyntaxNode): readonly Branch[] {
  const branches: Branch[] = [];
  let inner = node;
  for (const outer of ancestors(node)) {
    if (outer.kind === 'if_statement' && inner.field !== 'condition') {
      branches.push({ statement: outer.start, way: inner.field ?? '' });
    }
    if (outer.kind === 'switch_section' && outer.parent !== null) {
      branches.push({ statement: outer.parent.start, way: String(outer.start) });
    }
    inner = outer;
  }
  return branches;
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
  return takesAnotherWay(one, other) || returnsBefore(one, other) || returnsBefore(other, one);
}

/** What a loop repeats may go another way the next time. */
function isRepeated({ conditions }: ClientConfiguration): boolean {
  return conditions.some(({ text }) => /^(?:for|foreach|while|do)\b/.test(text));
}

function takesAnotherWay(one: ClientConfiguration, other: ClientConfiguration): boolean {
  return one.branches.some(({ statement, way }) =>
    other.branches.some((branch) => branch.statement === statement && branch.way !== way),
  );
}

/** `if (a) { one; return; } other;` */
function returnsBefore(one: ClientConfiguration, other: ClientConfiguration): boolean {
  return one.conditions.some(({ text }) => other.conditions.some((condition) => condition.text === `!(${text})`));
}
