import { initializerOf } from '../../../syntax/csharp/declaration.ts';
import type { UnknownReason } from '../../../syntax/csharp/evaluate/evaluation.ts';
import { writesToBinding } from '../../../syntax/csharp/evaluate/local.ts';
import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import { typesCalled } from '../../../syntax/csharp/evaluate/type-lookup.ts';
import { runtimeFullName } from '../../../syntax/csharp/evaluate/type-name.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, namedChildren, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { rootOf } from '../../../syntax/csharp/project.ts';
import { dottedName } from '../../../syntax/csharp/using.ts';
import type { NameSources } from './package-names.ts';
import { isTypeParameter } from './type-parameter.ts';

/** What a definition is registered under and a handler asks for. */
export type DefinitionKey =
  | { readonly kind: 'known'; readonly value: string }
  | { readonly kind: 'unknown'; readonly because: UnknownReason };

/** Where the arguments hold none. */
export const keyUnread: DefinitionKey = { kind: 'unknown', because: { code: 'computed', expression: '' } };

export function readKey(expression: SyntaxNode, file: CSharpFile, sources: NameSources): DefinitionKey {
  const text = evaluateString(expression, file, sources.project);
  if (text.kind === 'known') return { kind: 'known', value: text.value };
  return keyOfTypeName(expression, file, sources) ?? { kind: 'unknown', because: text.reason };
}

/** The package's own way of making a key of a client's type. */
export function keyOfType(type: SyntaxNode, file: CSharpFile, { project }: NameSources): DefinitionKey {
  const name = dottedName(type, file.text);
  if (isTypeParameter(name, type, file.text)) return { kind: 'unknown', because: { code: 'parameter', name } };
  const [declared, ...others] = typesCalled(name, { node: type, root: rootOf(type), file }, project);
  if (others.length > 0) return { kind: 'unknown', because: { code: 'ambiguous', name } };
  // Of a type that the app does not declare the key is not known, but that it is the same wherever it is written so.
  return { kind: 'known', value: declared ? runtimeFullName(declared) : name };
}

/** `typeof(T).FullName`, `GetClientDefinitionKey<T>()`, also behind `!` or a local. */
function keyOfTypeName(expression: SyntaxNode, file: CSharpFile, sources: NameSources): DefinitionKey | null {
  switch (expression.kind) {
    case 'postfix_unary_expression':
    case 'parenthesized_expression':
      return inner(namedChildren(expression)[0], file, sources);
    case 'binary_expression': {
      const operator = childInRole(expression, 'operator');
      const isFallback = operator !== null && textOf(operator, file.text) === '??';
      return isFallback ? inner(childInRole(expression, 'left'), file, sources) : null;
    }
    case 'member_access_expression': {
      const [owner, name] = [childInRole(expression, 'expression'), childInRole(expression, 'name')];
      const type = owner?.kind === 'typeof_expression' ? namedChildren(owner)[0] : undefined;
      return type && name && textOf(name, file.text) === 'FullName' ? keyOfType(type, file, sources) : null;
    }
    case 'invocation_expression': {
      const call = readInvocation(expression, file.text);
      const [type] = call?.typeArguments ?? [];
      return call?.name === 'GetClientDefinitionKey' && type ? keyOfType(type, file, sources) : null;
    }
    case 'identifier': {
      const place = { node: expression, root: rootOf(expression), file };
      const binding = bindingInScope(textOf(expression, file.text), expression, place.root, file.text);
      // What is declared further down, or by itself, is no C# yet, and may lead in a circle.
      if (binding?.kind !== 'local' || binding.declarator.end > expression.start) return null;
      if (writesToBinding(binding, place).length > 0) return null;
      return inner(initializerOf(binding.declarator), file, sources);
    }
    default:
      return null;
  }
}

function inner(node: SyntaxNode | null | undefined, file: CSharpFile, sources: NameSources): DefinitionKey | null {
  return node ? keyOfTypeName(node, file, sources) : null;
}
