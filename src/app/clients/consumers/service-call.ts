import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { argumentFor, type Invocation, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, contains, descendantsOfKind, type SyntaxNode } from '../../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../../syntax/csharp/project.ts';
import type { TokenUse } from '../../../words/token-uses.ts';
import { isInExpressionTree } from './lambda-target.ts';
import { type ResponseUse, readResponse } from './response.ts';
import { scopeOf } from './scope-argument.ts';
import { scopeAskedFor, useOfExchange } from './service-arguments.ts';
import type { TokenCall } from './token-call.ts';
import { isDropped, type Waited } from './token-result.ts';
import { waitingFor } from './waiting.ts';

/** Calls of the service that become one call of the built-in client, and what goes or changes beside it. */
export interface ServiceCall extends Omit<ResponseUse, 'result'> {
  readonly call: TokenCall;
  /** Both calls, where a token was asked for and then exchanged. */
  readonly reads: readonly SyntaxNode[];
}

/** A call of `GetToken`, with the exchange of its token, or why it must be rewritten by hand. */
export function readServiceCall(
  node: SyntaxNode,
  exchanges: readonly SyntaxNode[],
  file: CSharpFile,
  project: CSharpProject,
): ServiceCall | TokenUse {
  const invocation = readInvocation(node, file.text);
  if (invocation?.name !== 'GetToken') return 'unknown-call';
  if (isInExpressionTree(node, file, project)) return 'expression-tree';
  const scope = scopeAskedFor(invocation, file, project);
  if (typeof scope === 'string') return scope;
  const waiting = waitingFor(node, file.text);
  if (waiting.kind === 'none') return 'task-kept';
  const exchange = exchanges.find((other) => isTokenOf(other, waiting, file));
  const whole = exchange ?? node;
  if (hasComment(whole, scope)) return 'commented';
  const named = exchange ? readInvocation(exchange, file.text) : invocation;
  const outcome = exchange ? ofExchange(exchange, file) : ofWaited(waiting, exchanges, file);
  if (typeof outcome === 'string') return outcome;
  if (named === null) return 'unknown-call';
  return {
    ...outcome,
    call: {
      exchange: exchange !== undefined || outcome.exchange !== null,
      name: { start: named.nameNode.start, end: named.nameNode.end },
      scope: scopeOf(scope, { droppedFrom: whole }, file, project),
      result: outcome.result,
    },
    reads: [node, ...(exchange ? [exchange] : []), ...(outcome.exchange ? [outcome.exchange] : [])],
  };
}

/** Among the arguments that go. */
function hasComment(call: SyntaxNode, scope: SyntaxNode): boolean {
  const list = childInRole(call, 'arguments');
  return list !== null && [...descendantsOfKind(list, 'comment')].some((comment) => !contains(scope, comment));
}

/** `ExchangeToAltinnToken(await service.GetToken(…), environment)` */
function isTokenOf(exchange: SyntaxNode, { node }: Waited, { text }: CSharpFile): boolean {
  const argument = argumentFor(readInvocation(exchange, text)?.arguments ?? [], 'tokenResponse', 0);
  return (
    argument !== null &&
    contains(argument.value, node) &&
    node.start - argument.value.start === argument.value.end - node.end
  );
}

function ofExchange(exchange: SyntaxNode, file: CSharpFile): ResponseUse | TokenUse {
  const invocation: Invocation | null = readInvocation(exchange, file.text);
  const use = invocation && useOfExchange(invocation, file.text);
  if (use !== null) return use;
  const waiting = waitingFor(exchange, file.text);
  return waiting.kind === 'none' ? 'task-kept' : ofWaited(waiting, [], file);
}

function ofWaited(waited: Waited, exchanges: readonly SyntaxNode[], file: CSharpFile): ResponseUse | TokenUse {
  if (isDropped(waited.node, file.text)) {
    return { result: { kind: 'dropped' }, texts: [], statements: [], exchange: null };
  }
  return readResponse(waited, exchanges, file);
}
