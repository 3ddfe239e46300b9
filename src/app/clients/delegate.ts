import { initializerOf } from '../../syntax/csharp/declaration.ts';
import { lambdaKinds, typeKinds } from '../../syntax/csharp/enclosing.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { ancestors, childInRole, namedChildren, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, membersNamed, rootOf, type TypePart, typesNamed } from '../../syntax/csharp/project.ts';
import { usingsOf } from '../../syntax/csharp/using.ts';

/** Whether an argument is code to be run later: a lambda, a method, or something that holds one. */
export function isDelegate(value: SyntaxNode, file: CSharpFile, project: CSharpProject): boolean {
  const { text } = file;
  if (lambdaKinds.includes(value.kind)) return true;
  switch (value.kind) {
    case 'parenthesized_expression':
    case 'cast_expression': {
      const inner = namedChildren(value).at(-1);
      return inner !== undefined && isDelegate(inner, file, project);
    }
    case 'object_creation_expression':
      return isDelegateType(childInRole(value, 'type'), text);
    case 'identifier':
      return isDelegateName(value, file, project);
    case 'member_access_expression': {
      const [owner, name] = [childInRole(value, 'expression'), childInRole(value, 'name')];
      const types = owner ? typesBefore(owner, file, project) : [];
      return name !== null && types.some((type) => hasDelegate(type, textOf(name, text)));
    }
    default:
      return false;
  }
}

function isDelegateType(type: SyntaxNode | null, text: string): boolean {
  return type !== null && isDelegateTypeName(textOf(type, text));
}

function isDelegateTypeName(type: string): boolean {
  return /^(global::)?(System\.)?(Action|Func)\b/.test(type);
}

function isDelegateName(identifier: SyntaxNode, file: CSharpFile, project: CSharpProject): boolean {
  const name = textOf(identifier, file.text);
  const binding = bindingInScope(name, identifier, rootOf(identifier), file.text);
  if (binding?.kind === 'parameter') return isDelegateType(childInRole(binding.node, 'type'), file.text);
  if (binding?.kind === 'local') {
    const type = binding.declarator.parent && childInRole(binding.declarator.parent, 'type');
    const initializer = initializerOf(binding.declarator);
    if (isDelegateType(type, file.text)) return true;
    return initializer !== null && initializer.end <= identifier.start && isDelegate(initializer, file, project);
  }
  if (binding !== null) return false;
  const isLocalFunction = nodesOfKind(file, 'local_function_statement').some(
    (node) => nameOf(node, file.text) === name,
  );
  return isLocalFunction || typesInSight(identifier, file, project).some((type) => hasDelegate(type, name));
}

/** The types around a place, and those whose members the file imports. */
function typesInSight(node: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly TypePart[] {
  const around = [...ancestors(node)]
    .filter(({ kind }) => typeKinds.includes(kind))
    .map((type) => nameOf(type, file.text));
  const imported = usingsOf(file).flatMap(({ kind, target }) => (kind === 'static' ? [lastSegment(target)] : []));
  return [...around, ...imported].flatMap((name) => typesNamed(project, name));
}

function typesBefore(owner: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly TypePart[] {
  if (owner.kind === 'this' || owner.kind === 'base') return typesInSight(owner, file, project);
  return typesNamed(project, lastSegment(textOf(owner, file.text)));
}

function hasDelegate(type: TypePart, name: string): boolean {
  const { text } = type.file;
  const members = childInRole(type.node, 'body')?.children ?? [];
  const isMethod = members.some((node) => node.kind === 'method_declaration' && nameOf(node, text) === name);
  return isMethod || membersNamed([type], name).some(({ declaration }) => isDelegateTypeName(declaration.typeName));
}

function nameOf(declaration: SyntaxNode, text: string): string {
  const name = childInRole(declaration, 'name');
  return name ? textOf(name, text) : '';
}

function lastSegment(name: string): string {
  return name.split('.').at(-1)?.trim() ?? '';
}
