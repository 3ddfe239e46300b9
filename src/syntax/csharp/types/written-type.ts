import type { Place } from '../evaluate/place.ts';
import { at } from '../evaluate/place.ts';
import type { SyntaxNode } from '../node.ts';
import { dottedName } from '../using.ts';

/** A type as someone wrote it, without spaces. What its names mean, the place decides. */
export interface WrittenType {
  readonly text: string;
  readonly place: Place;
}

/** null for `var`, which says nothing. */
export function writtenAt(type: SyntaxNode | null, place: Place): WrittenType | null {
  if (type === null || type.kind === 'implicit_type') return null;
  return written(dottedName(type, place.file.text), at(place, type));
}

export function written(text: string, place: Place): WrittenType {
  const [only] = nameBefore(text) === 'Nullable' ? argumentsIn(text) : [];
  return { text: only === undefined ? text : `${only}?`, place };
}

export function isNullable({ text }: WrittenType): boolean {
  return text.endsWith('?');
}

export function nullable(type: WrittenType): WrittenType {
  return isNullable(type) ? type : { ...type, text: `${type.text}?` };
}

export function withoutNull(type: WrittenType): WrittenType {
  return { ...type, text: type.text.replace(/\?$/, '') };
}

/** `System.Threading.Tasks.Task<T>` is a `Task`. */
export function genericName({ text }: WrittenType): string {
  return nameBefore(text);
}

export function typeArguments(type: WrittenType): readonly WrittenType[] {
  return argumentsIn(type.text).map((argument) => written(argument, type.place));
}

/** Of `T[]`, once. */
export function elementOfArray(type: WrittenType): WrittenType | null {
  const { text } = withoutNull(type);
  return text.endsWith('[]') ? written(text.slice(0, -2), type.place) : null;
}

function nameBefore(text: string): string {
  const [name = ''] = text.split('<');
  return name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
}

/** What stands between the outermost angle brackets, told apart by its outermost commas. */
function argumentsIn(text: string): readonly string[] {
  const start = text.indexOf('<');
  const end = text.lastIndexOf('>');
  if (start === -1 || end < start) return [];
  const found = [''];
  let depth = 0;
  for (const character of text.slice(start + 1, end)) {
    if ('<(['.includes(character)) depth++;
    else if ('>)]'.includes(character)) depth--;
    if (character === ',' && depth === 0) found.push('');
    else found.push((found.pop() ?? '') + character);
  }
  return found;
}
