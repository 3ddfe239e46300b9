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
  if (!isUnset(argumentFor(args, 'resource', 4), file.text)) return 'resource';
  if (!isUnset(argumentFor(args, 'consumerOrgNo', 5), file.text)) return 'consumer-org';
  if (!isFalse(argumentFor(args, 'disableCaching', 6), file.text)) return 'caching-disabled';
  return argumentFor(args, 'scope', 3)?.value ?? 'unknown-call';
}

/** What else than exchanging is asked of `ExchangeToAltinnToken`. */
export function useOfExchange({ arguments: args }: Invocation, text: string): TokenUse | null {
  if (!isUnset(argumentFor(args, 'userName', 2), text) || !isUnset(argumentFor(args, 'password', 3), text))
    return 'enterprise-user';
  if (!isFalse(argumentFor(args, 'disableCaching', 4), text)) return 'caching-disabled';
  return isFalse(argumentFor(args, 'isTestOrg', 5), text) ? null : 'test-org';
}

/** The package takes an empty text for none. */
function isUnset(argument: Argument | null, text: string): boolean {
  return (
    argument === null || /^(null!?|default|""|([Ss]tring|System\.String)\.Empty)$/.test(textOf(argument.value, text))
  );
}

function isFalse(argument: Argument | null, text: string): boolean {
  return argument === null || ['false', 'default'].includes(textOf(argument.value, text));
}
