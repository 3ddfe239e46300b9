import type { Choices } from './choices.ts';

export interface ChecklistChoices extends Choices {
  /** In UTF-16 units; of the whole file, where there is one. */
  readonly maxLength: number;
  /** The file that the checklist goes into; null for stdout. */
  readonly update: string | null;
}

/** What GitHub takes in a description. */
export const usualLength = 65_536;
/** Less has no room for a title, a sentence and the markers. */
export const leastLength = 500;
