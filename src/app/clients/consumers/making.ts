import { simpleName } from '../../../syntax/csharp/evaluate/type-lookup.ts';
import { type CSharpFile, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, contains, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { dottedName } from '../../../syntax/csharp/using.ts';
import { type ClassNames, isNamedIn, namesWithin } from './class-names.ts';
import { madeBy } from './target-type.ts';

/** Whether a file that names a class makes it; `new(…)` of nobody knows what counts, outside the class itself. */
export function makes(names: ClassNames, type: SyntaxNode | null, file: CSharpFile): boolean {
  const within = namesWithin(names, file);
  const isElsewhere = nodesOfKind(file, 'identifier').some(
    (node) => names.own.includes(textOf(node, file.text)) && !(type && contains(type, node)),
  );
  const isMaking = (creation: SyntaxNode) => {
    const made = madeBy(creation, within, file);
    return made === 'yes' || (made === 'open' && isElsewhere && !(type && contains(type, creation)));
  };
  return (
    nodesOfKind(file, 'object_creation_expression').some((node) => isOf(childInRole(node, 'type'), names, file)) ||
    nodesOfKind(file, 'implicit_object_creation_expression').some(isMaking) ||
    nodesOfKind(file, 'invocation_expression').some((node) => creates(readInvocation(node, file.text), names, file))
  );
}

/** Whether a file that does not name the class makes it for a member or a method that does. */
export function makesSaid(names: ClassNames, file: CSharpFile): boolean {
  return nodesOfKind(file, 'implicit_object_creation_expression').some((node) => madeBy(node, names, file) === 'yes');
}

export function namesBase(names: ClassNames, file: CSharpFile): boolean {
  return nodesOfKind(file, 'base_list').some((list) =>
    list.children.some((base) => base.named && isOf(childInRole(base, 'type') ?? base, names, file)),
  );
}

function isOf(type: SyntaxNode | null, { own }: ClassNames, { text }: CSharpFile): boolean {
  return type !== null && own.includes(simpleName(dottedName(type, text)));
}

/** `ActivatorUtilities.CreateInstance<T>(services, client)` and its like; of the services alone, the framework gives it all. */
function creates(call: Invocation | null, { own }: ClassNames, { text }: CSharpFile): boolean {
  if (call === null || !/^Create(?:Instance|Factory)\w*$/.test(call.name)) return false;
  const isSaid = call.typeArguments.some((type) => isNamedIn(textOf(type, text), own));
  const types = call.arguments.filter(({ value }) => value.kind === 'typeof_expression');
  const isPassed = types.some(({ value }) => isNamedIn(textOf(value, text), own));
  const isOfServices = call.name === 'CreateInstance' && call.arguments.length - types.length === 1;
  return (isSaid || isPassed) && !(isOfServices && isActivatorUtilities(call.receiver, text));
}

function isActivatorUtilities(receiver: SyntaxNode | null, text: string): boolean {
  return receiver !== null && /^(?:\w+\.)*ActivatorUtilities$/.test(dottedName(receiver, text));
}
