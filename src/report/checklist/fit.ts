import { type Checklist, type Section, type Weight, weights } from './checklist.ts';

/** What was left out for want of room. */
export interface Cut {
  readonly items: number;
  /** Of items that are there. */
  readonly details: number;
}

/** As much as `fits`: whole entries go, what matters least first, and of that what stands last. */
export function fitted(
  checklists: readonly Checklist[],
  fits: (shown: readonly Checklist[], cut: Cut) => boolean,
): { readonly shown: readonly Checklist[]; readonly cut: Cut } | null {
  const units = unitsIn(checklists);
  const without = (count: number) => leavingOut(checklists, units.slice(0, count));
  let [least, most] = [0, units.length];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    const { shown, cut } = without(middle);
    if (fits(shown, cut)) most = middle;
    else least = middle + 1;
  }
  for (let count = least; count < units.length || count === 0; count++) {
    const attempt = without(count);
    if (fits(attempt.shown, attempt.cut)) return attempt;
  }
  return null;
}

interface Unit {
  readonly part: 'entry' | 'detail';
  readonly weight: Weight;
  /** Of the entry, among all. */
  readonly place: number;
}

/** In the order in which they go. */
function unitsIn(checklists: readonly Checklist[]): readonly Unit[] {
  const entries = checklists.flatMap(({ sections }) => sections).flatMap((section) => section.entries);
  return entries
    .flatMap(({ weight, detail }, place): readonly Unit[] => [
      { part: 'entry', weight, place },
      ...(detail.length === 0 ? [] : [{ part: 'detail' as const, weight: 'detail' as const, place }]),
    ])
    .sort((a, b) => weights.indexOf(b.weight) - weights.indexOf(a.weight) || b.place - a.place);
}

function leavingOut(checklists: readonly Checklist[], units: readonly Unit[]) {
  const entries = new Set(units.flatMap(({ part, place }) => (part === 'entry' ? [place] : [])));
  const details = new Set(units.flatMap(({ part, place }) => (part === 'detail' ? [place] : [])));
  let place = 0;
  const shortened = (section: Section): Section => ({
    ...section,
    entries: section.entries.flatMap((entry) => {
      const own = place++;
      if (entries.has(own)) return [];
      return [details.has(own) ? { ...entry, detail: [] } : entry];
    }),
  });
  const shown = checklists
    .map((checklist) => ({ ...checklist, sections: checklist.sections.map(shortened) }))
    .filter(({ sections }) => sections.some((section) => section.entries.length > 0));
  return { shown, cut: { items: entries.size, details: [...details].filter((one) => !entries.has(one)).length } };
}
