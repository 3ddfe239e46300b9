import { initializerOf } from '../../syntax/csharp/declaration.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import { childInRole, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../syntax/csharp/project.ts';
import { type SectionPath, sectionOf } from '../clients/section-path.ts';

const sectionMethods = ['GetSection', 'GetRequiredSection'];

/** The configuration, or a part of it, that an expression stands for; null for anything else, also for what was read from it. */
export function configurationAt(expression: SyntaxNode, file: CSharpFile, project: CSharpProject): SectionPath | null {
  const written = textOf(expression, file.text);
  const call = readInvocation(expression, file.text);
  if (call && sectionMethods.includes(call.name)) return sectionOf(expression, file, project);
  if (expression.kind === 'identifier') return configurationNamed(expression, file, project);
  return expression.kind === 'member_access_expression' && /Config(uration)?$/i.test(written) ? { kind: 'root' } : null;
}

function configurationNamed(name: SyntaxNode, file: CSharpFile, project: CSharpProject): SectionPath | null {
  const { text } = file;
  const written = textOf(name, text);
  const binding = bindingInScope(written, name, rootOf(name), text);
  if (binding === null) return /config/i.test(written) ? { kind: 'root' } : null;
  if (binding.kind === 'parameter') {
    const type = binding.node.kind === 'parameter' ? childInRole(binding.node, 'type') : null;
    const isConfiguration = type !== null && /^I?Configuration(Section|Root|Manager)?\??$/.test(textOf(type, text));
    return isConfiguration ? sectionOf(name, file, project) : null;
  }
  const initializer = binding.kind === 'local' ? initializerOf(binding.declarator) : null;
  return initializer && initializer.end <= name.start ? configurationAt(initializer, file, project) : null;
}
