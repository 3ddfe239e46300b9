import { functionKinds } from '../../../syntax/csharp/enclosing.ts';
import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import { ancestors, closest, contains, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';
import { scopesIn } from '../scopes.ts';
import type { NameSources } from './package-names.ts';
import type { RequestedScopes } from './requested-access.ts';
import type { SettingsMember } from './settings-member.ts';

/** The scopes that an expression stands for, and the C# that says them where the client is registered. */
export function readScope(
  { value, file }: SettingsMember,
  { project }: NameSources,
  registration: SyntaxNode,
): RequestedScopes {
  const evaluated = evaluateString(value, file, project);
  const expression = textOf(value, file.text);
  if (evaluated.kind === 'unknown') {
    const because = {
      code: 'computed',
      expression: expression.replace(/\s+/g, ' '),
      because: evaluated.reason,
    } as const;
    return { kind: 'unknown', because };
  }
  const isConstant = value.kind === 'identifier' || value.kind === 'member_access_expression';
  const isSaidByName = isConstant && meansTheSameAt(registration, value, file.text);
  return {
    kind: 'known',
    scopes: scopesIn(evaluated.value),
    expression: isSaidByName ? { text: expression, at: { file: file.path, start: value.start, end: value.end } } : null,
    from: 'code',
  };
}

/** A name of another function, of the delegate's own or of what comes later is not there where the client is registered. */
function meansTheSameAt(registration: SyntaxNode, value: SyntaxNode, text: string): boolean {
  if (functionAround(value) !== functionAround(registration)) return false;
  let start = value;
  for (
    let owner: SyntaxNode | undefined = value;
    owner?.kind === 'member_access_expression';
    owner = owner.children[0]
  ) {
    start = owner.children[0] ?? owner;
  }
  if (start.kind !== 'identifier') return true;
  const binding = bindingInScope(textOf(start, text), start, rootOf(start), text);
  if (binding === null) return true;
  if (binding.kind === 'local' && binding.declarator.start > registration.start) return false;
  return [...ancestors(registration)].some((outer) => contains(binding.scope, outer));
}

function functionAround(node: SyntaxNode): SyntaxNode {
  return closest(node, ...functionKinds) ?? rootOf(node);
}
