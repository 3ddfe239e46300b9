import { positionAt } from '../../src/files/lines.ts';
import type { Area } from './facts.ts';

/** Something that we and Roslyn both say, or should both say, of a place. */
export interface Saying {
  readonly at: Area;
  readonly says: string;
}

export interface Difference {
  readonly sort: string;
  readonly file: string;
  readonly at: Area;
  readonly what: string;
}

/** How many facts were compared, and where they differ. */
export interface Compared {
  readonly sort: string;
  readonly count: number;
  readonly differences: readonly Difference[];
}

export function compare(
  sort: string,
  file: string,
  ours: readonly Saying[],
  theirs: readonly Saying[],
  ofBoth: 'all' | 'shared' = 'all',
): Compared {
  const [own, other] = [byPlace(ours), byPlace(theirs)];
  const differences: Difference[] = [];
  for (const [place, { at, says }] of other) {
    const said = own.get(place);
    if (said?.says === says || (said === undefined && ofBoth === 'shared')) continue;
    differences.push({ sort, file, at, what: said ? `we: ${said.says}; Roslyn: ${says}` : `only Roslyn: ${says}` });
  }
  for (const [place, { at, says }] of own) {
    if (other.has(place) || ofBoth === 'shared') continue;
    differences.push({ sort, file, at, what: `only we: ${says}` });
  }
  return { sort, count: other.size, differences };
}

/** Several sayings of one place are one. */
function byPlace(sayings: readonly Saying[]): ReadonlyMap<string, Saying> {
  const places = new Map<string, Saying>();
  for (const { at, says } of sayings) {
    const place = at.join('-');
    const before = places.get(place);
    places.set(place, { at, says: before && before.says !== says ? [before.says, says].sort().join(' | ') : says });
  }
  return places;
}

export function shown({ sort, file, at, what }: Difference, text: string): string {
  const { line, column } = positionAt(text, at[0]);
  const excerpt = text.slice(at[0], Math.min(at[1], at[0] + 100)).replace(/\s+/g, ' ');
  return `${sort} in ${file}:${line}:${column} at \`${excerpt}\`: ${what.slice(0, 400)}`;
}
