import { type ChecklistChoices, leastLength, usualLength } from '../commands/checklist-choices.ts';
import type { Choices } from '../commands/choices.ts';
import { WrongUse } from '../commands/wrong-use.ts';
import type { Parsed } from './parse.ts';

export function checklistChoices(choices: Choices, parsed: Parsed): ChecklistChoices {
  const [given] = parsed.values.get('max-length') ?? [];
  const [update = null] = parsed.values.get('update') ?? [];
  const maxLength = given === undefined ? usualLength : wholeNumber(given);
  if (maxLength === null || maxLength < leastLength) {
    throw new WrongUse(choices.words.checklist.badLength(given ?? '', leastLength));
  }
  return { ...choices, maxLength, update };
}

function wholeNumber(given: string): number | null {
  return /^\d{1,9}$/.test(given) ? Number(given) : null;
}
