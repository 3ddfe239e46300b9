import type { FileRange } from '../../location.ts';
import { initializerOf } from '../../syntax/csharp/declaration.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { type Argument, type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import { childInRole, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, functionDeclaration, rootOf } from '../../syntax/csharp/project.ts';
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

function isAuthorizingMethod(name: string): name is AuthorizingMethod {
  return Object.hasOwn(authorizingMethods, name);
}

export function readAuthorizationUses(
  files: readonly CSharpFile[],
  project: CSharpProject,
): readonly AuthorizationUse[] {
  return files.flatMap((file) => [...calls(file, project), ...methodGroups(file, project)]);
}

function calls(file: CSharpFile, project: CSharpProject): readonly AuthorizationUse[] {
  return nodesOfKind(file, 'invocation_expression').flatMap((node) => {
    const invocation = readInvocation(node, file.text);
    if (!invocation || !isAuthorizingMethod(invocation.name) || !isLibraryCall(invocation, file)) return [];
    if (findCallables(invocation, file, project).length > 0) return [];
    return [useOf(invocation.name, file, invocation.nameNode)];
  });
}

const arrays = ['collection_expression', 'array_creation_expression', 'implicit_array_creation_expression'];

/** Another package has methods of these names that take an array of scopes, or nothing. */
function isLibraryCall(invocation: Invocation, file: CSharpFile): boolean {
  const [first, ...rest] = scopesOf(invocation, file);
  return first !== undefined && !(rest.length === 0 && isArray(first.value, file));
}

/** A static call begins with the client. */
function scopesOf({ receiver, arguments: all }: Invocation, file: CSharpFile): readonly Argument[] {
  const isTypeName = receiver?.kind === 'identifier' && /^[A-Z]/.test(textOf(receiver, file.text));
  return isTypeName && all[0]?.value.kind === 'identifier' ? all.slice(1) : all;
}

function isArray(value: SyntaxNode, file: CSharpFile): boolean {
  if (value.kind !== 'identifier') return arrays.includes(value.kind);
  const binding = bindingInScope(textOf(value, file.text), value, rootOf(value), file.text);
  const holder =
    binding?.kind === 'local' ? binding.declarator.parent : binding?.kind === 'parameter' ? binding.node : null;
  const type = holder && childInRole(holder, 'type');
  const initializer = binding?.kind === 'local' ? initializerOf(binding.declarator) : null;
  return type?.kind === 'array_type' || (initializer !== null && arrays.includes(initializer.kind));
}

/** The name without a call: `clients.ForEach(X.UseMaskinportenAuthorisation)` or inside `nameof`. */
function methodGroups(file: CSharpFile, project: CSharpProject): readonly AuthorizationUse[] {
  return nodesOfKind(file, 'identifier').flatMap((node) => {
    const name = textOf(node, file.text);
    const access = node.parent?.kind === 'member_access_expression' && node.field === 'name' ? node.parent : node;
    const isCalled = access.parent?.kind === 'invocation_expression' && access.field === 'function';
    const isMember = access !== node && !isCalled;
    if (!isMember || !isAuthorizingMethod(name) || declaresFunction(name, project)) return [];
    return [useOf(name, file, node)];
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

function useOf(name: AuthorizingMethod, file: CSharpFile, at: { start: number; end: number }): AuthorizationUse {
  return { name, ...authorizingMethods[name], at: { file: file.path, start: at.start, end: at.end } };
}
