import type { FileRange } from '../../../location.ts';
import { initializerOf } from '../../../syntax/csharp/declaration.ts';
import type { LocalBinding } from '../../../syntax/csharp/evaluate/bindings.ts';
import { writesToBinding } from '../../../syntax/csharp/evaluate/local.ts';
import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { namedChildren, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';

/**
 * The declaration of the local that holds the settings object itself. The package keeps the object that it is given, so
 * registrations that are given the same one share it; of a section each makes its own.
 */
export function settingsObjectIn(settings: SyntaxNode, file: CSharpFile): FileRange | null {
  const seen = new Set<SyntaxNode>();
  for (let local = localIn(settings, file); local !== null && !seen.has(local.declarator); ) {
    const { declarator } = local;
    seen.add(declarator);
    const initializer = initializerOf(declarator);
    const isWritten = writesToBinding(local, { node: declarator, root: rootOf(declarator), file }).length > 0;
    if (initializer === null || isWritten) return null;
    const value = unwrapped(initializer);
    if (isNew(value, file)) return { file: file.path, start: declarator.start, end: declarator.end };
    local = localIn(value, file);
  }
  return null;
}

function localIn(expression: SyntaxNode, file: CSharpFile): LocalBinding | null {
  const node = unwrapped(expression);
  if (node.kind !== 'identifier') return null;
  const binding = bindingInScope(textOf(node, file.text), node, rootOf(node), file.text);
  return binding?.kind === 'local' ? binding : null;
}

/** Without what only tells the compiler something. */
function unwrapped(node: SyntaxNode): SyntaxNode {
  const children = namedChildren(node);
  switch (node.kind) {
    case 'parenthesized_expression':
    case 'postfix_unary_expression':
    case 'as_expression':
    case 'binary_expression':
      return children[0] ? unwrapped(children[0]) : node;
    case 'cast_expression': {
      const value = children.at(-1);
      return value ? unwrapped(value) : node;
    }
    default:
      return node;
  }
}

/** `new MaskinportenSettings()`, `section.Get<MaskinportenSettings>()`, `other with { … }` */
function isNew(value: SyntaxNode, file: CSharpFile): boolean {
  const news = ['object_creation_expression', 'implicit_object_creation_expression', 'with_expression'];
  return news.includes(value.kind) || readInvocation(value, file.text)?.name === 'Get';
}
