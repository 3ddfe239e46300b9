/** A plain using in its list; `apart` when an empty line stands above it. */
export interface ListedUsing {
  readonly target: string;
  readonly apart: boolean;
}

/** Where one more goes: before the one at `index`, into the group of a neighbour or as a group by itself. */
export interface Slot {
  readonly index: number;
  readonly joins: 'previous' | 'next' | 'none';
}

type Order = (a: string, b: string) => number;

const systemFirst =
  (order: Order): Order =>
  (a, b) =>
    Number(isSystem(b)) - Number(isSystem(a)) || order(a, b);
const bySegments = (fold: (name: string) => string): Order => {
  return (a, b) => {
    const [left, right] = [fold(a).split('.'), fold(b).split('.')];
    const at = left.findIndex((segment, index) => segment !== right[index]);
    if (at === -1) return left.length - right.length;
    return right[at] === undefined || (left[at] ?? '') > right[at] ? 1 : -1;
  };
};
const ignoringCase = bySegments((name) => name.toLowerCase());
const ordinal = bySegments((name) => name);

/** The ways of editors and formatters, the most common first. */
const orders = [systemFirst(ignoringCase), ignoringCase, systemFirst(ordinal), ordinal];

export const usualOrder: Order = systemFirst(ordinal);

function isSystem(name: string): boolean {
  return firstSegment(name) === 'System';
}

function orderOf(usings: readonly ListedUsing[]): Order | null {
  const isSorted = (order: Order) =>
    usings.every(({ target }, index) => index === 0 || order(usings[index - 1]?.target ?? '', target) <= 0);
  return orders.find(isSorted) ?? null;
}

/**
 * At its sorted place where the usings are sorted; else after the last of the same family, which is what the first
 * segment names; else at the end. Groups that empty lines make are kept: a family joins its own.
 */
export function slotFor(target: string, usings: readonly ListedUsing[]): Slot {
  const order = orderOf(usings);
  if (order !== null) return sortedSlot(target, usings, placeIn(target, usings, order));
  const groups = groupsOf(usings);
  const group = familyGroup(target, groups);
  if (group === null) return { index: usings.length, joins: areFamilies(groups) ? 'none' : 'previous' };
  const within = orderOf(group.usings);
  const place = within
    ? placeIn(target, group.usings, within)
    : group.usings.findLastIndex((using) => isFamily(using.target, target)) + 1;
  return { index: group.start + place, joins: place === 0 ? 'next' : 'previous' };
}

function sortedSlot(target: string, usings: readonly ListedUsing[], index: number): Slot {
  const [before, after] = [usings[index - 1], usings[index]];
  const isInGroup = before !== undefined && after?.apart === false;
  if (isInGroup || (before && isFamily(before.target, target))) return { index, joins: 'previous' };
  if (after && isFamily(after.target, target)) return { index, joins: 'next' };
  if (areFamilies(groupsOf(usings))) return { index, joins: 'none' };
  // A group of `System` is for nothing else.
  const isApartFromSystem = before && after && isSystem(before.target) && !isSystem(after.target);
  return { index, joins: before && !isApartFromSystem ? 'previous' : 'next' };
}

function placeIn(target: string, usings: readonly ListedUsing[], order: Order): number {
  return usings.findLastIndex((using) => order(using.target, target) <= 0) + 1;
}

interface Group<U extends ListedUsing> {
  /** Of its first using in the whole list. */
  readonly start: number;
  readonly usings: readonly U[];
}

export function groupsOf<U extends ListedUsing>(usings: readonly U[]): readonly Group<U>[] {
  const starts = usings.flatMap(({ apart }, index) => (index === 0 || apart ? [index] : []));
  return starts.map((start, index) => ({ start, usings: usings.slice(start, starts[index + 1]) }));
}

/** The group with the using that has the most in common with it; the last of several. */
function familyGroup(target: string, groups: readonly Group<ListedUsing>[]): Group<ListedUsing> | null {
  const common = groups.map(({ usings }) => Math.max(...usings.map((using) => commonSegments(using.target, target))));
  const most = Math.max(0, ...common);
  return most === 0 ? null : (groups[common.lastIndexOf(most)] ?? null);
}

/** Whether each family has a group by itself; `System` apart from all others is another custom. */
function areFamilies(groups: readonly Group<ListedUsing>[]): boolean {
  const families = groups.map(({ usings }) => new Set(usings.map(({ target }) => firstSegment(target))));
  const names = families.flatMap((family) => [...family]);
  const isEachAlone = families.every(({ size }) => size === 1) && new Set(names).size === names.length;
  return isEachAlone && names.filter((name) => name !== 'System').length > 1;
}

function commonSegments(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  const differs = left.findIndex((segment, index) => segment !== right[index]);
  return differs === -1 ? left.length : differs;
}

function isFamily(a: string, b: string): boolean {
  return firstSegment(a) === firstSegment(b);
}

function firstSegment(name: string): string {
  return name.split('.')[0] ?? '';
}
