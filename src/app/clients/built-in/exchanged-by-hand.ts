import { type CSharpFile, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { textOf } from '../../../syntax/csharp/node.ts';

const texts = ['string_literal', 'verbatim_string_literal', 'raw_string_literal', 'interpolated_string_expression'];
/** Where Altinn exchanges tokens, below `…/authentication/api/v1/`. */
const exchangeAddress = /\bexchange\/maskinporten\b/i;

/** Whether the file itself sends tokens to be exchanged. */
export function exchangesByHand(file: CSharpFile): boolean {
  return (
    exchangeAddress.test(file.text) &&
    nodesOfKind(file, ...texts).some((node) => exchangeAddress.test(textOf(node, file.text)))
  );
}
