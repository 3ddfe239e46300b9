import { initializerOf } from '../../../syntax/csharp/declaration.ts';
import { typeKinds } from '../../../syntax/csharp/enclosing.ts';
import { identifierName, type LocalBinding } from '../../../syntax/csharp/evaluate/bindings.ts';
import type { UnknownReason } from '../../../syntax/csharp/evaluate/evaluation.ts';
import { writesToBinding } from '../../../syntax/csharp/evaluate/local.ts';
import { membersOfType } from '../../../syntax/csharp/evaluate/member.ts';
import { at, type Place } from '../../../syntax/csharp/evaluate/place.ts';
import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import {
  placeOf,
  type Type,
  typeOfTopLevel,
  typesCalled,
  usingsInForce,
  wholeType,
} from '../../../syntax/csharp/evaluate/type-lookup.ts';
import { writesTo } from '../../../syntax/csharp/evaluate/writes.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { ancestors, childInRole, closest, descendantsOfKind } from '../../../syntax/csharp/node.ts';
import type { CSharpProject, Member } from '../../../syntax/csharp/project.ts';
import { dottedName } from '../../../syntax/csharp/using.ts';

/** What a name that stands for a list was given, or why that does not tell what is in it. */
export type NamedList =
  | { readonly kind: 'list'; readonly place: Place }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

/** null for what is no local and no member. */
export function listNamed(place: Place, project: CSharpProject): NamedList | null {
  const { node, root, file } = place;
  if (node.kind === 'member_access_expression') return listOf(ownersBefore(place, project), place, project);
  if (node.kind !== 'identifier') return null;
  const binding = bindingInScope(identifierName(node, file.text), node, root, file.text);
  if (binding?.kind === 'local') return listInLocal(binding, place);
  return binding === null ? listOf(ownersAround(place, project), place, project) : null;
}

function listInLocal(local: LocalBinding, place: Place): NamedList | null {
  const initializer = initializerOf(local.declarator);
  const isChanged = writesToBinding(local, place).length > 0 || isAddedTo(local, place);
  return initializer && givenOnce(local.name, isChanged, at(place, initializer));
}

function givenOnce(name: string, isChanged: boolean, place: Place): NamedList {
  return isChanged ? { kind: 'unknown', reason: { code: 'reassigned', name } } : { kind: 'list', place };
}

const changing = /^(Add|AddRange|Insert|InsertRange|Remove|RemoveAt|RemoveAll|Clear|UnionWith)$/;

/** `scopes.Add(…)` or `scopes[0] = …`. */
function isAddedTo({ name, scope }: LocalBinding, { file }: Place): boolean {
  const isIt = (text: string) => text === name;
  const calls = [...descendantsOfKind(scope, 'invocation_expression')].some((node) => {
    const call = readInvocation(node, file.text);
    return (
      call?.receiver != null &&
      changing.test(call.name) &&
      isIt(file.text.slice(call.receiver.start, call.receiver.end))
    );
  });
  return (
    calls ||
    [...descendantsOfKind(scope, 'element_access_expression')].some((access) => {
      const list = childInRole(access, 'expression');
      return access.field === 'left' && list !== null && isIt(file.text.slice(list.start, list.end));
    })
  );
}

/** The types whose members a bare name can be. */
function ownersAround(place: Place, project: CSharpProject): readonly Type[] {
  const around = [...ancestors(place.node)].filter(({ kind }) => typeKinds.includes(kind));
  const imported = usingsInForce(place.file, project).filter(({ kind }) => kind === 'static');
  return [
    ...around.map((type) => wholeType(type, at(place, type), project)),
    typeOfTopLevel(place, project),
    ...imported.flatMap(({ target }) => typesCalled(target, place, project)),
  ];
}

function ownersBefore(place: Place, project: CSharpProject): readonly Type[] {
  const owner = childInRole(place.node, 'expression');
  const around = closest(place.node, ...typeKinds);
  if (owner?.kind === 'this') return around ? [wholeType(around, at(place, around), project)] : [];
  return owner ? typesCalled(dottedName(owner, place.file.text), place, project) : [];
}

function listOf(owners: readonly Type[], { node, file }: Place, project: CSharpProject): NamedList | null {
  const nameNode = node.kind === 'identifier' ? node : childInRole(node, 'name');
  const name = nameNode ? identifierName(nameNode, file.text) : '';
  for (const owner of owners) {
    const [member, ...others] = membersOfType(owner, name, project);
    if (member) return others.length === 0 ? listIn(member) : { kind: 'unknown', reason: { code: 'ambiguous', name } };
  }
  return null;
}

function listIn({ type, declaration }: Member): NamedList | null {
  const { name, kind, initializer } = declaration;
  if (kind === 'field') return { kind: 'unknown', reason: { code: 'mutable', name } };
  const isSetAgain = writesTo(name, type.root, type.file.text).length > 0;
  return initializer && givenOnce(name, isSetAgain, at(placeOf(type), initializer));
}
