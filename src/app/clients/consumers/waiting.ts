import { childInRole, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';

/** What becomes of a task. */
export type Waiting =
  | { readonly kind: 'await' | 'blocks'; readonly node: SyntaxNode }
  /** Not waited for where it is made; `task` is the whole expression that it is. */
  | { readonly kind: 'none'; readonly task: SyntaxNode };

export function waitingFor(call: SyntaxNode, text: string): Waiting {
  let task = call;
  for (;;) {
    const { parent } = task;
    if (parent?.kind === 'await_expression') return { kind: 'await', node: parent };
    const member = memberOn(task, text);
    if (member?.name === 'Result' && member.call === null) return { kind: 'blocks', node: member.access };
    const next = passedBy(task) ?? (member?.name === 'ConfigureAwait' ? member.call : null);
    if (member?.name === 'GetAwaiter' && member.call !== null) {
      const result = memberOn(member.call, text);
      if (result?.name === 'GetResult' && result.call !== null) return { kind: 'blocks', node: result.call };
    }
    if (next === null) return { kind: 'none', task: call };
    task = next;
  }
}

/** Parentheses and `!` around it. */
function passedBy({ parent }: SyntaxNode): SyntaxNode | null {
  const isBare = parent?.kind === 'parenthesized_expression' || parent?.kind === 'postfix_unary_expression';
  return isBare ? parent : null;
}

interface MemberUse {
  readonly name: string;
  readonly access: SyntaxNode;
  readonly call: SyntaxNode | null;
}

function memberOn(expression: SyntaxNode, text: string): MemberUse | null {
  const access = expression.parent;
  const name = access?.kind === 'member_access_expression' ? childInRole(access, 'name') : null;
  if (!access || name === null) return null;
  const call = access.parent?.kind === 'invocation_expression' ? access.parent : null;
  return { name: textOf(name, text), access, call };
}
