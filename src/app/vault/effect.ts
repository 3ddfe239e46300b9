import { functionKinds, lambdaKinds } from '../../syntax/csharp/enclosing.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import { contains, descendants, type SyntaxNode } from '../../syntax/csharp/node.ts';
import type { ExecutedCall, PlacedCall } from '../startup/execution.ts';
import type { HostRestoration } from '../startup/host-restoration.ts';
import { bodyAround, takerOf, wholeOf } from '../startup/whole.ts';

/** What would be gone without a wiring. */
export interface Effect {
  readonly file: CSharpFile;
  readonly statement: SyntaxNode;
  /** The calls that lead to it, outermost first. */
  readonly through: readonly PlacedCall[];
}

/** The outermost statement that does nothing but to add the vault, through functions and lambdas of only that. */
export function effectOf(wiring: ExecutedCall, restoration: HostRestoration | null): Effect | null {
  let { file } = wiring;
  let call = wiring.invocation.node;
  const through = [...wiring.through];
  for (;;) {
    const whole = wholeOf(call);
    if (whole === null || doesMoreBefore(call, file)) return null;
    const body = whole.kind === 'body' ? bodyAround(whole.node) : bodyAround(whole.node.parent ?? whole.node);
    const isDedicated = whole.kind === 'body' || (body !== null && doesNothingElse(body, file, call, restoration));
    if (!isDedicated || body === null) return { file, statement: whole.node, through };
    const outer = lambdaKinds.includes(body.kind) ? takerOf(body) : null;
    if (outer !== null) {
      if (readInvocation(outer, file.text)?.name !== 'ConfigureAppConfiguration') return null;
      call = outer;
      continue;
    }
    const caller = through.pop();
    if (caller === undefined) return whole.kind === 'statement' ? { file, statement: whole.node, through } : null;
    ({ file } = caller);
    call = caller.invocation.node;
  }
}

/** `config.AddJsonFile(…).AddAzureKeyVault(…)` */
function doesMoreBefore(call: SyntaxNode, file: CSharpFile): boolean {
  const receiver = readInvocation(call, file.text)?.receiver;
  const links = receiver ? [receiver, ...descendants(receiver)] : [];
  return links.some((node) => {
    const name = readInvocation(node, file.text)?.name;
    return name !== undefined && !askingCalls.test(name);
  });
}

/** What wirings do on the way: they ask the configuration for the vault, and may say that they did. */
const askingCalls =
  /^(Build|GetSection|GetRequiredSection|Bind|Get|GetValue|IsNullOr(Empty|WhiteSpace)|Is(Development|Production|Staging|Environment)|Write(Line)?|Log\w+|Format|Concat|ToString|nameof)$/;

function doesNothingElse(
  body: SyntaxNode,
  file: CSharpFile,
  wiring: SyntaxNode,
  restoration: HostRestoration | null,
): boolean {
  if (restoration && restoration.at.file === file.path && contains(body, restoration.at)) {
    // The host comes back in it.
    if (functionKinds.includes(body.kind)) return false;
  }
  const replaced = restoration?.replaced.filter((one) => one.file === file.path) ?? [];
  return [...descendants(body)].every((node) => {
    if (node.kind !== 'invocation_expression' || contains(wiring, node)) return true;
    if (contains(node, wiring) || replaced.some((statement) => contains(statement, node))) return true;
    const name = readInvocation(node, file.text)?.name ?? '';
    return askingCalls.test(name);
  });
}
