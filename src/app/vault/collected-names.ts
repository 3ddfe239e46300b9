import type { FileRange } from '../../location.ts';

/** In the vault for certain, named in the repo, or to be expected from what the code binds. */
export type Certainty = 'listed' | 'seen' | 'inferred';

export interface CollectedName {
  readonly name: string;
  readonly certainty: Certainty;
  readonly evidence: readonly FileRange[];
}

export interface CollectedNames {
  add(name: string, certainty: Certainty, evidence: readonly FileRange[]): void;
  has(name: string): boolean;
  /** In a stable order. */
  all(): readonly CollectedName[];
}

const rank = { inferred: 0, seen: 1, listed: 2 } as const;

/** Names that differ in case only are one to the vault; what is surest about it counts, and how that writes it. */
export function collectNames(): CollectedNames {
  const found = new Map<string, CollectedName>();
  return {
    has: (name) => found.has(name.toLowerCase()),
    all: () =>
      [...found.keys()].sort().flatMap((key) => {
        const one = found.get(key);
        return one ? [{ ...one, evidence: distinct(one.evidence) }] : [];
      }),
    add(name, certainty, evidence) {
      const known = found.get(name.toLowerCase());
      const surest = known === undefined || rank[certainty] > rank[known.certainty] ? { name, certainty } : known;
      found.set(name.toLowerCase(), { ...surest, evidence: [...(known?.evidence ?? []), ...evidence] });
    },
  };
}

function distinct(places: readonly FileRange[]): readonly FileRange[] {
  return [...new Map(places.map((at) => [`${at.file} ${at.start}`, at])).values()];
}
