import { typeKinds } from '../enclosing.ts';
import { identifierName } from '../evaluate/bindings.ts';
import { at, type Place } from '../evaluate/place.ts';
import { accepts, signatureOf } from '../evaluate/signature.ts';
import { baseTypesOf, placeOf, type Type, typeOfTopLevel, wholeType } from '../evaluate/type-lookup.ts';
import { type CSharpFile, nodesOfKind } from '../file.ts';
import type { Invocation } from '../invocation.ts';
import { ancestors, childInRole, contains } from '../node.ts';
import { type CSharpProject, extensionDeclaration, rootOf } from '../project.ts';

/** The methods that a call by bare name may mean: local functions first, then those of the types around it. */
export function methodsInSight(call: Invocation, place: Place, project: CSharpProject): readonly Place[] {
  const local = localFunctions(call, place);
  if (local.length > 0) return local;
  const around = [...ancestors(call.node)]
    .filter(({ kind }) => typeKinds.includes(kind))
    .map((type) => wholeType(type, at(place, type), project));
  return methodsOf([...around, typeOfTopLevel(place, project)], call, project);
}

function localFunctions(call: Invocation, { root, file }: Place): readonly Place[] {
  return functionsNamed(call.name, file, 'local_function_statement').filter(
    (found) => found.root === root && isInReach(found, call) && takes(found, call, 0),
  );
}

function isInReach({ node }: Place, call: Invocation): boolean {
  const holder = node.parent?.kind === 'global_statement' ? node.parent.parent : node.parent;
  return holder !== null && contains(holder, call);
}

/** Of the first type that has any, its base types included. */
export function methodsOf(types: readonly Type[], call: Invocation, project: CSharpProject): readonly Place[] {
  for (const type of types) {
    const seen = new Set<string>();
    let generation: readonly Type[] = [type];
    while (generation.length > 0) {
      const unseen = generation.filter(([part]) => part && !seen.has(part.fullName));
      for (const [part] of unseen) if (part) seen.add(part.fullName);
      const found = unseen.flatMap((parts) => methodsDeclaredIn(parts, call));
      if (found.length > 0) return found;
      generation = unseen.flatMap((parts) => baseTypesOf(parts, project));
    }
  }
  return [];
}

function methodsDeclaredIn(type: Type, call: Invocation): readonly Place[] {
  return type.flatMap((part) =>
    (childInRole(part.node, 'body')?.children ?? [])
      .filter((member) => member.kind === 'method_declaration')
      .map((member) => at(placeOf(part), member))
      .filter((method) => nameOf(method) === call.name && takes(method, call, 0)),
  );
}

/** The app's own extension methods of the name, whatever they extend. */
export function extensionsNamed(call: Invocation, project: CSharpProject): readonly Place[] {
  return project
    .filesMentioning(call.name, extensionDeclaration(call.name))
    .flatMap((file) => functionsNamed(call.name, file, 'method_declaration'))
    .filter((method) => signatureOf(method.node, method.file.text)?.isExtension === true && takes(method, call, 1));
}

function functionsNamed(name: string, file: CSharpFile, kind: string): readonly Place[] {
  return nodesOfKind(file, kind)
    .map((node) => ({ node, root: rootOf(node), file }))
    .filter((found) => nameOf(found) === name);
}

function nameOf({ node, file }: Place): string {
  const name = childInRole(node, 'name');
  return name ? identifierName(name, file.text) : '';
}

function takes({ node, file }: Place, call: Invocation, skip: number): boolean {
  const signature = signatureOf(node, file.text);
  return signature !== null && accepts(signature, call.arguments, skip);
}
