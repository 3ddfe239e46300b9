import { typeKinds } from '../../../syntax/csharp/enclosing.ts';
import { simpleName } from '../../../syntax/csharp/evaluate/type-lookup.ts';
import { type CSharpFile, isConditional, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { childInRole, closest, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, typesNamed, wholeWord } from '../../../syntax/csharp/project.ts';
import { dottedName } from '../../../syntax/csharp/using.ts';
import type { TokenUse } from '../../../words/token-uses.ts';

/** What keeps a class from getting its client in another type: others than the framework make it, or go on from it. */
export function useOfClass(
  type: SyntaxNode,
  isInjected: boolean,
  file: CSharpFile,
  project: CSharpProject,
): TokenUse | null {
  const nameNode = childInRole(type, 'name');
  if (nameNode === null) return null;
  const name = textOf(nameNode, file.text);
  if (isConditional(file, type)) return 'conditional-compilation';
  if (isInParts(name, type, project)) return 'partial-class';
  if (!isInjected) return null;
  const mentioning = project.filesMentioning(name, wholeWord(name));
  if (mentioning.some((other) => makes(name, other))) return 'made-by-hand';
  const isBase = mentioning.some((other) => namesBase(name, other));
  return isBase ? 'derived-class' : null;
}

/** One part by itself is what a source generator adds to. */
function isInParts(name: string, type: SyntaxNode, project: CSharpProject): boolean {
  const kind = type.kind;
  const places = typesNamed(project, name).filter(({ node }) => node.kind === kind);
  return new Set(places.map(({ file, node }) => `${file.path} ${node.start}`)).size > 1;
}

function makes(name: string, file: CSharpFile): boolean {
  const makers = nodesOfKind(file, 'object_creation_expression', 'implicit_object_creation_expression');
  return makers.some((node) => {
    const type = node.kind === 'object_creation_expression' ? childInRole(node, 'type') : declaredType(node);
    return type !== null && simpleName(dottedName(type, file.text)) === name;
  });
}

/** Of `T x = new(…);`, and of a method that returns `new(…)`. */
function declaredType(creation: SyntaxNode): SyntaxNode | null {
  const declaration = closest(
    creation,
    'variable_declaration',
    'property_declaration',
    'method_declaration',
    'local_function_statement',
    ...typeKinds,
  );
  return declaration && (childInRole(declaration, 'type') ?? childInRole(declaration, 'returns'));
}

function namesBase(name: string, file: CSharpFile): boolean {
  return nodesOfKind(file, 'base_list').some((list) =>
    list.children.some(
      (base) => base.named && simpleName(dottedName(childInRole(base, 'type') ?? base, file.text)) === name,
    ),
  );
}
