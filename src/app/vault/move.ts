import type { FileRange } from '../../location.ts';
import { rangeIn } from '../../syntax/csharp/evaluate/place.ts';
import { contains, namedChildren, type SyntaxNode } from '../../syntax/csharp/node.ts';
import { listAround } from '../../syntax/csharp/statement.ts';
import type { WiringObstacle } from '../../words/wiring-obstacles.ts';
import type { ExecutedCall } from '../startup/execution.ts';
import { effectOf } from './effect.ts';

/** How a wiring that stands before the host comes to stand behind it. */
export type WiringMove =
  | {
      readonly kind: 'movable';
      /** The call with the `if` that holds nothing else. */
      readonly statement: FileRange;
      /** The statement that leads to the host. */
      readonly behind: FileRange;
    }
  | { readonly kind: 'by-hand'; readonly because: WiringObstacle };

export function readMove(wiring: ExecutedCall, host: ExecutedCall): WiringMove {
  const effect = effectOf(wiring, null);
  if (effect === null) return { kind: 'by-hand', because: 'part-of-more' };
  const statement = withEmptied(effect.statement);
  const chain = [...host.through, host].filter(({ file }) => file === effect.file);
  // What stands in one `if` with it, without braces, is the `else`.
  const list = statement.parent?.kind === 'if_statement' ? [] : listAround(statement);
  const behind = list.find(
    (one) => one.start >= statement.end && chain.some(({ invocation }) => contains(one, invocation)),
  );
  if (behind === undefined) {
    return { kind: 'by-hand', because: isBranch(statement) ? 'shares-condition' : 'different-functions' };
  }
  return { kind: 'movable', statement: rangeIn(effect.file, statement), behind: rangeIn(effect.file, behind) };
}

/** With the `if` around it that has no `else` and holds nothing else. */
function withEmptied(statement: SyntaxNode): SyntaxNode {
  const { parent } = statement;
  if (parent?.kind === 'block' && parent.parent?.kind === 'if_statement') {
    return isAllOf(parent.parent) && namedChildren(parent).length === 1 ? withEmptied(parent.parent) : statement;
  }
  return parent?.kind === 'if_statement' && isAllOf(parent) ? withEmptied(parent) : statement;
}

function isBranch({ parent }: SyntaxNode): boolean {
  return (parent?.kind === 'block' ? parent.parent : parent)?.kind === 'if_statement';
}

function isAllOf(condition: SyntaxNode): boolean {
  return !condition.children.some(({ field, kind }) => field === 'alternative' && kind !== 'comment');
}
