import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { SyntaxNode } from '../../../syntax/csharp/node.ts';
import type { TokenUse } from '../../../words/token-uses.ts';
import { accessOf, type GoingStatement, type NewText, referencesTo, tokensOf } from './access-token.ts';
import { exchangeOf } from './exchanged-local.ts';
import type { TokenResult } from './token-call.ts';
import { inParentheses, localSetTo, responseType, stringType, used, type Waited } from './token-result.ts';

/** What the code does with the package's `TokenResponse`, of which only the token is left. */
export interface ResponseUse {
  readonly result: TokenResult;
  /** `response.AccessToken`, which is the token itself now. */
  readonly texts: readonly NewText[];
  readonly statements: readonly GoingStatement[];
  /** The call that exchanges it later on. */
  readonly exchange: SyntaxNode | null;
}

export function readResponse(
  waited: Waited,
  exchanges: readonly SyntaxNode[],
  file: CSharpFile,
): ResponseUse | TokenUse {
  const access = accessOf(waited.node, file.text);
  if (access !== null) {
    const local = localSetTo(access, stringType, file);
    const result = used(waited, access, local && { type: local.type }, file.text);
    return result ? { result, texts: [], statements: [], exchange: null } : 'commented';
  }
  const value = inParentheses(waited.node);
  const local = localSetTo(value, responseType, file);
  if (local === null) return 'response-used';
  const result = used(waited, value, { type: local.type }, file.text);
  if (result === null) return 'commented';
  const references = referencesTo(local.declarator, file);
  const tokens = tokensOf(references, file);
  if (tokens !== null) return { result, texts: tokens, statements: [], exchange: null };
  const exchanged = exchangeOf(local.declarator, references, exchanges, file);
  return typeof exchanged === 'string' ? exchanged : { result, ...exchanged };
}
