import { typeKinds } from '../enclosing.ts';
import { type Argument, readArguments } from '../invocation.ts';
import { childInRole, childOfKind, closest, descendantsOfKind, type SyntaxNode } from '../node.ts';
import { type CSharpProject, oncePerFile, wholeWord } from '../project.ts';
import { dottedName, usingsOf } from '../using.ts';
import type { PassedArguments } from './method-calls.ts';
import type { Place } from './place.ts';
import { accepts, type Signature } from './signature.ts';
import { simpleName } from './type-lookup.ts';

interface Creation {
  readonly node: SyntaxNode;
  readonly root: SyntaxNode;
  /** The simple name of what is made; null where only the compiler knows. */
  readonly typeName: string | null;
  readonly args: readonly Argument[];
}

/** Every `new Name(…)`, `new(…)`, `: base(…)` and `: this(…)` that fits; null when some could not be told apart. */
export function callsOfConstructor(
  owner: Place,
  typeName: string,
  signature: Signature,
  project: CSharpProject,
): readonly PassedArguments[] | null {
  const calls: PassedArguments[] = [];
  for (const file of project.filesMentioning(typeName, wholeWord(typeName))) {
    const isRenamed = usingsOf(file).some(({ alias, target }) => alias !== null && simpleName(target) === typeName);
    if (isRenamed) return null;
    for (const { node, root, typeName: made, args } of creationsIn(file)) {
      if (file.path === owner.file.path && root !== owner.root) continue;
      if (!accepts(signature, args, 0)) continue;
      if (made === null) return null;
      if (made === typeName) calls.push({ place: { node, root, file }, args, skip: 0 });
    }
  }
  return calls;
}

const creationsIn = oncePerFile((file): readonly Creation[] =>
  file.views.flatMap(({ root }) =>
    [...descendantsOfKind(root, 'argument_list')].flatMap((list) => {
      const typeName = typeMadeWith(list, file.text);
      return typeName === undefined ? [] : [{ node: list, root, typeName, args: readArguments(list, file.text) }];
    }),
  ),
);

/** undefined for the arguments of anything but a constructor. */
function typeMadeWith(list: SyntaxNode, text: string): string | null | undefined {
  const holder = list.parent;
  switch (holder?.kind) {
    case 'object_creation_expression':
    case 'primary_constructor_base_type':
      return nameOf(childInRole(holder, 'type'), text);
    case 'implicit_object_creation_expression':
      return typeExpected(holder, text);
    case 'base_list':
      return nameOf(holder.children.findLast((child) => child.named && child.end <= list.start) ?? null, text);
    case 'constructor_initializer':
      return typeInitialized(holder, text);
    default:
      return undefined;
  }
}

function typeInitialized(initializer: SyntaxNode, text: string): string | null {
  const type = closest(initializer, ...typeKinds);
  const isThis = childOfKind(initializer, 'this') !== null;
  const bases = type && childOfKind(type, 'base_list');
  if (isThis) return type && nameOf(childInRole(type, 'name'), text);
  return bases ? nameOf(bases.children.find((child) => child.named) ?? null, text) : null;
}

/** What `new(…)` makes is written beside it only where it initializes a declaration. */
function typeExpected(creation: SyntaxNode, text: string): string | null {
  const holder = creation.parent;
  const declaration = holder?.kind === 'variable_declarator' ? holder.parent : holder;
  if (declaration?.kind !== 'variable_declaration' && declaration?.kind !== 'property_declaration') return null;
  return nameOf(childInRole(declaration, 'type'), text);
}

function nameOf(type: SyntaxNode | null, text: string): string | null {
  return type && simpleName(dottedName(type, text));
}
