import type { FileRange } from '../../location.ts';
import { rangeIn } from '../../syntax/csharp/evaluate/place.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import { childInRole, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, functionDeclaration, rootOf } from '../../syntax/csharp/project.ts';
import { findCallables } from '../startup/callable.ts';
import type { Condition } from '../startup/condition.ts';
import type { ExecutedCall } from '../startup/execution.ts';
import { type AskedScopes, askedScopes, joined } from './built-in/asked-scopes.ts';
import { clientBuiltBy } from './built-in/authorized-client.ts';
import { authorizingParts, takesScopes } from './built-in/authorizing-call.ts';
import { conditionsFor, runsOf } from './circumstances.ts';
import { usesOf } from './external/client-uses.ts';
import type { RegisteredClient } from './external/registered-client.ts';

/** A call of the built-in client's authorisation of an `HttpClient`, in either spelling. */
export interface AuthorizationUse {
  readonly name: AuthorizingMethod;
  readonly exchange: boolean;
  readonly spelling: 'american' | 'british';
  /** The name. */
  readonly at: FileRange;
  /** What must hold for it to happen. */
  readonly conditions: readonly Condition[];
  /** null for the name without a call. */
  readonly request: AuthorizationRequest | null;
}

export interface AuthorizationRequest {
  readonly asked: AskedScopes;
  /** What is authorised; null where that cannot be told. */
  readonly client: RegisteredClient | null;
  /** Where that is asked for. */
  readonly calls: readonly FileRange[];
  /** From where its chain starts. */
  readonly call: FileRange;
}

export type AuthorizingMethod = keyof typeof authorizingMethods;

export const authorizingMethods = {
  UseMaskinportenAuthorization: { exchange: false, spelling: 'american' },
  UseMaskinportenAltinnAuthorization: { exchange: true, spelling: 'american' },
  UseMaskinportenAuthorisation: { exchange: false, spelling: 'british' },
  UseMaskinportenAltinnAuthorisation: { exchange: true, spelling: 'british' },
} as const;

function isAuthorizingMethod(name: string): name is AuthorizingMethod {
  return Object.hasOwn(authorizingMethods, name);
}

export function readAuthorizationUses(
  files: readonly CSharpFile[],
  project: CSharpProject,
  executed: readonly ExecutedCall[],
): readonly AuthorizationUse[] {
  return files.flatMap((file) => [...calls(file, project, executed), ...methodGroups(file, project)]);
}

function calls(
  file: CSharpFile,
  project: CSharpProject,
  executed: readonly ExecutedCall[],
): readonly AuthorizationUse[] {
  return nodesOfKind(file, 'invocation_expression').flatMap((node) => {
    const invocation = readInvocation(node, file.text);
    if (!invocation || !isAuthorizingMethod(invocation.name) || !takesScopes(invocation, file)) return [];
    if (findCallables(invocation, file, project).length > 0) return [];
    const { builder, scopes } = authorizingParts(invocation, file);
    const root = rootOf(node);
    const client = builder && clientBuiltBy(builder, file, project);
    return [
      {
        name: invocation.name,
        ...authorizingMethods[invocation.name],
        at: rangeIn(file, invocation.nameNode),
        conditions: conditionsFor(invocation, file, project, runsOf(invocation, file, executed)),
        request: {
          asked: joined(scopes.map(({ value }) => askedScopes({ node: value, root, file }, project))),
          client,
          calls: usesOf(client, project),
          call: rangeIn(file, invocation),
        },
      },
    ];
  });
}

/** The name without a call: `clients.ForEach(X.UseMaskinportenAuthorisation)` or inside `nameof`. */
function methodGroups(file: CSharpFile, project: CSharpProject): readonly AuthorizationUse[] {
  return nodesOfKind(file, 'identifier').flatMap((node) => {
    const name = textOf(node, file.text);
    const access = node.parent?.kind === 'member_access_expression' && node.field === 'name' ? node.parent : node;
    const isCalled = access.parent?.kind === 'invocation_expression' && access.field === 'function';
    const isMember = access !== node && !isCalled;
    if (!isMember || !isAuthorizingMethod(name) || declaresFunction(name, project)) return [];
    return [{ name, ...authorizingMethods[name], at: rangeIn(file, node), conditions: [], request: null }];
  });
}

function declaresFunction(name: string, project: CSharpProject): boolean {
  return project.filesMentioning(name, functionDeclaration(name)).some((file) =>
    nodesOfKind(file, 'method_declaration').some((method) => {
      const declared = childInRole(method, 'name');
      return declared !== null && textOf(declared, file.text) === name;
    }),
  );
}
