import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { type Argument, argumentFor, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { type CSharpProject, rootOf } from '../../../syntax/csharp/project.ts';
import type { FollowedClient } from '../consumers/following.ts';
import { type CredentialSource, sourceKey, unknownSource } from './credential-source.ts';
import { sourcesOf } from './read-source.ts';

/** What a class gives the package's service for it to ask with. */
export interface ServiceCredentials {
  /** The class: what cannot be told of two is not the same. */
  readonly within: string;
  /** Of the client ids; none where the class is given the service and asks for nothing. */
  readonly ids: readonly CredentialSource[];
  readonly keys: readonly CredentialSource[];
}

/** The calls that ask for a token; those that exchange one have no credentials. */
export function credentialsGiven(
  within: string,
  { calls, obstacles }: FollowedClient,
  file: CSharpFile,
  project: CSharpProject,
): ServiceCredentials {
  const asking = calls.flatMap((node) => {
    const call = readInvocation(node, file.text);
    return call?.name === 'ExchangeToAltinnToken' ? [] : [call];
  });
  const given = (what: 'id' | 'key', argument: Argument | null | undefined): readonly CredentialSource[] =>
    argument ? sourcesOf({ node: argument.value, root: rootOf(argument.value), file }, what, project) : [unknownSource];
  const read = asking.map((call) => {
    // `GetToken(definition)` and its overloads have three parameters at most, and tell nothing.
    const args = call?.name === 'GetToken' && call.arguments.length >= 5 ? call.arguments : [];
    const named = args.find(({ name }) => /^(cert|jwk|base64EncodedJWK)$/i.test(name ?? ''));
    const [first] = args;
    return {
      ids: given('id', argumentFor(args, 'clientId', 2)),
      keys: given('key', named ?? (first?.name === null ? first : null)),
    };
  });
  const ids = distinct(read.flatMap((one) => one.ids));
  const isLost = ids.length === 0 && obstacles.length > 0;
  return { within, ids: isLost ? [unknownSource] : ids, keys: distinct(read.flatMap(({ keys }) => keys)) };
}

function distinct(sources: readonly CredentialSource[]): readonly CredentialSource[] {
  return [...new Map(sources.map((source) => [sourceKey(source), source])).values()];
}
