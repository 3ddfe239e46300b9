import type { Copy } from '../../syntax/xml/copy.ts';
import type { XmlDocument, XmlElement } from '../../syntax/xml/document.ts';
import { refused, type XmlEdit } from '../../syntax/xml/edit.ts';
import { insertCopies } from '../../syntax/xml/insert-copies.ts';
import { matchesIn } from './policy-elements.ts';

/** More alternatives like the one at `allOf`, each with another value. */
export function extendRule(document: XmlDocument, allOf: XmlElement, values: readonly string[]): XmlEdit {
  const [only, ...others] = matchesIn(allOf);
  if (!only || others.length > 0 || allOf.children.length > 1) return refused('not-a-child');
  const { match, value, designator } = only;
  // What an attribute means that we do not know, nobody can tell; a copy without it may let in more.
  if ([allOf, match, value, designator].some(hasUnknownAttribute)) return refused('not-a-child');
  const copies = values.map((text) =>
    sameAs(
      allOf,
      elements(sameAs(match, elements(sameAs(value, { kind: 'value', text }), sameAs(designator, elements())))),
    ),
  );
  return insertCopies(document, allOf, copies);
}

const known: ReadonlySet<string> = new Set(['MatchId', 'DataType', 'AttributeId', 'Category', 'MustBePresent']);

function hasUnknownAttribute({ attributes }: XmlElement): boolean {
  return attributes.some(({ name, prefix }) => prefix === null && name !== 'xmlns' && !known.has(name));
}

function sameAs(model: XmlElement, content: Copy['content']): Copy {
  const attributes = model.attributes.filter(({ name }) => known.has(name));
  return {
    localName: model.localName,
    attributes: new Map(attributes.map(({ name, value }) => [name, value])),
    content,
    model,
  };
}

const elements = (...list: readonly Copy[]): Copy['content'] => ({ kind: 'elements', elements: list });
