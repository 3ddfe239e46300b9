import { either, known, type Values } from './values.ts';

/** Property names are compared without regard to case. */
export interface Properties {
  get(name: string): Values | null;
  /** `possible`: the assignment stands under a condition that cannot be decided. */
  set(name: string, value: Values, certainty: 'certain' | 'possible'): void;
}

export function emptyProperties(): Properties {
  // Defined by the SDK; projects add to it.
  const values = new Map<string, Values>([['defaultitemexcludes', known('')]]);
  return {
    get: (name) => values.get(name.toLowerCase()) ?? null,
    set(name, value, certainty) {
      const key = name.toLowerCase();
      const before = values.get(key) ?? known('');
      values.set(key, certainty === 'certain' ? value : either(before, value));
    },
  };
}
