import type { FileRange, Range } from '../../../../location.ts';
import { type Place, rangeIn } from '../../../../syntax/csharp/evaluate/place.ts';
import type { Invocation } from '../../../../syntax/csharp/invocation.ts';
import { childInRole, childOfKind, contains, descendantsOfKind } from '../../../../syntax/csharp/node.ts';
import { takenIn } from '../../../../syntax/csharp/types/null-marks.ts';
import { isNullable } from '../../../../syntax/csharp/types/written-type.ts';
import type { CodeTypes } from '../code-types.ts';

/** Other text for a range, which is empty where text is only added. */
export interface NewText {
  readonly at: FileRange;
  readonly text: string;
}

/** What a dot can follow without parentheses. */
const primary = [
  'identifier',
  'member_access_expression',
  'conditional_access_expression',
  'invocation_expression',
  'element_access_expression',
  'parenthesized_expression',
  'postfix_unary_expression',
  'default_expression',
];

/** What makes the text of the whole token out of an expression that is one. */
export function asValue(token: Place, code: CodeTypes): readonly NewText[] {
  const { node, file } = token;
  const accessor = isNull(token, code) ? '?.Value' : '.Value';
  const added = (at: number, text: string): NewText => ({ at: rangeIn(file, { start: at, end: at }), text });
  if (primary.includes(node.kind) && takenIn(node) === null) return [added(node.end, accessor)];
  return [added(node.start, '('), added(node.end, `)${accessor}`)];
}

/** `token.ToString()` as `token.Value`; null where a comment would be lost. */
export function asValueNotString(token: Place, call: Invocation, code: CodeTypes): readonly NewText[] | null {
  const { file, root } = token;
  const name: Range = { start: call.nameNode.start, end: call.end };
  if ([...descendantsOfKind(root, 'comment')].some((comment) => contains(name, comment))) return null;
  const value = { at: rangeIn(file, name), text: 'Value' };
  const callee = childInRole(call.node, 'function');
  const dot = callee?.kind === 'member_access_expression' ? childOfKind(callee, '.') : null;
  if (dot === null || !isNull(token, code)) return [value];
  return [{ at: rangeIn(file, { start: dot.start, end: dot.start }), text: '?' }, value];
}

/** Behind `a?.Token` the chain goes on: only what the last link itself may be decides. */
function isNull(token: Place, { types }: CodeTypes): boolean {
  const link = types.ofLink(token);
  return link !== null && isNullable(link);
}
