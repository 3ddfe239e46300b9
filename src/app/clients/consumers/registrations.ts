import type { FileRange } from '../../../location.ts';
import { chainAround } from '../../../syntax/csharp/chain.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { contains } from '../../../syntax/csharp/node.ts';
import { dottedName } from '../../../syntax/csharp/using.ts';
import { clientIds } from '../client-id.ts';
import type { NameSources } from '../external/package-names.ts';
import type { OldClient } from './consumer.ts';
import { means, mentionsOf } from './library-type.ts';
import { oldClients } from './read-consumers.ts';
import { roleOf } from './role.ts';
import { distinctCalls, rangeOf, type ServicesCall, servicesCall } from './services-call.ts';

/** `AddMaskinportenJwkTokenProvider("secret")` */
export interface ProviderRegistration extends ServicesCall {
  /** null when it is computed. */
  readonly secret: string | null;
}

/** `AddHttpClient<IMaskinportenService, MaskinportenService>()` and its like, by the app itself. */
export interface ClientRegistration {
  readonly client: OldClient;
  readonly at: FileRange;
  /** The name of the class that is registered; null for one that is made by a lambda. */
  readonly implementation: string | null;
  /** How to take it away; null where what it returns is used for something else. */
  readonly removal: { readonly kind: 'call' | 'statement'; readonly at: FileRange } | null;
}

export function readProviderRegistrations(sources: NameSources): readonly ProviderRegistration[] {
  const type = { ...oldClients['token-provider'], name: 'MaskinportenExtensions' };
  return distinctCalls(registeringProvider, sources).flatMap(({ file, invocation }) => {
    const { receiver, arguments: args } = invocation;
    const isStatic = args.length === 2;
    const [secret] = args.slice(-1);
    const isImported = means(type.name, type, sources.imports.of(file));
    const isQualified = receiver !== null && means(dottedName(receiver, file.text), type, sources.imports.of(file));
    if (secret === undefined || (!isImported && !isQualified)) return [];
    const name = evaluateString(secret.value, file, sources.project);
    return [
      {
        ...servicesCall(invocation, invocation.nameNode, isStatic ? 'static' : 'extension', file),
        secret: name.kind === 'known' ? name.value : null,
      },
    ];
  });
}

export const registeringProvider = 'AddMaskinportenJwkTokenProvider';

/** One for each, in their order. */
export function providerIds(registrations: readonly ProviderRegistration[], appPath: string): readonly string[] {
  const texts = registrations.map(({ at, secret }) => {
    return { kind: 'token-provider', method: registeringProvider, file: at.file, text: secret ?? '' };
  });
  return clientIds(texts, appPath);
}

export function readClientRegistrations(client: OldClient, sources: NameSources): readonly ClientRegistration[] {
  return mentionsOf(oldClients[client], sources).flatMap((mention) => {
    const role = roleOf(mention);
    const { file, written } = mention;
    const invocation = role.kind === 'registered' ? readInvocation(role.call, file.text) : null;
    const [service, implementation] = invocation?.typeArguments ?? [];
    if (!invocation || service === undefined || !contains(service, written)) return [];
    return [
      {
        client,
        at: rangeOf(written, file),
        implementation: implementation ? dottedName(implementation, file.text) : null,
        removal: removalOf(invocation, file),
      },
    ];
  });
}

/** A client's builder is not the services: with it goes all that is said to it, when that is the whole statement. */
function removalOf(invocation: Invocation, file: CSharpFile): ClientRegistration['removal'] {
  if (invocation.name !== 'AddHttpClient') return { kind: 'call', at: rangeOf(invocation, file) };
  const chain = chainAround(invocation.node, file.text);
  const [first] = chain?.links ?? [];
  const statement = chain?.node.parent;
  const isWhole = first?.nameNode === invocation.nameNode && statement?.kind === 'expression_statement';
  return isWhole ? { kind: 'statement', at: rangeOf(statement, file) } : null;
}
