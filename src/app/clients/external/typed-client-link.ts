import { chainAround } from '../../../syntax/csharp/chain.ts';
import { type CSharpFile, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { contains, textOf } from '../../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../../syntax/csharp/project.ts';
import { placesNaming } from './client-uses.ts';
import type { RegisteredClient } from './registered-client.ts';
import type { TypedClientLink } from './registration.ts';

/** The `AddTypedClient<I, C>()` that follows a registration of `C` directly. */
export function typedClientAfter(
  registration: Invocation,
  client: RegisteredClient | null,
  file: CSharpFile,
  project: CSharpProject,
): TypedClientLink | null {
  const access = registration.node.parent;
  const outer = access?.kind === 'member_access_expression' ? access.parent : null;
  const next = outer?.kind === 'invocation_expression' ? readInvocation(outer, file.text) : null;
  if (next?.name !== 'AddTypedClient' || next.receiver !== registration.node || next.arguments.length > 0) return null;
  const types = next.typeArguments.map((type) => textOf(type, file.text));
  const [service, implementation] = types;
  const registered = client?.kind === 'typed' && client.types.length === 1 ? client.types[0] : null;
  if (service === undefined || implementation === undefined || implementation !== registered) return null;
  const isOnly = otherTypedClients(next, file) === 0;
  return {
    types,
    end: next.end,
    folds: isOnly && isWantedAs(service, implementation, registration, next, file, project),
  };
}

function otherTypedClients(link: Invocation, file: CSharpFile): number {
  const chain = chainAround(link.node, file.text)?.links ?? [];
  return chain.filter(({ name, start, end }) => name === 'AddTypedClient' && (start !== link.start || end !== link.end))
    .length;
}

/** Only as the interface: folding drops the registration of the class, and names the client after the interface. */
function isWantedAs(
  service: string,
  implementation: string,
  registration: Invocation,
  link: Invocation,
  file: CSharpFile,
  project: CSharpProject,
): boolean {
  const isHere = ({ node, file: other }: { node: { start: number; end: number }; file: CSharpFile }) =>
    other.path === file.path && contains({ start: registration.nameNode.start, end: link.end }, node);
  if (placesNaming(implementation, project).some((place) => !isHere(place))) return false;
  return !namesInText(service, project) && !namesInText(implementation, project);
}

/** A client can be asked for, or configured, by the name of its type. */
function namesInText(type: string, project: CSharpProject): boolean {
  return project
    .filesMentioning(`"${type}"`)
    .some((file) => nodesOfKind(file, 'string_literal').some((node) => textOf(node, file.text) === `"${type}"`));
}
