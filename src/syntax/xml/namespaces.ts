import type { QualifiedName } from './document.ts';
import { splitName } from './names.ts';
import { Refusal } from './refusal.ts';
import type { StartTag, WrittenAttribute } from './tags.ts';

/** Prefixes in scope; the empty one is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

const declarations = 'http://www.w3.org/2000/xmlns/';

export const outermostScope = (): Scope => new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

export function scopeOf(tag: StartTag, outer: Scope): Scope {
  const own = tag.attributes.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (own.length === 0) return outer;
  const scope = new Map(outer);
  for (const attribute of own) {
    const prefix = attribute.name.slice('xmlns:'.length);
    if (prefix !== '' && attribute.value === '') throw new Refusal('undeclared-prefix', attribute.range.start, prefix);
    scope.set(prefix, attribute.value);
  }
  return scope;
}

export function elementName(tag: StartTag, scope: Scope): QualifiedName {
  const parts = splitName(tag.name);
  if (!parts) throw new Refusal('invalid-name', tag.nameRange.start, tag.name);
  const namespace = parts.prefix === null ? scope.get('') || null : declared(parts.prefix, tag.nameRange.start, scope);
  return { name: tag.name, ...parts, namespace };
}

/** An attribute without a prefix is in no namespace, whatever the default is. */
export function attributeName(attribute: WrittenAttribute, scope: Scope): QualifiedName {
  const { name, nameRange } = attribute;
  const parts = splitName(name);
  if (!parts) throw new Refusal('invalid-name', nameRange.start, name);
  if (name === 'xmlns' || parts.prefix === 'xmlns') return { name, ...parts, namespace: declarations };
  return { name, ...parts, namespace: parts.prefix === null ? null : declared(parts.prefix, nameRange.start, scope) };
}

function declared(prefix: string, offset: number, scope: Scope): string {
  const namespace = scope.get(prefix);
  if (namespace === undefined) throw new Refusal('undeclared-prefix', offset, prefix);
  return namespace;
}
