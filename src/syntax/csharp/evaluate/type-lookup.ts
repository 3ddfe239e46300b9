import { containerOf } from '../declaration.ts';
import { isTopLevel, typeKinds } from '../enclosing.ts';
import type { CSharpFile } from '../file.ts';
import { ancestors, type SyntaxNode } from '../node.ts';
import {
  byKey,
  type CSharpProject,
  oncePerFile,
  readTypePart,
  type TypePart,
  typesNamed,
  typesOfFile,
} from '../project.ts';
import { type UsingDirective, usingsOf } from '../using.ts';
import type { Place } from './place.ts';

/** All parts of one type. */
export type Type = readonly TypePart[];

/** `A<int>.B` as `A.B`. */
function withoutTypeArguments(name: string): string {
  const kept: string[] = [];
  const opened: number[] = [];
  for (const character of name) {
    if (character === '<') opened.push(kept.length);
    const start = character === '>' ? opened.pop() : undefined;
    if (start === undefined) kept.push(character);
    else kept.length = start;
  }
  return kept.join('').replaceAll('::', '.').replaceAll('@', '');
}

/** `A.B<int>?` as `B`. */
export function simpleName(typeName: string): string {
  return lastSegment(withoutTypeArguments(typeName).replace(/\?$/, ''));
}

/** The types that a written name can stand for there; several only where the source cannot decide it. */
export function typesCalled(written: string, place: Place, project: CSharpProject): readonly Type[] {
  const name = expandAlias(withoutTypeArguments(written), place.file, project);
  const candidates = byFullName(partsNamed(lastSegment(name), place, project));
  for (const prefixes of scopesAround(place, project)) {
    const found = prefixes.flatMap((prefix) => candidates.get(join(prefix, name)) ?? []);
    const types = [...byFullName(found).values()];
    if (types.length > 0) return types;
  }
  // Namespaces can also be imported by the project file, which is not read here.
  return [...candidates].filter(([fullName]) => `.${fullName}`.endsWith(`.${name}`)).map(([, type]) => type);
}

export function expandAlias(name: string, file: CSharpFile, project: CSharpProject): string {
  const [first = '', ...rest] = name.split('.');
  const alias = aliasCalled(first, file, project);
  return alias ? [withoutTypeArguments(alias.target), ...rest].join('.') : name;
}

export function aliasCalled(name: string, file: CSharpFile, project: CSharpProject): UsingDirective | null {
  return usingsInForce(file, project).find((using) => using.alias === name) ?? null;
}

const usingsOfFile = oncePerFile(usingsOf);

/** Those of the file, then those that other files declare for the whole project. */
export function usingsInForce(file: CSharpFile, project: CSharpProject): readonly UsingDirective[] {
  const elsewhere = project.filesMentioning('global', /\bglobal\s+using\b/).filter((other) => other.path !== file.path);
  return [...usingsOfFile(file), ...elsewhere.flatMap((other) => usingsOfFile(other).filter((using) => using.global))];
}

/** In the place's own file only its own view counts: the others are other programs. */
function partsNamed(name: string, place: Place, project: CSharpProject): readonly TypePart[] {
  const elsewhere = typesNamed(project, name).filter((part) => part.file.path !== place.file.path);
  const here = typesOfFile(place.file, name).filter((part) => part.root === place.root);
  return [...here, ...elsewhere];
}

/** All parts of the type that a declaration is one part of. */
export function wholeType(node: SyntaxNode, place: Place, project: CSharpProject): Type {
  const part = readTypePart(node, place.root, place.file);
  return byFullName(partsNamed(part.name, place, project)).get(part.fullName) ?? [part];
}

/** What the app itself declares of the class that top-level code is a member of; empty for all other code. */
export function typeOfTopLevel(place: Place, project: CSharpProject): Type {
  return (isTopLevel(place.node) && byFullName(partsNamed('Program', place, project)).get('Program')) || [];
}

export function baseTypesOf(type: Type, project: CSharpProject): readonly Type[] {
  return type.flatMap((part) => part.bases.flatMap((base) => typesCalled(base, placeOf(part), project).slice(0, 1)));
}

export function placeOf(part: TypePart): Place {
  return { node: part.node, root: part.root, file: part.file };
}

/** Full names that a name can be completed by, in the order the language tries them. */
function scopesAround(place: Place, project: CSharpProject): readonly (readonly string[])[] {
  const scopes: (readonly string[])[] = [];
  for (const outer of ancestors(place.node)) {
    if (!typeKinds.includes(outer.kind)) continue;
    const part = readTypePart(outer, place.root, place.file);
    scopes.push([part.fullName]);
  }
  const namespaces = namespaceOf(place);
  for (let length = namespaces.length; length > 0; length--) scopes.push([namespaces.slice(0, length).join('.')]);
  scopes.push(['']);
  const imported = usingsInForce(place.file, project).filter((using) => using.kind !== 'alias');
  scopes.push(imported.map((using) => withoutTypeArguments(using.target)));
  return scopes;
}

export function namespaceOf(place: Place): readonly string[] {
  const outermostType = [...ancestors(place.node)].findLast((outer) => typeKinds.includes(outer.kind));
  const namespace = containerOf(outermostType ?? place.node, place.file.text);
  return namespace === '' ? [] : namespace.split('.');
}

function byFullName(parts: readonly TypePart[]): ReadonlyMap<string, Type> {
  return byKey(parts, (part) => part.fullName);
}

function join(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
