import type { FileRange } from '../../location.ts';
import type { Values } from './values.ts';

/** One possible value of an item's metadata, and where it is written. */
export interface Metadata {
  readonly values: Values;
  readonly at: FileRange;
}

/** `PackageReference`, `PackageVersion`, `ProjectReference` and the like, after all files were read. */
export interface Item {
  readonly type: string;
  readonly include: string;
  /** It stands, or is removed, under a condition that cannot be decided. */
  readonly conditional: boolean;
  readonly element: FileRange;
  /** By lower-case name; more than one where an undecidable update may have changed it. */
  readonly metadata: ReadonlyMap<string, readonly Metadata[]>;
}

/** What one element does to the items of its type, in the order of the build. */
export interface ItemOperation {
  readonly type: string;
  readonly kind: 'include' | 'update' | 'remove';
  readonly names: readonly string[];
  readonly certainty: 'certain' | 'possible';
  readonly element: FileRange;
  readonly metadata: ReadonlyMap<string, readonly Metadata[]>;
}

export function applyOperations(operations: readonly ItemOperation[]): readonly Item[] {
  return operations.reduce<readonly Item[]>(applied, []);
}

function applied(items: readonly Item[], operation: ItemOperation): readonly Item[] {
  const { type, certainty, element, metadata } = operation;
  const meant = (item: Item) =>
    item.type === type && operation.names.some((name) => name.toLowerCase() === item.include.toLowerCase());
  switch (operation.kind) {
    case 'include': {
      const conditional = certainty === 'possible';
      return [...items, ...operation.names.map((include) => ({ type, include, conditional, element, metadata }))];
    }
    case 'update':
      return items.map((item) => (meant(item) ? updated(item, operation) : item));
    case 'remove':
      if (certainty === 'certain') return items.filter((item) => !meant(item));
      return items.map((item) => (meant(item) ? { ...item, conditional: true } : item));
  }
}

function updated(item: Item, { metadata, certainty }: ItemOperation): Item {
  const merged = new Map(item.metadata);
  for (const [name, values] of metadata) {
    merged.set(name, certainty === 'certain' ? values : [...(merged.get(name) ?? []), ...values]);
  }
  return { ...item, metadata: merged };
}
