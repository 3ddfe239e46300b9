import { type Invocation, readInvocation } from './invocation.ts';
import type { SyntaxNode } from './node.ts';

/** A fluent chain: what it starts from, then every call in the order it runs. */
export interface Chain {
  /** The expression before the first call's dot; null when the chain starts with a call by bare name. */
  readonly start: SyntaxNode | null;
  readonly links: readonly Invocation[];
  /** The node of the whole chain. */
  readonly node: SyntaxNode;
}

/** The whole chain that a call stands in, links after it included. */
export function chainAround(call: SyntaxNode, text: string): Chain | null {
  return chainEndingAt(outermostLink(call), text);
}

function outermostLink(call: SyntaxNode): SyntaxNode {
  let outermost = call;
  for (;;) {
    const access = outermost.parent;
    const isReceiver =
      (access?.kind === 'member_access_expression' && outermost.field === 'expression') ||
      (access?.kind === 'conditional_access_expression' && outermost.field === 'condition');
    const next = isReceiver ? access?.parent : null;
    if (next?.kind !== 'invocation_expression') return outermost;
    outermost = next;
  }
}

function chainEndingAt(node: SyntaxNode, text: string): Chain | null {
  const links: Invocation[] = [];
  let start: SyntaxNode | null = node;
  while (start?.kind === 'invocation_expression') {
    const invocation = readInvocation(start, text);
    if (invocation === null) break;
    links.unshift(invocation);
    start = invocation.receiver;
  }
  return links.length === 0 ? null : { start, links, node };
}
