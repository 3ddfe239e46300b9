import type { FileRange, Range } from '../../../location.ts';
import { functionKinds } from '../../../syntax/csharp/enclosing.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { Invocation } from '../../../syntax/csharp/invocation.ts';
import { closest, type SyntaxNode } from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';
import { conditionsFor, orderOf, runsOf } from '../circumstances.ts';
import { readDefinitionType } from './definition-type.ts';
import type { ExternalSources } from './external-sources.ts';
import type { ExternalCall } from './registration.ts';
import { surroundingsOf } from './surrounding.ts';

/** What is read of every call of the package in the same way. */
export function readExternalCall(
  invocation: Invocation,
  receiver: SyntaxNode | null,
  file: CSharpFile,
  sources: ExternalSources,
): ExternalCall {
  const at = (range: Range): FileRange => ({ file: file.path, start: range.start, end: range.end });
  const [definition = invocation.nameNode] = invocation.typeArguments;
  const runs = runsOf(invocation, file, sources.executed);
  return {
    method: invocation.name,
    at: at(invocation.nameNode),
    call: at(invocation),
    receiver: receiver && at(receiver),
    function: at(closest(invocation.node, ...functionKinds) ?? rootOf(invocation.node)),
    definition: readDefinitionType(definition, file, sources),
    conditions: conditionsFor(invocation, file, sources.project, runs),
    order: orderOf(runs, sources.executed),
    surroundings: surroundingsOf(invocation.node, file.text),
  };
}
