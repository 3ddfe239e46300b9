import { enclosures } from '../../../syntax/csharp/enclosing.ts';
import { descendantsOfKind, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { isTypeParameter } from './type-parameter.ts';

/** What a call stands in that keeps a rewrite of it from being read off the call. */
export type Surrounding = 'switch' | 'generic-helper';

export function surroundingsOf(call: SyntaxNode, text: string): readonly Surrounding[] {
  const isInSwitch = enclosures(call, text).some(
    ({ kind, node }) => kind === 'switch' || node.kind === 'switch_expression',
  );
  const isGeneric = [...descendantsOfKind(call, 'identifier')].some((name) =>
    isTypeParameter(textOf(name, text), name, text),
  );
  return [...(isInSwitch ? ['switch' as const] : []), ...(isGeneric ? ['generic-helper' as const] : [])];
}
