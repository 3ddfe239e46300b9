import type { FileRange } from '../../location.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import { textOf } from '../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import { findCallables } from '../startup/callable.ts';

/** A call of the built-in client's authorisation of an `HttpClient`, in either spelling. */
export interface AuthorizationUse {
  readonly name: AuthorizingMethod;
  readonly exchange: boolean;
  readonly spelling: 'american' | 'british';
  readonly at: FileRange;
}

export type AuthorizingMethod = keyof typeof authorizingMethods;

export const authorizingMethods = {
  UseMaskinportenAuthorization: { exchange: false, spelling: 'american' },
  UseMaskinportenAltinnAuthorization: { exchange: true, spelling: 'american' },
  UseMaskinportenAuthorisation: { exchange: false, spelling: 'british' },
  UseMaskinportenAltinnAuthorisation: { exchange: true, spelling: 'british' },
} as const;

export function isAuthorizingMethod(name: string): name is AuthorizingMethod {
  return Object.hasOwn(authorizingMethods, name);
}

export function readAuthorizationUses(
  files: readonly CSharpFile[],
  project: CSharpProject,
): readonly AuthorizationUse[] {
  return files.flatMap((file) => [...calls(file, project), ...methodGroups(file)]);
}

function calls(file: CSharpFile, project: CSharpProject): readonly AuthorizationUse[] {
  return nodesOfKind(file, 'invocation_expression').flatMap((node) => {
    const invocation = readInvocation(node, file.text);
    if (!invocation || !isAuthorizingMethod(invocation.name) || !isLibraryCall(invocation)) return [];
    if (findCallables(invocation, file, project).length > 0) return [];
    return [useOf(invocation.name, file, invocation.nameNode)];
  });
}

/** Another package has methods of these names that take an array of scopes, or nothing. */
function isLibraryCall(invocation: Invocation): boolean {
  const arrays = ['collection_expression', 'array_creation_expression', 'implicit_array_creation_expression'];
  const [first, ...rest] = invocation.arguments;
  return first !== undefined && !(rest.length === 0 && arrays.includes(first.value.kind));
}

/** The name without a call: `clients.ForEach(X.UseMaskinportenAuthorisation)` or inside `nameof`. */
function methodGroups(file: CSharpFile): readonly AuthorizationUse[] {
  return nodesOfKind(file, 'identifier').flatMap((node) => {
    const name = textOf(node, file.text);
    const access = node.parent?.kind === 'member_access_expression' && node.field === 'name' ? node.parent : node;
    const isCalled = access.parent?.kind === 'invocation_expression' && access.field === 'function';
    const isMember = access !== node && !isCalled;
    return isMember && isAuthorizingMethod(name) ? [useOf(name, file, node)] : [];
  });
}

function useOf(name: AuthorizingMethod, file: CSharpFile, at: { start: number; end: number }): AuthorizationUse {
  return { name, ...authorizingMethods[name], at: { file: file.path, start: at.start, end: at.end } };
}
