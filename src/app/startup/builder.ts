import { functionKinds, lambdaKinds } from '../../syntax/csharp/enclosing.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { ancestors, childInRole, closest, hasModifier, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { rootOf } from '../../syntax/csharp/project.ts';
import type { ExecutedCall } from './execution.ts';
import { startOf } from './start-of.ts';

/** The local that holds the `WebApplicationBuilder`. */
export interface BuilderLocal {
  readonly name: string;
  readonly declarator: SyntaxNode;
  readonly file: CSharpFile;
}

export function builderLocal(executed: readonly ExecutedCall[]): BuilderLocal | null {
  const made = executed.find(
    (call) => startOf(call) === 'web-application' && call.invocation.name !== 'CreateApplicationBuilder',
  );
  const declarator = made && closest(made.invocation.node, 'variable_declarator', 'expression_statement');
  const name = declarator?.kind === 'variable_declarator' ? childInRole(declarator, 'name') : null;
  return made && declarator && name ? { name: textOf(name, made.file.text), declarator, file: made.file } : null;
}

/** Whether the builder's name means it at a place of the code: a parameter may shadow it, and what is static sees no locals. */
export function seesBuilder({ name, declarator, file }: BuilderLocal, place: SyntaxNode, at: CSharpFile): boolean {
  if (at !== file) return false;
  const binding = bindingInScope(name, place, rootOf(place), file.text);
  return binding?.kind === 'local' && binding.declarator === declarator && !isSealedOff(place, binding.scope, file);
}

/** Whether `args` means what the app was started with. */
export function seesArguments(place: SyntaxNode, file: CSharpFile): boolean {
  const binding = bindingInScope('args', place, rootOf(place), file.text);
  return binding?.kind === 'parameter' && !isSealedOff(place, binding.scope, file);
}

function isSealedOff(place: SyntaxNode, scope: SyntaxNode, file: CSharpFile): boolean {
  for (const outer of ancestors(place)) {
    if (outer === scope) return false;
    const isFunction = functionKinds.includes(outer.kind) || lambdaKinds.includes(outer.kind);
    if (isFunction && hasModifier(outer, file.text, 'static')) return true;
  }
  return false;
}
