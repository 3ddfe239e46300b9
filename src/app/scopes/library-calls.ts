import type { FileRange } from '../../location.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import { distinctCalls, rangeOf } from '../clients/consumers/services-call.ts';
import type { NameSources } from '../clients/external/package-names.ts';

/** `AddEFormidlingServices2` is one of the kind; an extension of the app's own is read where it leads. */
export function callsFrom(prefix: string, files: readonly CSharpFile[], sources: NameSources): readonly FileRange[] {
  const names = files.flatMap((file) =>
    nodesOfKind(file, 'invocation_expression').flatMap((node) => readInvocation(node, file.text)?.name ?? []),
  );
  const meant = [...new Set(names)].filter((name) => name.startsWith(prefix));
  return meant.flatMap((name) =>
    distinctCalls(name, sources).map(({ invocation, file }) => rangeOf(invocation.nameNode, file)),
  );
}
