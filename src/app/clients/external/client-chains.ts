import { chainAround } from '../../../syntax/csharp/chain.ts';
import { initializerOf } from '../../../syntax/csharp/declaration.ts';
import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { identifiersBelow } from '../../../syntax/csharp/identifiers.ts';
import type { Invocation } from '../../../syntax/csharp/invocation.ts';
import { closest, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, callsNamed, rootOf } from '../../../syntax/csharp/project.ts';
import type { RegisteredClient } from './registered-client.ts';

/** A chain of calls that sets up an `HttpClient`, or a part of it. */
export interface ClientChain {
  readonly node: SyntaxNode;
  readonly file: CSharpFile;
}

/** Everything that is said to one client: in the chain of the call, through its builder, and where it is registered again. */
export function chainsOf(
  call: Invocation,
  client: RegisteredClient | null,
  file: CSharpFile,
  project: CSharpProject,
): readonly ClientChain[] {
  const own = chainFrom(call.node, file);
  const others = client === null ? [] : registrationsOf(client, project);
  const all = [own, ...throughBuilder(own.node, file), ...others];
  return all.filter((one, index) => all.findIndex(({ node }) => node === one.node) === index);
}

function chainFrom(node: SyntaxNode, file: CSharpFile): ClientChain {
  return { node: chainAround(node, file.text)?.node ?? node, file };
}

/** The other statements with the local that the chain starts from, or that it is put into. */
function throughBuilder(chain: SyntaxNode, file: CSharpFile): readonly ClientChain[] {
  const start = chainAround(chain, file.text)?.start;
  const declarator = chain.parent?.kind === 'variable_declarator' ? chain.parent : null;
  const name = declarator?.children[0] ?? (start?.kind === 'identifier' ? start : null);
  const binding = name ? bindingInScope(textOf(name, file.text), name, rootOf(name), file.text) : null;
  if (binding?.kind !== 'local') return [];
  const uses = identifiersBelow(binding.scope, binding.name, file.text).filter(
    (node) =>
      node.parent !== binding.declarator && bindingInScope(binding.name, node, rootOf(node), file.text) === binding,
  );
  const said = uses.flatMap((node) => {
    const call = closest(node, 'invocation_expression', 'argument_list');
    return call?.kind === 'invocation_expression' ? [chainFrom(call, file)] : [];
  });
  const initializer = initializerOf(binding.declarator);
  return initializer?.kind === 'invocation_expression' ? [chainFrom(initializer, file), ...said] : said;
}

function registrationsOf(client: RegisteredClient, project: CSharpProject): readonly ClientChain[] {
  return [...callsNamed(project, 'AddHttpClient'), ...callsNamed(project, 'AddMaskinportenHttpClient')]
    .filter(({ invocation, file }) => isFor(client, invocation, file, project))
    .map(({ invocation, file }) => chainFrom(invocation.node, file));
}

function isFor(client: RegisteredClient, call: Invocation, file: CSharpFile, project: CSharpProject): boolean {
  if (client.kind === 'typed') {
    return call.typeArguments.some((type) => client.types.includes(textOf(type, file.text)));
  }
  const { name } = client;
  return (
    name.kind === 'known' &&
    call.arguments.some(({ value }) => {
      const given = evaluateString(value, file, project);
      return given.kind === 'known' && given.value === name.value;
    })
  );
}
