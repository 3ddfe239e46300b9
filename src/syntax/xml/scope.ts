import type { XmlAttribute, XmlElement } from './document.ts';

/** Namespaces by prefix, for what stands in an element; the default one under the empty prefix. */
export type PrefixScope = ReadonlyMap<string, string>;

export function scopeIn(element: XmlElement): PrefixScope {
  const outer = element.parent ? scopeIn(element.parent) : new Map<string, string>();
  return withDeclarations(outer, element.attributes.filter(isDeclaration));
}

export function withDeclarations(scope: PrefixScope, declarations: readonly XmlAttribute[]): PrefixScope {
  return new Map([...scope, ...declarations.map((attribute) => [prefixOf(attribute), attribute.value] as const)]);
}

/** Those of an element without which a prefix, used in it for its namespace, would not be declared. */
export function declarationsFor(
  { attributes, namespace }: XmlElement,
  prefixes: ReadonlySet<string>,
  scope: PrefixScope,
): readonly XmlAttribute[] {
  return attributes.filter(
    (attribute) =>
      isDeclaration(attribute) &&
      attribute.value === namespace &&
      prefixes.has(prefixOf(attribute)) &&
      !isInScope(scope, prefixOf(attribute), namespace),
  );
}

export function isInScope(scope: PrefixScope, prefix: string, namespace: string | null): boolean {
  return (scope.get(prefix) || null) === namespace;
}

const isDeclaration = ({ name, prefix }: XmlAttribute): boolean => name === 'xmlns' || prefix === 'xmlns';

const prefixOf = ({ name, localName }: XmlAttribute): string => (name === 'xmlns' ? '' : localName);
