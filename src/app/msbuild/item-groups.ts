import type { FileRange } from '../../location.ts';
import type { XmlElement } from '../../syntax/xml/document.ts';
import { evaluate } from './condition.ts';
import { type ExpansionScope, expand } from './expand.ts';
import type { ItemOperation, Metadata } from './items.ts';
import { attribute } from './project-file.ts';
import { and, type Truth } from './truth.ts';
import type { Values } from './values.ts';

/** An `ItemGroup` put aside until all properties have their last values. */
export interface ItemGroup {
  readonly file: string;
  readonly element: XmlElement;
  readonly holds: Truth;
}

const TYPES = new Set([
  'packagereference',
  'packageversion',
  'globalpackagereference',
  'projectreference',
  'compile',
  'using',
]);
const ACTIONS = ['include', 'update', 'remove'] as const;
const NO_METADATA = new Set<string>([...ACTIONS, 'exclude', 'condition', 'label']);

export function operationsOf(group: ItemGroup, scope: ExpansionScope): readonly ItemOperation[] {
  const holds = and(group.holds, evaluate(attribute(group.element, 'Condition'), scope));
  if (holds === 'false') return [];
  return group.element.children.flatMap((element) => {
    const own = and(holds, evaluate(attribute(element, 'Condition'), scope));
    return own === 'false' ? [] : operationsOfElement(element, group.file, own, scope);
  });
}

function operationsOfElement(
  element: XmlElement,
  file: string,
  holds: Truth,
  scope: ExpansionScope,
): readonly ItemOperation[] {
  const type = element.localName.toLowerCase();
  if (!TYPES.has(type)) return [];
  const metadata = metadataOf(element, file, scope);
  return ACTIONS.flatMap((kind) => {
    const names = attribute(element, kind);
    if (names === null) return [];
    const values = expand(names, scope, 'empty');
    if (values.kind === 'unknown') return [];
    const certainty = holds === 'true' && values.values.length === 1 ? 'certain' : 'possible';
    return [{ type, kind, names: listed(values), certainty, element: { file, ...element.range }, metadata } as const];
  });
}

function listed(values: Extract<Values, { kind: 'known' }>): readonly string[] {
  const names = values.values.flatMap((value) => value.split(';')).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

/** Metadata are attributes or child elements; the latter may have conditions of their own. */
function metadataOf(
  element: XmlElement,
  file: string,
  scope: ExpansionScope,
): ReadonlyMap<string, readonly Metadata[]> {
  const found = new Map<string, readonly Metadata[]>();
  const state = (name: string, text: string, at: FileRange, holds: Truth) => {
    const stated = { values: expand(text.trim(), scope), at };
    const key = name.toLowerCase();
    found.set(key, holds === 'true' ? [stated] : [...(found.get(key) ?? []), stated]);
  };
  for (const { localName, value, valueRange } of element.attributes) {
    if (!NO_METADATA.has(localName.toLowerCase())) state(localName, value, { file, ...valueRange }, 'true');
  }
  for (const child of element.children) {
    const holds = evaluate(attribute(child, 'Condition'), scope);
    if (holds !== 'false') state(child.localName, child.text, { file, ...(child.content ?? child.range) }, holds);
  }
  return found;
}
