import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { type Argument, argumentFor, type Invocation } from '../../../syntax/csharp/invocation.ts';
import { type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../../syntax/csharp/project.ts';
import type { TokenUse } from '../../../words/token-uses.ts';
import { whyNotSigning } from './signing-key.ts';

/** The scope that `IMaskinportenService.GetToken` is asked for, or what of the call has no equivalent. */
export function scopeAskedFor(
  { arguments: args }: Invocation,
  file: CSharpFile,
  project: CSharpProject,
): SyntaxNode | TokenUse {
  // `GetToken(definition)` and its overloads have three parameters at most, those with a scope seven.
  if (args.length < 5) return 'definition';
  const keyUse = whyNotSigning(args, file, project);
  if (keyUse !== null) return keyUse;
  if (!isUnset(argumentFor(args, 'resource', 4))) return 'resource';
  if (!isUnset(argumentFor(args, 'consumerOrgNo', 5))) return 'consumer-org';
  if (!isFalse(argumentFor(args, 'disableCaching', 6), file.text)) return 'caching-disabled';
  return argumentFor(args, 'scope', 3)?.value ?? 'unknown-call';
}

/** What else than exchanging is asked of `ExchangeToAltinnToken`. */
export function useOfExchange({ arguments: args }: Invocation, text: string): TokenUse | null {
  if (!isUnset(argumentFor(args, 'userName', 2)) || !isUnset(argumentFor(args, 'password', 3)))
    return 'enterprise-user';
  if (!isFalse(argumentFor(args, 'disableCaching', 4), text)) return 'caching-disabled';
  return isFalse(argumentFor(args, 'isTestOrg', 5), text) ? null : 'test-org';
}

function isUnset(argument: Argument | null): boolean {
  return argument === null || ['null_literal', 'default_expression'].includes(argument.value.kind);
}

function isFalse(argument: Argument | null, text: string): boolean {
  return argument === null || ['false', 'default'].includes(textOf(argument.value, text));
}
