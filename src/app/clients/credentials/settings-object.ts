import type { Place } from '../../../syntax/csharp/evaluate/place.ts';
import { at } from '../../../syntax/csharp/evaluate/place.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, namedChildren, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../../syntax/csharp/project.ts';
import { genericName, typeArguments, type WrittenType, written } from '../../../syntax/csharp/types/written-type.ts';
import { dottedName } from '../../../syntax/csharp/using.ts';
import { givenValue } from '../given-value.ts';
import { sectionOf } from '../section-path.ts';
import { type OptionsType, simpleName } from './options-section.ts';

/** What settings are read from: options of a type, such an object itself, or one that was bound to a section. */
export type SettingsObject =
  | { readonly kind: 'options' | 'object'; readonly of: OptionsType }
  | { readonly kind: 'section'; readonly path: string };

type Follow = (place: Place) => readonly SettingsObject[];
type Known = Map<SyntaxNode, readonly SettingsObject[]>;

const deepest = 20;

/** All that the place may hold; none where it holds anything else. */
export function settingsObjectsAt(place: Place, project: CSharpProject): readonly SettingsObject[] {
  return read(place, project, new Map(), 0);
}

function read(place: Place, project: CSharpProject, known: Known, depth: number): readonly SettingsObject[] {
  const before = known.get(place.node);
  if (before) return before;
  if (depth > deepest) return [];
  // What leads to itself adds nothing.
  known.set(place.node, []);
  const objects = readNode(place, project, (next) => read(next, project, known, depth + 1));
  known.set(place.node, objects);
  return objects;
}

function readNode(place: Place, project: CSharpProject, follow: Follow): readonly SettingsObject[] {
  const { node, file } = place;
  switch (node.kind) {
    case 'parenthesized_expression':
    case 'postfix_unary_expression': {
      const [inner] = namedChildren(node);
      return inner ? follow(at(place, inner)) : [];
    }
    case 'identifier':
      return named(place, project, follow);
    case 'member_access_expression': {
      const [owner, name] = [childInRole(node, 'expression'), childInRole(node, 'name')];
      if (owner === null || name === null) return [];
      if (owner.kind === 'this') return named(at(place, name), project, follow);
      if (!/^(Current)?Value$/.test(textOf(name, file.text))) return [];
      return follow(at(place, owner)).flatMap((one) => (one.kind === 'options' ? [{ ...one, kind: 'object' }] : []));
    }
    case 'invocation_expression':
      return called(place, project, follow);
    default:
      return [];
  }
}

function named(place: Place, project: CSharpProject, follow: Follow): readonly SettingsObject[] {
  const given = givenValue(place, project);
  switch (given.kind) {
    case 'set':
      return follow(given.value);
    case 'passed':
      return given.values.flatMap(follow);
    case 'injected':
      return given.type ? ofType(given.type) : [];
    default:
      return [];
  }
}

function ofType(type: WrittenType): readonly SettingsObject[] {
  const [inner] = typeArguments(type);
  if (/^IOptions(Monitor|Snapshot)?$/.test(genericName(type))) {
    return inner ? [{ kind: 'options', of: { type: simpleName(inner.text), name: null } }] : [];
  }
  return [{ kind: 'object', of: { type: simpleName(type.text), name: null } }];
}

/** `options.Get("name")`, `provider.GetRequiredService<T>()`, `section.Get<T>()` */
function called(place: Place, project: CSharpProject, follow: Follow): readonly SettingsObject[] {
  const { node, file } = place;
  const call = readInvocation(node, file.text);
  if (call === null || call.receiver === null) return [];
  const [type] = call.typeArguments;
  if (/^Get(Required)?Service$/.test(call.name) && type) {
    return ofType(written(dottedName(type, file.text), place));
  }
  if (call.name !== 'Get') return [];
  const [key] = call.arguments;
  if (type === undefined && key !== undefined) {
    const name = evaluateString(key.value, file, project);
    return follow(at(place, call.receiver)).flatMap((one) =>
      one.kind === 'options' && name.kind === 'known' ? [{ kind: 'object', of: { ...one.of, name: name.value } }] : [],
    );
  }
  const section = sectionOf(node, file, project);
  return section.kind === 'section' ? [section] : [];
}
